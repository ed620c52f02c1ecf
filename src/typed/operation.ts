import { openapiFetchClient } from '../models/clients/openapi-fetch.js';
import { statusesOfKey } from '../models/declared-types.js';
import { StatusSet } from '../status/index.js';
import { memberName, unwrap, type Node } from '../syntax/nodes.js';
import type { Variable, Variables } from '../syntax/variables.js';
import type { TypeHost } from './host.js';
import type { Type } from './type.js';

/** What a call gives that has the response as a part: `{ data, error, response }` of openapi-fetch. */
interface Result {
  readonly node: Node;
  /** The variables that hold it, or parts of it. */
  readonly variables: readonly Variable[];
}

const { within } = openapiFetchClient.members;

/**
 * The statuses that an operation declares, by its result: TypeScript knows `response.status` as a number only, and the
 * operation as what `FetchResponse<paths['/users']['get'], …>` is given. Undefined where the result was looked at before: no
 * type says what is left then.
 */
export function statusesOfOperation(variables: Variables, types: TypeHost, status: Node): StatusSet | undefined {
  const result = status.type === 'MemberExpression' ? resultWith(variables, unwrap(status.object)) : undefined;
  const isFirst = result?.variables.every((one) => !isReadBefore(one, status));
  return isFirst ? declaredBy(types.typeOf(result!.node)?.aliasArguments[0]) : undefined;
}

/** `result` of `result.response`; of `response`, what it was taken from: `const { response } = await client.GET(path)`. */
function resultWith(variables: Variables, response: Node): Result | undefined {
  if (response.type === 'MemberExpression')
    return memberName(response) === within ? holding(variables, response.object) : undefined;
  const property = response.type === 'Identifier' ? variables.variable(response)?.identifiers[0]?.parent : undefined;
  if (property?.type !== 'Property' || property.key.type !== 'Identifier' || property.key.name !== within)
    return undefined;
  const { parent: declarator } = property.parent;
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return undefined;
  return { node: declarator.init, variables: variables.source.getDeclaredVariables(declarator) };
}

function holding(variables: Variables, node: Node): Result | undefined {
  const variable = node.type === 'Identifier' ? variables.variable(node) : undefined;
  return variable && { node, variables: [variable] };
}

const isReadBefore = ({ references }: Variable, { range }: Node): boolean =>
  references.some(({ identifier, init }) => !init && identifier.range[1] < range[0]);

function declaredBy(operation: Type | undefined): StatusSet | undefined {
  const keys = operation?.property('responses')?.keys ?? [];
  const sets = keys.map((key) => statusesOfKey(/^\d+$/.test(key) ? Number(key) : key));
  if (sets.length === 0 || !sets.every((one) => one !== undefined)) return undefined;
  return sets.reduce((all, one) => all.union(one), StatusSet.empty);
}
