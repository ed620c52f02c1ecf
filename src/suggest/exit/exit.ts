import type { TSESTree } from '@typescript-eslint/utils';
import type { ResponseReport } from '../../analysis/index.js';
import { isPlainError } from '../../models/language.js';
import { enclosingFunction, isFunction, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import { neighbours, type Check } from './neighbours.js';
import { styleOf } from '../write/style.js';

/** How the code at some place reaches a response: as `res`, or as the names it was taken apart into. */
export interface Subject {
  readonly whole?: string;
  readonly ok: string;
  readonly status: string;
  readonly response: ResponseReport;
}

export function subjectOf(text: string, response: ResponseReport): Subject {
  const { ok, status } = response.client.members;
  return { whole: text, ok: `${text}.${ok}`, status: `${text}.${status}`, response };
}

/** What to do about a failure: a statement without its semicolon, and how to call it. */
export interface Exit {
  readonly text: string;
  readonly word: string;
}

/**
 * What code at `place` does about a failure: what its neighbours do in the same function, else what the file throws for
 * this elsewhere, else an error that carries the status. `isStep` says that it stands in a function of its own.
 */
export function exitFor(source: Source, place: Node, subject: Subject, isStep = false): Exit {
  const around = isStep ? undefined : enclosingFunction(place);
  const isAsync = !isStep && (around ? around.async : true);
  const checks = neighbours(source, subject.response).toSorted((a, b) => distance(a, place) - distance(b, place));
  for (const check of checks) {
    const isOwn = !isStep && enclosingFunction(check.exit) === around;
    const text = reuse(source, check, place, subject, isOwn, isAsync);
    if (text !== undefined && check.exit.type === 'ReturnStatement')
      return { text: `return ${text}`.trim(), word: 'Return' };
    if (text !== undefined) return raised(source, place, subject, text, isStep);
  }
  return raised(source, place, subject, error(source, subject), isStep);
}

/** An error is thrown, or given to who has to know where nobody would catch it. */
function raised(source: Source, place: Node, { response }: Subject, value: string, isStep: boolean): Exit {
  const channel = isStep ? undefined : response.channels.at(place);
  if (!channel) return { text: `throw ${value}`, word: 'Throw' };
  const pad = styleOf(source).padded ? ' ' : '';
  const word = channel.isReject ? 'Reject' : `Call \`${channel.name}\``;
  return { text: `return ${channel.name}(${pad}${value}${pad})`, word };
}

const distance = (check: Check, place: Node): number => Math.abs(check.exit.range[0] - place.range[0]);

/** The value of a neighbour's exit as it is for this response; undefined where it does not fit. */
function reuse(
  source: Source,
  check: Check,
  place: Node,
  subject: Subject,
  isOwn: boolean,
  isAsync: boolean,
): string | undefined {
  const { exit } = check;
  const value = exit.argument;
  if (exit.type === 'ReturnStatement') {
    if (!isOwn || !check.alone) return undefined;
    if (!value) return '';
  }
  if (!value || source.getCommentsInside(exit).length > 0 || value.loc.start.line !== value.loc.end.line)
    return undefined;
  if (exit.type === 'ThrowStatement' && !isOwnError(value, check.response)) return undefined;
  return rewrite(source, value, check, place, subject, isAsync);
}

/** `new HttpError(…)`, `toError(…)`, `await toError(…)`. */
function isOwnError(value: Node, response: string): boolean {
  const node = unwrap(value);
  if (node.type === 'AwaitExpression') return isOwnError(node.argument, response);
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return false;
  let root: Node = node.callee;
  while (root.type === 'MemberExpression') root = root.object;
  // `throw await res.json()` throws what the server says, not an error of the project's.
  return root.type !== 'Identifier' || (root.name !== response && !isPlainError(root.name));
}

/** The text of what another check throws or returns, for this response; undefined where it would not mean the same. */
function rewrite(
  source: Source,
  value: Node,
  check: Check,
  place: Node,
  subject: Subject,
  isAsync: boolean,
): string | undefined {
  const changes: { range: readonly [number, number]; text: string }[] = [];
  let fits = true;
  let messages = 0;
  visit(value, source.visitorKeys, (node) => {
    if (isFunction(node) || (node.type === 'AwaitExpression' && !isAsync)) fits = false;
    if ((node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral') {
      messages++;
      // What went wrong there is not what goes wrong here, wherever the text is more than a name for it.
      if (!isArgument(node)) fits = false;
      changes.push({ range: node.range, text: message(source, subject) });
      return false;
    }
    if (node.type !== 'Identifier' || !isReference(node)) return true;
    if (node.name === check.response) {
      const member = node.parent.type === 'MemberExpression' && node.parent.object === node ? node.parent : undefined;
      const text = member && !subject.whole ? memberText(member, subject) : subject.whole;
      if (text === undefined) fits = false;
      else changes.push({ range: member && !subject.whole ? member.range : node.range, text });
    } else if (variableAt(source, node, node.name) !== variableAt(source, place, node.name)) fits = false;
    return true;
  });
  if (!fits || messages > 1) return undefined;
  return applied(source, value, changes);
}

const isArgument = (node: Node): boolean =>
  (node.parent?.type === 'NewExpression' || node.parent?.type === 'CallExpression') && node.parent.callee !== node;

const memberText = (member: TSESTree.MemberExpression, { status, response }: Subject): string | undefined =>
  memberName(member) === response.client.members.status ? status : undefined;

function isReference(node: TSESTree.Identifier): boolean {
  const parent = node.parent;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed;
  return parent.type !== 'Property' || parent.value === node;
}

function applied(
  source: Source,
  node: Node,
  changes: readonly { range: readonly [number, number]; text: string }[],
): string {
  let text = '';
  let at = node.range[0];
  for (const change of changes.toSorted((a, b) => a.range[0] - b.range[0])) {
    text += source.text.slice(at, change.range[0]) + change.text;
    at = change.range[1];
  }
  return text + source.text.slice(at, node.range[1]);
}

function message(source: Source, subject: Subject): string {
  const { templates, quote } = styleOf(source);
  return templates
    ? `\`Request failed with status \${${subject.status}}\``
    : `${quote}Request failed with status ${quote} + ${subject.status}`;
}

function error(source: Source, subject: Subject): string {
  const pad = styleOf(source).padded ? ' ' : '';
  return `new Error(${pad}${message(source, subject)}${pad})`;
}
