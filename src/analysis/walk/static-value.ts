import { getStaticValue } from '@eslint-community/eslint-utils';
import { unwrap, type Node } from '../syntax.js';
import type { Flow } from './flow.js';

/** The value of an expression that is the same whenever it runs. */
export function staticValue(flow: Flow, node: Node): { value: unknown } | undefined {
  const { source } = flow.analysis.file;
  try {
    return getStaticValue(unwrap(node) as never, source.getScope(node) as never) ?? staticSet(flow, node);
  } catch {
    return undefined;
  }
}

/** `new Set([429, 503])`, also by the name of a constant. */
function staticSet(flow: Flow, node: Node): { value: ReadonlySet<unknown> } | undefined {
  const expression = unwrap(node);
  if (expression.type === 'Identifier') {
    const variable = flow.analysis.file.variable(expression);
    const init = variable && flow.analysis.file.constantInit(variable);
    return init && init.type !== 'Identifier' ? staticSet(flow, init) : undefined;
  }
  if (expression.type !== 'NewExpression' || expression.callee.type !== 'Identifier') return undefined;
  const [list] = expression.arguments;
  const known = expression.callee.name === 'Set' && list ? staticValue(flow, list) : undefined;
  return Array.isArray(known?.value) ? { value: new Set(known.value) } : undefined;
}
