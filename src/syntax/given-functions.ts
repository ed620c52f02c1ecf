import { File } from './file.js';
import { callOf, enclosingFunction, type FunctionNode } from './nodes.js';
import { isRewritten, type Variable } from './variables.js';

/** Whether a function calls what it is given for a parameter there and then: `const retry = async (run) => await run()`. */
export function callsGiven(file: File, fn: FunctionNode, index: number): boolean {
  const parameter = fn.params[index];
  const variable = parameter?.type === 'Identifier' ? file.variable(parameter) : undefined;
  const isCalled = ({ identifier }: Variable['references'][number]): boolean =>
    callOf(identifier) !== undefined && enclosingFunction(identifier) === fn;
  return !!variable && !isRewritten(variable) && variable.references.some(isCalled);
}
