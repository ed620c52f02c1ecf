import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isInside, memberName, outermost, type Node } from '../../syntax/nodes.js';
import { guardsFrom, isChecked, type ResponseReport } from '../../analysis/index.js';
import { checkOf, semicolonAt } from '../exit/check.js';
import { putBetween, readerAfter } from '../write/declarators.js';
import type { Edit, Source } from '../write/edit.js';
import { exitFor, type Exit } from '../exit/exit.js';
import { subjectOf, type Subject } from '../exit/response-text.js';
import {
  certaintyOf,
  certaintyOfName,
  isAlwaysReached,
  isChosen,
  isKnownThere,
  isTested,
  type Certainty,
} from './missing.js';
import { wordsIn, type Words } from './words.js';
import { variableAt } from '../write/names.js';
import { isInList, putAround, putBefore, siblingsFrom } from '../write/place.js';

export interface Mended {
  readonly exit: Exit;
  readonly edits: readonly Edit[];
}

/**
 * Checks a response that has a name: right after it got it or, where that would take over a check that is there or throw
 * into a `catch` that goes on, before the first statement that reads the body.
 */
export function checkBound(
  source: Source,
  name: TSESTree.Identifier,
  statement: Node,
  response: ResponseReport,
  partly: boolean,
): Mended | undefined {
  const late = partly || response.catchers.isSwallowedBefore(statement, usesOf(source, name, response));
  if (late) return checkBeforeUse(source, name, statement, response);
  const certainty = certaintyOfBound(source, name);
  if (certainty === 'other') return undefined;
  const isSure = certainty === 'sure';
  if (!isSure) {
    const later = checkBeforeUse(source, name, statement, response);
    if (later) return later;
  }
  if (guardsFrom(response, statement).length > 0) return undefined;
  const words = isSure ? wordsIn(source, response, siblingsFrom(statement)) : undefined;
  if (words) return checkBehind(source, name.name, words, response);
  const subject = subjectOf(name.name, response);
  const exit = exitFor(source, statement, subject);
  const semicolon = semicolonAt(source, statement);
  const check = checkOf(source, subject, exit, semicolon, !isSure);
  const reader = readerAfter(source, name);
  if (!reader) return { exit, edits: putAround(source, statement, undefined, check) };
  const edits = putBetween(source, name, reader, check, semicolon);
  return edits && { exit, edits };
}

/** A check behind the statement that reads the body: until then, what the server says of a failure is not known. */
export function checkBehind(
  source: Source,
  name: string,
  { after, text: words }: Words,
  response: ResponseReport,
): Mended {
  const subject: Subject = { ...subjectOf(name, response), isRead: true, words };
  const exit = exitFor(source, after, subject);
  return {
    exit,
    edits: putAround(source, after, undefined, checkOf(source, subject, exit, semicolonAt(source, after))),
  };
}

/** What the expression may give that is put into the variable here. */
export function certaintyOfBound(source: Source, name: TSESTree.Identifier): Certainty {
  const { parent } = name;
  const value =
    parent.type === 'VariableDeclarator' ? parent.init : parent.type === 'AssignmentExpression' ? parent.right : null;
  if (!value) return 'sure';
  const certainty = certaintyOf(source, value);
  return certainty === 'sure' && isChosen(value) && isTested(source, name) ? 'nothing' : certainty;
}

/** Checks a response before the statement that holds or precedes every unguarded use of its body. */
export function checkBeforeUse(
  source: Source,
  name: TSESTree.Identifier,
  binding: Node,
  response: ResponseReport,
): Mended | undefined {
  const uses = usesOf(source, name, response).filter((use) => !isChecked(response, use));
  const certainty = certaintyOfName(source, name);
  const target = dominator(uses, binding);
  if (!target || certainty === 'other' || guardsFrom(response, target).length > 0) return undefined;
  const subject = subjectOf(name.name, response);
  const exit = exitFor(source, target, subject);
  const isReached = uses.some((use) => !isOptional(use) && isInside(use, target) && isAlwaysReached(use, target));
  const mayLack = certainty === 'nothing' || uses.some(isOptional);
  const asks = mayLack && !isReached && !isKnownThere(target, name.name);
  const check = checkOf(source, subject, exit, semicolonAt(source, target), asks);
  return { exit, edits: putBefore(source, target, check) };
}

/** The identifiers through which the body of a response is read. */
function usesOf(source: Source, name: TSESTree.Identifier, response: ResponseReport): Node[] {
  const references = variableAt(source, name, name.name)?.references ?? [];
  return references
    .filter((reference) => reference.isRead())
    .map((reference): Node => reference.identifier)
    .filter((identifier) => {
      const access = accessOf(identifier);
      if (!access)
        return identifier.parent?.type === 'CallExpression' || identifier.parent?.type === 'VariableDeclarator';
      const member = memberName(access) ?? '';
      return (
        response.client.members.readers.has(member) ||
        response.client.members.copies.has(member) ||
        member === response.client.members.body
      );
    });
}

/** `res.json` for `res`, also where a type assertion is between. */
function accessOf(identifier: Node): TSESTree.MemberExpression | undefined {
  const at = outermost(identifier);
  return at.parent?.type === 'MemberExpression' && at.parent.object === at ? at.parent : undefined;
}

/** `res?.json()`, `res!.json()`: there may be no response at all. */
const isOptional = (use: Node): boolean => use.parent?.type === 'TSNonNullExpression' || !!accessOf(use)?.optional;

/** The innermost statement that all uses are in or after, within the function of the binding. */
function dominator(uses: readonly Node[], binding: Node): Node | undefined {
  const fn = enclosingFunction(binding);
  const [first] = uses.toSorted((a, b) => a.range[0] - b.range[0]);
  for (let at: Node | undefined = first; at && at !== fn; at = at.parent) {
    const list = at.parent;
    if (!list || !isInList(at) || enclosingFunction(at) !== fn || list.type === 'SwitchCase') continue;
    // Before the declaration, or the call, a check would come too early.
    if (binding.range[0] >= at.range[0]) return undefined;
    if (uses.every((use) => isInside(use, list) && use.range[0] >= at.range[0])) return at;
  }
  return undefined;
}
