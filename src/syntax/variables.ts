import type { TSESLint } from '@typescript-eslint/utils';

export type Variable = TSESLint.Scope.Variable;
/** Whether a variable is given another value somewhere than the one it begins with. */

export const isRewritten = ({ references }: Variable): boolean =>
  references.some((reference) => reference.isWrite() && !reference.init);
/** `export const res = …`, `export function load() {}`, `export { res }`: other modules can read it. */

export const isExported = ({ defs, references }: Variable): boolean =>
  defs.some(({ node, parent }) => [node.parent, parent?.parent].some((at) => !!at && exports.has(at.type))) ||
  references.some(({ identifier }) => exports.has(identifier.parent.type));
export const exports = new Set(['ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportSpecifier']);
