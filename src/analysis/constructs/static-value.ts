import { getStaticValue } from '@eslint-community/eslint-utils';
import { statusConstant } from '../../sources/status-constants.js';
import { enumInitializer, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { Flow } from '../flow/flow.js';

/** The value of a constant expression: `4 * 100`, `NOT_FOUND` of `const NOT_FOUND = 404`. */
export function staticValue(flow: Flow, node: Node): { value: unknown } | undefined {
  const { source } = flow.facts.file;
  try {
    const constant = getStaticValue(unwrap(node) as never, source.getScope(node) as never);
    return constant ?? staticSet(flow, node) ?? enumMember(flow, unwrap(node)) ?? constantOfOther(flow, unwrap(node));
  } catch {
    return undefined;
  }
}

/** `new Set([429, 503])`, also by the name of a constant. */
function staticSet(flow: Flow, node: Node): { value: ReadonlySet<unknown> } | undefined {
  const expression = unwrap(node);
  if (expression.type === 'Identifier') {
    const variable = flow.facts.file.variable(expression);
    const init = variable && flow.facts.file.constantInit(variable);
    return init && init.type !== 'Identifier' ? staticSet(flow, init) : undefined;
  }
  if (expression.type !== 'NewExpression' || expression.callee.type !== 'Identifier') return undefined;
  const [list] = expression.arguments;
  const constant = expression.callee.name === 'Set' && list ? staticValue(flow, list) : undefined;
  return Array.isArray(constant?.value) ? { value: new Set(constant.value) } : undefined;
}

/** `Status.NotFound` of `enum Status { NotFound = 404 }`. */
function enumMember(flow: Flow, node: Node): { value: unknown } | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  const definition = flow.facts.file.variable(node.object)?.defs[0]?.node;
  if (definition?.type !== 'TSEnumDeclaration') return undefined;
  const initializer = enumInitializer(definition, memberName(node));
  return initializer && staticValue(flow, initializer);
}

/** `Status.NOT_FOUND`, where another file or a package says what that is. */
function constantOfOther({ facts }: Flow, node: Node): { value: unknown } | undefined {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined;
  const code = statusConstant(facts.file, node);
  return code === undefined ? facts.imported.constantOf(node) : { value: code };
}
