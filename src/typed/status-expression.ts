import type { TSESLint } from '@typescript-eslint/utils';
import { fetchClient } from '../models/clients/fetch.js';
import { StatusSet } from '../status/index.js';
import { memberName, unwrap, type Node } from '../syntax/nodes.js';
import { Variables } from '../syntax/variables.js';
import type { TypeHost } from './host.js';
import { statusesOfOperation } from './operation.js';
import { statusesOfType } from './statuses.js';

/** A file whose types are known. */
export class TypedFile {
  readonly variables: Variables;

  constructor(
    readonly source: TSESLint.SourceCode,
    readonly types: TypeHost,
  ) {
    this.variables = new Variables(source);
  }

  textOf(node: Node): string {
    return this.source.getText(node);
  }
}

/** An expression that is a response's status, of which the type lists the statuses. */
export interface TypedStatus {
  readonly node: Node;
  /** What it is written as: the same text means the same status in one condition after the other. */
  readonly text: string;
  /** The response that it is read from, as it is written; undefined where it was taken apart: `const { status } = res`. */
  readonly owner: string | undefined;
  readonly statuses: StatusSet;
  /** Whether TypeScript has these statuses, and narrows them: of openapi-fetch's `response.status` only the operation does. */
  readonly isNarrowed: boolean;
}

const { status: name } = fetchClient.members;

/** The status that an expression is: `res.status`, or `status` that was taken from there. */
export function typedStatus(file: TypedFile, expression: Node): TypedStatus | undefined {
  const node = unwrap(expression);
  if (!isStatus(file, node)) return undefined;
  const { types, variables } = file;
  const narrowed = statusesOfType(types.typeOf(node));
  const statuses = narrowed ?? statusesOfOperation(variables, types, node);
  if (!statuses || statuses.size < 2) return undefined;
  const owner = node.type === 'MemberExpression' ? file.textOf(node.object) : undefined;
  return { node, text: file.textOf(node), owner, statuses, isNarrowed: !!narrowed };
}

function isStatus({ variables }: TypedFile, node: Node): boolean {
  if (node.type === 'MemberExpression') return memberName(node) === name;
  const variable = node.type === 'Identifier' ? variables.variable(node) : undefined;
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition) return false;
  const init = variables.constantInit(variable);
  if (init) return isStatusMember(unwrap(init));
  const [identifier] = variable.identifiers;
  const { parent } = identifier!;
  return parent.type === 'Property' && parent.value === identifier && isNamedStatus(parent.key);
}

const isStatusMember = (node: Node): boolean => node.type === 'MemberExpression' && memberName(node) === name;

const isNamedStatus = (key: Node): boolean => key.type === 'Identifier' && key.name === name;

/** The number that an expression always is: `404`, `HttpStatus.NOT_FOUND`. */
export function numberOf({ types }: TypedFile, expression: Node): number | undefined {
  const node = unwrap(expression);
  const value = node.type === 'Literal' ? node.value : types.typeOf(node)?.literal;
  return typeof value === 'number' ? value : undefined;
}
