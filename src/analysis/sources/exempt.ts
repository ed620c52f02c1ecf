import type { TSESTree } from '@typescript-eslint/utils';
import { localUrlMethods } from '../../clients/index.js';
import type { File } from '../file.js';
import { isFunction, keyName, memberName, unwrap, type Node } from '../syntax.js';

const localSchemes = /^(data|blob|file):/i;
const localPrefix = /^(data|blob|file)\b/i;

/** Names that say what kind of URL a variable holds. */
const localNames = /^(data|blob|object)_?ur[il]$/i;

/** The options object of a request, where it is written out: at the call, in a constant, in `new Request(url, options)`. */
function optionsOf(file: File, request: RequestArguments): TSESTree.ObjectExpression | undefined {
  const direct = request.options && constantValue(file, request.options);
  if (direct?.type === 'ObjectExpression') return direct;
  const url = request.url && constantValue(file, request.url);
  if (url?.type !== 'NewExpression' && url?.type !== 'ObjectExpression') return undefined;
  if (url.type === 'ObjectExpression') return url;
  const second = url.arguments[1] && constantValue(file, url.arguments[1]);
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
    const value = constantValue(file, property.value);
    return value?.type === 'Literal' && typeof value.value === 'string' ? value.value.toUpperCase() : undefined;
  }
  return undefined;
}

/** Whether the request can only be for something local, which has no error status: `data:`, `blob:` and `file:` URLs. */
export function isLocalUrl(file: File, url: Node | undefined, call: Node): boolean {
  const value = url && constantValue(file, url);
  if (!value) return false;
  if (startsLocally(file, value)) return true;
  return isGuardedLocal(file, url, call);
}

/** `depth`: `var url = flag ? url : 'x'` must end. */
function startsLocally(file: File, node: Node, depth = 0): boolean {
  const value = unwrap(node);
  const again = (part: Node) => depth < 20 && startsLocally(file, part, depth + 1);
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' && localSchemes.test(value.value);
    case 'TemplateLiteral':
      return localSchemes.test(value.quasis[0]?.value.cooked ?? '');
    case 'BinaryExpression':
      return value.operator === '+' && again(value.left);
    case 'ConditionalExpression':
      return again(value.consequent) && again(value.alternate);
    case 'CallExpression':
      return value.callee.type === 'MemberExpression' && localUrlMethods.has(memberName(value.callee) ?? '');
    case 'MemberExpression':
      return memberName(value) === 'href' && again(value.object);
    case 'NewExpression':
      return isModuleUrl(value, again);
    case 'Identifier': {
      if (isImportedAsset(file, value) || localNames.test(value.name)) return true;
      const init = constantValue(file, value);
      return !!init && init !== value && again(init);
    }
    default:
      return false;
  }
}

/** `import url from './data.bin?url'`: bundlers give the address of a shipped file. */
function isImportedAsset(file: File, node: TSESTree.Identifier): boolean {
  const definition = file.variable(node)?.defs[0];
  if (definition?.node.type !== 'ImportDefaultSpecifier') return false;
  const specifier = (definition.parent as TSESTree.ImportDeclaration).source.value;
  return (
    /\?url\b/.test(specifier) ||
    /\.(wasm|bin|onnx|glsl|frag|vert|svg|png|jpe?g|webp|woff2?|ttf|txt|csv)$/.test(specifier)
  );
}

/** `new URL('./x', import.meta.url)`: a file that is shipped with the code. */
function isModuleUrl(node: TSESTree.NewExpression, isLocal: (url: Node) => boolean): boolean {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return false;
  const [path, base] = node.arguments;
  if (path && !base) return isLocal(path);
  const from = base && unwrap(base);
  return from?.type === 'MemberExpression' && from.object.type === 'MetaProperty' && memberName(from) === 'url';
}

/** Inside `if (url.startsWith('data:'))`. */
function isGuardedLocal(file: File, url: Node, call: Node): boolean {
  const subject = unwrap(url);
  if (subject.type !== 'Identifier') return false;
  for (let at: Node | undefined = call; at && !isFunction(at); at = at.parent) {
    const parent: Node | undefined = at.parent;
    const guards =
      (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.consequent === at;
    if (guards && saysLocal(file, unwrap(parent.test), subject)) return true;
    if (
      parent?.type === 'LogicalExpression' &&
      parent.operator === '&&' &&
      parent.right === at &&
      saysLocal(file, unwrap(parent.left), subject)
    )
      return true;
  }
  return false;
}

function saysLocal(file: File, test: Node, subject: TSESTree.Identifier): boolean {
  if (test.type === 'LogicalExpression') {
    const sides = [saysLocal(file, unwrap(test.left), subject), saysLocal(file, unwrap(test.right), subject)];
    return test.operator === '&&' ? sides.some(Boolean) : sides.every(Boolean);
  }
  if (test.type !== 'CallExpression') return false;
  const callee = unwrap(test.callee);
  if (callee.type !== 'MemberExpression') return false;
  const [first] = test.arguments;
  const about = (node: Node | undefined) =>
    node?.type === 'Identifier' && file.variable(node) === file.variable(subject);
  if (memberName(callee) === 'startsWith') {
    return about(unwrap(callee.object)) && first?.type === 'Literal' && localPrefix.test(String(first.value));
  }
  const pattern = unwrap(callee.object);
  const isPattern =
    pattern.type === 'Literal' && 'regex' in pattern && /^\^\(?(\?:)?(data|blob|file)\b/.test(pattern.regex.pattern);
  return memberName(callee) === 'test' && isPattern && about(first);
}

/** The expression behind constants. */
function constantValue(file: File, node: Node): Node {
  let value = unwrap(node);
  for (let depth = 0; depth < 5 && value.type === 'Identifier'; depth++) {
    const variable = file.variable(value);
    const init = variable && file.constantInit(variable);
    if (!init) return value;
    value = unwrap(init);
  }
  return value;
}
