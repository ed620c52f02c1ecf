import { unwrap, type Node } from '../syntax/nodes.js';

export const builtIns = new Set([
  'JSON',
  'Object',
  'Array',
  'Buffer',
  'String',
  'Number',
  'Boolean',
  'parseInt',
  'parseFloat',
]);
/** A function of the language, or of a regular expression. */
export function isBuiltIn(callee: Node): boolean {
  const node = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  return node.type === 'Identifier' ? builtIns.has(node.name) : node.type === 'Literal' && 'regex' in node;
}
/** Methods that call the function they are given, there and then or when a promise settles. */
export const inliningMethods = new Set([
  ...['then', 'catch', 'finally', 'map', 'forEach', 'filter', 'some', 'every', 'find', 'findLast', 'findIndex'],
  ...['flatMap', 'reduce', 'reduceRight'],
]);
/** Methods that call back with each element. */
export const callbackMethods = new Set([
  ...['map', 'forEach', 'filter', 'some', 'every', 'find', 'findLast', 'findIndex', 'flatMap', 'reduce', 'reduceRight'],
]);
/** Methods that give a list with the same elements. */
export const sameElements = new Set(['slice', 'reverse', 'toReversed', 'sort', 'toSorted', 'flat', 'values', 'concat']);
export const adders = new Set(['push', 'unshift']);
export const views = /^((Big)?(Ui|I)nt\d+(Clamped)?Array|Float\d+Array|DataView|Blob|Buffer|Map|Set|URLSearchParams)$/;
/** `new Uint8Array(buffer)`: classes of the language whose objects show what they are given. */
export const isView = (callee: Node): boolean => callee.type === 'Identifier' && views.test(callee.name);
