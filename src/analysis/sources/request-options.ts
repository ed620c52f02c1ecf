import type { TSESTree } from '@typescript-eslint/utils';
import type { File } from '../file.js';
import { keyName, type Node } from '../syntax.js';

/** The options object of a request, where it is written out: at the call, in a constant, in `new Request(url, options)`. */
function optionsOf(file: File, request: RequestArguments): TSESTree.ObjectExpression | undefined {
  const direct = request.options && file.constantValue(request.options);
  if (direct?.type === 'ObjectExpression') return direct;
  const url = request.url && file.constantValue(request.url);
  if (url?.type !== 'NewExpression' && url?.type !== 'ObjectExpression') return undefined;
  if (url.type === 'ObjectExpression') return url;
  const second = url.arguments[1] && file.constantValue(url.arguments[1]);
  return second?.type === 'ObjectExpression' ? second : undefined;
}

export interface RequestArguments {
  readonly url?: Node;
  readonly options?: Node;
}

/** The text of an option of the request (`method`, `mode`), in upper case. */
export function optionText(file: File, request: RequestArguments, name: string): string | undefined {
  for (const property of optionsOf(file, request)?.properties ?? []) {
    if (property.type !== 'Property' || keyName(property) !== name) continue;
    const value = file.constantValue(property.value);
    return value?.type === 'Literal' && typeof value.value === 'string' ? value.value.toUpperCase() : undefined;
  }
  return undefined;
}
