import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { clientError, formatStatuses, serverError, StatusSet } from '../../status/index.js';

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
  if (node.type === 'CallExpression') return `${oneLine(source, node.callee)}(…)`;
  const text = valueText(source, node);
  return /^(Identifier|ThisExpression|MemberExpression|TSNonNullExpression)$/.test(node.type) ? text : `(${text})`;
}

/** The same without the brackets that a member needs. */
function valueText(source: TSESLint.SourceCode, node: TSESTree.Node): string {
  if (node.type === 'AwaitExpression') return `await ${headOf(source, node.argument)}`;
  if (node.type === 'AssignmentExpression') return `${oneLine(source, node.left)} = ${valueText(source, node.right)}`;
  return oneLine(source, node);
}

const oneLine = (source: TSESLint.SourceCode, node: TSESTree.Node): string => source.getText(node).replace(/\s+/g, ' ');

/** 4xx and 5xx statuses as a person says them: `4xx (except 404) or 5xx`, `404, 410 or 5xx`. */
export function errorsText(statuses: StatusSet): string {
  const items = [clientError, serverError]
    .map((group) => statuses.intersect(group))
    .filter((part) => !part.isEmpty)
    .flatMap((part) => itemsOf(formatStatuses(part)));
  return series(items, 'or');
}

/** The statuses of one group; exceptions stand in brackets, that nobody reads them as those of the next group, too. */
function itemsOf(list: string): readonly string[] {
  const [group = '', exceptions] = list.split(' except ');
  return exceptions === undefined ? group.split(', ') : [`${group} (except ${series(exceptions.split(', '), 'and')})`];
}

/** Declared statuses for a message: `a 404 or a 500`, `a 4xx` where there are many. */
export function listText(statuses: StatusSet): string {
  const parts = classes.flatMap((digit) => {
    const codes = [...statuses.intersect(StatusSet.range(digit * 100, digit * 100 + 99))];
    return codes.length > mostSaid ? [`a ${digit}xx`] : codes.map((code) => `a ${code}`);
  });
  return series(parts, 'or');
}

/** The digits of the status classes. */
const classes = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** How many codes of a class are said one by one. */
const mostSaid = 4;

/** Some of the declared statuses, for a message: `404 and every 5xx (500, 503)`. */
export function missingText(missing: StatusSet, declared: StatusSet): string {
  const parts = classes.flatMap((digit) => {
    const group = StatusSet.range(digit * 100, digit * 100 + 99);
    const codes = [...missing.intersect(group)];
    const isWhole = codes.length > 1 && declared.intersect(group).size === codes.length;
    if (codes.length <= mostSaid) return isWhole ? [`every ${digit}xx (${codes.join(', ')})`] : codes.map(String);
    return [isWhole ? `every ${digit}xx` : `${codes.length} of the ${digit}xx`];
  });
  return series(parts, 'and');
}

export const series = (items: readonly string[], word: string): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

export type Place = Readonly<
  Pick<TSESLint.RuleContext<string, readonly unknown[]>, 'sourceCode' | 'filename' | 'physicalFilename'>
>;

/**
 * ` on line 14`, as a message says where a node is. Nothing where the text is a piece of its file, of which the reader sees
 * the whole: a wrong line is worse than none.
 */
export const onLine = (place: Place, node: TSESTree.Node): string => (isPiece(place) ? '' : ` on line ${lineOf(node)}`);

/** A processor gives the pieces names of their own; oxlint reads the scripts of a component, and no tag around them. */
const isPiece = ({ filename, physicalFilename, sourceCode }: Place): boolean =>
  filename !== physicalFilename ||
  (/\.(?:vue|svelte|astro)$/.test(filename) && !/<\/script\s*>|^---\s*$/m.test(sourceCode.text));

/** Where a reader looks for a node: a member of something that takes lines stands where its name stands. */
function lineOf(node: TSESTree.Node): string {
  const member = node.type === 'CallExpression' ? node.callee : node;
  return String((member.type === 'MemberExpression' ? member.property : node).loc.start.line);
}

export const asLoc = (node: TSESTree.Node): TSESTree.SourceLocation => node.loc;
