import type { TSESTree } from '@typescript-eslint/utils';
import type { ResponseReport } from '../../analysis/index.js';
import { isPlainError } from '../../models/language.js';
import { isFunction, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import type { Subject } from './response-text.js';
import { messageOf } from './message.js';
import type { Check } from './neighbours.js';

/** Where another check's exit is wanted. */
interface At {
  readonly place: Node;
  readonly subject: Subject;
  /** The check stands in the same function. */
  readonly isOwn: boolean;
  readonly isAsync: boolean;
}

/** The value of a neighbour's exit as it is for this response; undefined where it does not fit. */
export function reuse(source: Source, check: Check, { place, subject, isOwn, isAsync }: At): string | undefined {
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
      changes.push({ range: node.range, text: messageOf(source, subject) });
      return false;
    }
    if (node.type !== 'Identifier' || !isReference(node)) return true;
    if (node.name === check.response) {
      const member = node.parent.type === 'MemberExpression' && node.parent.object === node ? node.parent : undefined;
      const text = member && !subject.whole ? memberText(member, subject) : subject.whole;
      // `throw BadRequest(data.error)` was made for a parsed body.
      if (text === undefined || (member && !isOfResponse(member, subject.response))) fits = false;
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

/** Whether a member is one that responses have. */
function isOfResponse(member: TSESTree.MemberExpression, { client: { members } }: ResponseReport): boolean {
  const name = memberName(member) ?? '';
  const { status, ok, body, readers, copies, hints, telling } = members;
  return [status, ok, body, 'url'].includes(name) || [readers, copies, hints, telling].some((names) => names.has(name));
}

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
