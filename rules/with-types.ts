import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { TypedFile, typesOf, whyNoTypes } from '../src/typed/index.js';

/** What a rule that needs types says where there are none. */
export const noTypes = 'This rule needs type information, and has none: {{why}}.';

/**
 * The file for which that is said, and by which rule, for each folder in which a run began: once per run, and again whenever
 * this file is linted again.
 */
const spokesmen = new Map<string, string>();

const isTypeScript = /\.[cm]?tsx?$/i;

/** Where that is said. */
export const fileStart: TSESTree.SourceLocation = { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } };

/** Gives the listeners of a rule the types of its file. Without any it complains once, where types are to be expected. */
export function withTypes(
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
  listen: (file: TypedFile) => TSESLint.RuleListener,
  complain: (data: { readonly why: string }) => void,
): TSESLint.RuleListener {
  const types = typesOf(context);
  if (types) return listen(new TypedFile(context.sourceCode, types));
  if (!isTypeScript.test(context.filename)) return {};
  const who = `${context.id} ${context.filename}`;
  if (!spokesmen.has(context.cwd)) spokesmen.set(context.cwd, who);
  return spokesmen.get(context.cwd) === who ? { Program: () => complain({ why: whyNoTypes(context) }) } : {};
}
