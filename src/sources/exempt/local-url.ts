import type { TSESTree } from '@typescript-eslint/utils';
import { localUrlFunctions, localUrlMethods } from '../../models/index.js';
import { File } from '../../syntax/file.js';
import { importedName, isFunction, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { isRewritten, type Variable } from '../../syntax/variables.js';
import { browserSchemes, everUsed, isGuarded, localName } from './local-guard.js';

const localSchemes = new RegExp(`^(data|blob|file|${browserSchemes}):`, 'i');

/** Names that say what kind of URL a variable holds: of what is coded in base64, only a `data:` URL can be fetched. */
const localNames = new RegExp(`^(${localName}|base_?64(_?(data|image|string|ur[il]))?)$`, 'i');

/** Whether the request can only be for something local, which has no error status: `data:`, `blob:` and `file:` URLs. */
export function isLocalUrl(file: File, url: Node | undefined, call: Node, depth = 0): boolean {
  if (!url) return false;
  const name = unwrap(url);
  if (saysLocal(name) || startsLocally(file, file.constantValue(url))) return true;
  if (isGuarded(file, url, call)) return true;
  const variable = name.type === 'Identifier' ? file.variable(name) : undefined;
  if (!variable) return false;
  return (
    (isRevoked(variable) && !isGivenAnother(file, variable)) || (depth < 3 && isLocalParameter(file, variable, depth))
  );
}

const saysLocal = (node: Node): boolean => node.type === 'Identifier' && localNames.test(node.name);

/** `URL.revokeObjectURL(url)`: only what `createObjectURL` gave is revoked. */
const isRevoked = everUsed(
  ({ parent }) =>
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    memberName(parent.callee) === 'revokeObjectURL',
);

/** `made = await convert(image)` may be such an address; `url = '/next'` and `url = next` are another. */
const isGivenAnother = (file: File, { references }: Variable): boolean =>
  references.some(({ writeExpr, init }) => {
    const value = init || !writeExpr ? undefined : unwrap(writeExpr);
    return !!value && !/^(Call|Await|New)Expression$/.test(value.type) && !startsLocally(file, value);
  });

/** Parameters that are passed only such addresses, asked again by every request that is made for one. */
const localParameters = new WeakMap<Variable, boolean>();

function isLocalParameter(file: File, variable: Variable, depth: number): boolean {
  if (depth > 0) return isLocalForCallers(file, variable, depth);
  let known = localParameters.get(variable);
  if (known === undefined) localParameters.set(variable, (known = isLocalForCallers(file, variable, depth)));
  return known;
}

/** `const readData = (url) => fetch(url)` that is only ever called with such an address. */
function isLocalForCallers(file: File, variable: Variable, depth: number): boolean {
  const definition = variable.defs[0];
  const fn = definition?.node;
  if (definition?.type !== ('Parameter' as never) || !isFunction(fn) || isRewritten(variable)) return false;
  const calls = file.onlyCallsOf(fn) ?? [];
  const index = fn.params.indexOf(definition.name as TSESTree.Identifier);
  return calls.length > 0 && calls.every((call) => isLocalUrl(file, call.arguments[index], call, depth + 1));
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
    case 'AwaitExpression':
      return again(value.argument);
    case 'CallExpression':
      return isResolved(value) || givesLocalUrl(file, value.callee);
    case 'MemberExpression':
      return memberName(value) === 'href' && again(value.object);
    case 'NewExpression':
      return isModuleUrl(file, value, again);
    case 'Identifier': {
      if (isImportedAsset(file, value) || saysLocal(value)) return true;
      const init = grownFrom(file, value) ?? file.constantValue(value);
      return init !== value && again(init);
    }
    default:
      return false;
  }
}

/** `let url = 'data:text/csv,'; for (…) url += line;`: what it begins with stays. */
function grownFrom(file: File, node: TSESTree.Identifier): Node | undefined {
  const variable = file.variable(node);
  const declarator = variable?.defs.length === 1 ? variable.defs[0]!.node : undefined;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined;
  const grows = ({ identifier: { parent } }: Variable['references'][number]) =>
    parent.type === 'AssignmentExpression' && parent.operator === '+=';
  const writes = variable!.references.filter((reference) => reference.isWrite() && !reference.init);
  return writes.length > 0 && writes.every(grows) ? (declarator.init ?? undefined) : undefined;
}

/** `URL.createObjectURL(blob)`, `canvas.toDataURL()`, `toPng(element)` of a package that draws pages. */
function givesLocalUrl(file: File, callee: Node): boolean {
  if (callee.type === 'MemberExpression') return localUrlMethods.has(memberName(callee) ?? '');
  const definition = callee.type === 'Identifier' ? file.variable(callee)?.defs[0] : undefined;
  return definition?.node.type === 'ImportSpecifier' && localUrlFunctions.has(importedName(definition.node));
}

/** `import.meta.resolve('./x')`. */
function isResolved({ callee, arguments: [path] }: TSESTree.CallExpression): boolean {
  const isResolve = callee.type === 'MemberExpression' && callee.object.type === 'MetaProperty';
  return isResolve && memberName(callee) === 'resolve' && !isElsewhere(path);
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

/** `new URL('./x', import.meta.url)`: a file that is shipped with the code. `new URL('./x', 'file:///x/')`: a local one. */
function isModuleUrl(file: File, node: TSESTree.NewExpression, isLocal: (url: Node) => boolean): boolean {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return false;
  const [path, base] = node.arguments;
  if (path && !base) return isLocal(path);
  if (base && isLocal(base)) return path?.type === 'Literal' && isRelative(String(path.value));
  const from = base && unwrap(base);
  if (isElsewhere(path && file.constantValue(path))) return false;
  return from?.type === 'MemberExpression' && from.object.type === 'MetaProperty' && memberName(from) === 'url';
}

/** Whether an address is written out, and not relative to a file: `https://x/`, `//x/`, `/api/items`. */
function isElsewhere(path: Node | undefined): boolean {
  if (path?.type === 'TemplateLiteral') return !isRelative(path.quasis[0]?.value.cooked ?? '');
  return path?.type === 'Literal' && !isRelative(String(path.value));
}

/** Whether an address needs a base: one with a scheme of its own is what it is, wherever it is found. */
const isRelative = (address: string): boolean => !/^([a-z][a-z\d+.-]*:|\/)/i.test(address);
