// What the bench asks beside the rules. It stands behind the plugin's entry, so that both share one analysis.
import type { Rule } from 'eslint';
import type { TSESLint } from '@typescript-eslint/utils';
import { typesOf } from './analysis/index.js';

/** Tells how many expressions and calls of a file types were asked for by now. The rules ask the same types, and count on. */
export function questionsAbout(context: Rule.RuleContext): () => number {
  const types = typesOf(context as unknown as Readonly<TSESLint.RuleContext<string, readonly unknown[]>>);
  return () => types?.questions ?? 0;
}
