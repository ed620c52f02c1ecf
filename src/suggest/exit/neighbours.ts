import type { TSESTree } from '@typescript-eslint/utils';
import { Latest } from '../../syntax/latest.js';
import { isAround, unwrap, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { ResponseReport } from '../../analysis/index.js';
import type { ResponseMembers } from '../../models/index.js';
import type { Source } from '../write/edit.js';

/** `if (!res.ok) throw new HttpError(res)` as it stands elsewhere in the file. */
export interface Check {
  readonly response: string;
  readonly exit: TSESTree.ThrowStatement | TSESTree.ReturnStatement;
  /** Whether the exit is all that happens. */
  readonly alone: boolean;
}

const cache = new Latest<Source, { readonly members: ResponseMembers; readonly checks: readonly Check[] }>();

/** The checks of a file that end a path. */
export function neighbours(source: Source, { client: { members } }: ResponseReport): readonly Check[] {
  let known = cache.get(source);
  if (known?.members !== members) cache.set(source, (known = { members, checks: findChecks(source, members) }));
  return known.checks;
}

/** What a check looks like in the text: most files have few, and most of their tree need not be looked at. */
const looksLikeCheck = ({ ok, status }: ResponseMembers): RegExp =>
  new RegExp(`\\bif\\s*\\([\\s!(]*[\\w$]+\\s*[!)]*\\.\\s*(?:${ok ?? status}|${status})\\b`, 'g');

function findChecks(source: Source, members: ResponseMembers): Check[] {
  const places = Array.from(source.text.matchAll(looksLikeCheck(members)), ({ index }) => index);
  const checks: Check[] = [];
  if (places.length === 0) return checks;
  visit(source.ast, source.visitorKeys, (node) => {
    if (!isAround(places, node.range)) return false;
    const check = node.type === 'IfStatement' && checkIn(node, members);
    if (check) checks.push(check);
    return true;
  });
  return checks;
}

function checkIn(node: TSESTree.IfStatement, members: ResponseMembers): Check | undefined {
  const response = failedResponse(node.test, members);
  const body = node.consequent.type === 'BlockStatement' ? node.consequent.body : [node.consequent];
  const exit = body.at(-1);
  if (response === undefined || node.alternate || (exit?.type !== 'ThrowStatement' && exit?.type !== 'ReturnStatement'))
    return undefined;
  return { response, exit, alone: body.length === 1 };
}

/** The name of the response in `!res.ok` and in comparisons that failures alone pass. */
function failedResponse(test: Node, { ok, status }: ResponseMembers): string | undefined {
  const node = unwrap(test);
  if (node.type === 'UnaryExpression' && node.operator === '!') return ownerOf(node.argument, ok);
  if (node.type !== 'BinaryExpression') return undefined;
  const limit = node.right.type === 'Literal' ? Number(node.right.value) : NaN;
  const failure = /^!==?$/.test(node.operator)
    ? limit === 200
    : /^>=?$/.test(node.operator) && limit >= 299 && limit <= 400;
  return failure ? ownerOf(node.left, status) : undefined;
}

function ownerOf(node: Node, member: string | undefined): string | undefined {
  const inner = unwrap(node);
  if (inner.type !== 'MemberExpression' || inner.computed || inner.object.type !== 'Identifier') return undefined;
  return inner.property.type === 'Identifier' && inner.property.name === member ? inner.object.name : undefined;
}
