import * as utils from '@eslint-community/eslint-utils';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Node } from '../../syntax/nodes.js';
import type { SuggestionId } from './messages.js';

export type Source = Readonly<TSESLint.SourceCode>;

/** A piece of text that takes the place of another; an empty range inserts. */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** One way to mend what is reported. */
export interface Suggestion {
  readonly messageId: SuggestionId;
  readonly data?: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
}

export const insert = (at: number, text: string): Edit => ({ range: [at, at], text });

export const replace = (node: { range: readonly [number, number] }, text: string): Edit => ({
  range: node.range,
  text,
});

/** Suggestions in the form that `context.report` takes. */
export const toSuggest = (suggestions: readonly (Suggestion | undefined)[]) =>
  suggestions
    .filter((suggestion) => suggestion !== undefined)
    .map(({ messageId, data, edits }) => ({
      messageId,
      data,
      fix: (fixer: TSESLint.RuleFixer) =>
        edits.map(({ range, text }) => fixer.replaceTextRange([range[0], range[1]], text)),
    }));

/** Whether an edit of this stretch of text could lose a comment. */
export const hasComments = (source: Source, node: Node): boolean => source.getCommentsInside(node).length > 0;

/** Whether a node stands in so many pairs of parentheses. */
export const isParenthesized = (source: Source, node: Node, times = 1): boolean =>
  utils.isParenthesized(times, node as never, source as never);

/** Where a node stands together with the parentheses around it. */
export function withParentheses(source: Source, node: Node): { range: [number, number] } {
  const range: [number, number] = [node.range[0], node.range[1]];
  let before = source.getTokenBefore(node);
  let after = source.getTokenAfter(node);
  for (let times = 1; before && after && isParenthesized(source, node, times); times++) {
    range[0] = before.range[0];
    range[1] = after.range[1];
    before = source.getTokenBefore(before);
    after = source.getTokenAfter(after);
  }
  return { range };
}
