import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { TypedFile, typesOf } from '../src/typed/index.js';

/** What a rule that needs types says where there are none. */
export const noTypes =
  'This rule needs type information, and has none: set `languageOptions.parserOptions.projectService` to true, with the parser of typescript-eslint.';

/** The file for which that is said, and by which rule: once per run, and again whenever this file is linted again. */
let spokesman: string | undefined;

const isTypeScript = /\.[cm]?tsx?$/i;

/** Where that is said. */
export const fileStart: TSESTree.SourceLocation = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** Gives the listeners of a rule the types of its file. Without any it complains once, where types are to be expected. */
export function withTypes(
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  listen: (file: TypedFile) => TSESLint.RuleListener,
  complain: () => void,
): TSESLint.RuleListener {
  const types = typesOf(context);
  if (types) return listen(new TypedFile(context.sourceCode, types));
  const who = `${context.id} ${context.filename}`;
  return isTypeScript.test(context.filename) && (spokesman ??= who) === who ? { Program: complain } : {};
}
