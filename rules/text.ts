import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { clientError, formatStatuses, serverError, type StatusSet } from '../src/status/index.js';

const longest = 40;

/** The text of a node as a message shows it: on one line, and short; of a long chain the last link. */
export function excerpt(source: TSESLint.SourceCode, node: TSESTree.Node): string {
  const text = oneLine(source, node);
  if (text.length <= longest) return text;
  const isCall = node.type === 'CallExpression';
  const callee = isCall ? node.callee : node;
  if (callee.type !== 'MemberExpression') return `${text.slice(0, longest - 1)}…`;
  const link = `.${source.getText(callee.property)}${isCall ? '()' : ''}`;
  const short = headOf(source, callee.object) + link;
  return short.length <= longest ? short : `…${link}`;
}

/** What a member is read from: `(await fetch(…))` for a request whose arguments take lines. */
export function headOf(source: TSESLint.SourceCode, node: TSESTree.Node): string {
  if (node.type === 'AwaitExpression') return `(await ${headOf(source, node.argument)})`;
  if (node.type === 'CallExpression') return `${oneLine(source, node.callee)}(…)`;
  const text = oneLine(source, node);
  return /^(Identifier|ThisExpression|MemberExpression|TSNonNullExpression)$/.test(node.type) ? text : `(${text})`;
}

const oneLine = (source: TSESLint.SourceCode, node: TSESTree.Node): string => source.getText(node).replace(/\s+/g, ' ');

/** 4xx and 5xx statuses as a person says them: `5xx or 4xx except 404`. What has exceptions stands last. */
export function errorsText(statuses: StatusSet): string {
  const parts = [clientError, serverError]
    .map((group) => statuses.intersect(group))
    .filter((part) => !part.isEmpty)
    .map((part) => formatStatuses(part));
  const isPlain = (part: string): boolean => !part.includes('except');
  return [
    ...parts.filter(isPlain).map((part) => lastComma(part, 'or')),
    ...parts.filter((part) => !isPlain(part)).map((part) => lastComma(part, 'and')),
  ].join(' or ');
}

const lastComma = (list: string, word: string): string => list.replace(/, (?=[^,]*$)/, ` ${word} `);

export const lineOf = (node: TSESTree.Node): string => String(node.loc.start.line);

export const asLoc = (node: TSESTree.Node): TSESTree.SourceLocation => node.loc;
