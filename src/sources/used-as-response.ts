import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Client, ResponseMembers } from '../models/index.js';
import { File } from '../syntax/file.js';
import { callOf, isFunction, isWrapper, keyName, memberName, type Node } from '../syntax/nodes.js';

/**
 * Whether the result of a call is used as a response: one of a response's own members is read from it, directly, through
 * `await` and `then`, or through the variable it is put in. A method that is merely called `fetch` is told from the
 * Fetch API by this: a promise has to be waited for, so what is read from the result at once is no response's.
 */
export const usedAsResponse = (file: File, words: ResponseWords, call: Node): boolean =>
  isTellingUse({ file, words, isSettled: false, depth: 0, seen: new Set(), seenSettled: new Set() }, call);

/** The members by which the response of one of some clients is told from other things. */
export interface ResponseWords {
  readonly statuses: ReadonlySet<string>;
  /** Members that little else has: `status` and `body` alone say nothing, jobs and parsed data have them too. */
  readonly telling: ReadonlySet<string>;
  /** Methods that read the body, or give the response again. */
  readonly methods: ReadonlySet<string>;
  readonly readers: ReadonlySet<string>;
}

const ofMembers = new WeakMap<ResponseMembers, ResponseWords>();
const ofClients = new WeakMap<readonly Client[], ResponseWords>();

/** The words of one client's response. */
export function wordsOfResponse(members: ResponseMembers): ResponseWords {
  let words = ofMembers.get(members);
  if (!words) ofMembers.set(members, (words = merged([members])));
  return words;
}

/** The words of any client's response. */
export function wordsOfAny(clients: readonly Client[]): ResponseWords {
  let words = ofClients.get(clients);
  if (!words) ofClients.set(clients, (words = merged(clients.map(({ members }) => members))));
  return words;
}

function merged(all: readonly ResponseMembers[]): ResponseWords {
  const readers = new Set(all.flatMap((one) => [...one.readers]));
  return {
    statuses: new Set(all.map(({ status }) => status)),
    telling: new Set(all.flatMap(({ ok, telling }) => [...(ok === undefined ? [] : [ok]), ...telling])),
    readers,
    methods: new Set([...readers, ...all.flatMap(({ copies }) => [...copies])]),
  };
}

/** Where a value is looked at: whether it was waited for, and how far the search has come. */
interface Look {
  readonly file: File;
  readonly words: ResponseWords;
  readonly isSettled: boolean;
  readonly depth: number;
  /** Variables whose reads were looked at: in `a = a || b` each of them leads to all others again. */
  readonly seen: Set<TSESLint.Scope.Variable>;
  readonly seenSettled: Set<TSESLint.Scope.Variable>;
}

const settled = (look: Look): Look => ({ ...look, isSettled: true });

function isTellingUse(look: Look, call: Node): boolean {
  const parent = call.parent;
  if (!parent || look.depth > 12) return false;
  const further = { ...look, depth: look.depth + 1 };
  if (isWrapper(parent)) return isTellingUse(further, parent);
  switch (parent.type) {
    case 'AwaitExpression':
    case 'YieldExpression':
      return isTellingUse(settled(further), parent);
    case 'LogicalExpression':
      return isTellingUse(further, parent);
    case 'ConditionalExpression':
      return parent.test !== call && isTellingUse(further, parent);
    case 'MemberExpression':
      return parent.object === call && memberIsTelling(further, parent);
    case 'VariableDeclarator':
      return parent.init === call && patternIsTelling(further, parent.id);
    case 'AssignmentExpression':
      return parent.right === call && patternIsTelling(further, parent.left);
    case 'ArrayExpression':
      return elementIsTelling(further, parent, parent.elements.indexOf(call as TSESTree.Expression));
    default:
      return false;
  }
}

function memberIsTelling(look: Look, node: TSESTree.MemberExpression): boolean {
  const name = memberName(node);
  if (name === undefined) return false;
  const call = callOf(node);
  if (call && (name === 'catch' || name === 'finally')) return isTellingUse(look, call);
  if (call && name === 'then') {
    const [handler] = call.arguments;
    const parameter = isFunction(handler) ? handler.params[0] : undefined;
    if (!handler) return isTellingUse(look, call);
    return !!parameter && patternIsTelling(settled(look), parameter);
  }
  const { words, isSettled } = look;
  if (!isSettled) return false;
  if (call) return words.methods.has(name);
  return words.telling.has(name) || (words.statuses.has(name) && isCompared(node));
}

/** `res.ok()`: another client's response, whose status is a method. */
function isCalledMember(object: Node): boolean {
  const member = object.parent;
  if (member?.type !== 'MemberExpression' || member.object !== object) return false;
  return /^(ok|status)$/.test(memberName(member) ?? '') && !!callOf(member);
}

/** `x.status === 404`: a number where a job would have a word. */
function isCompared(node: TSESTree.MemberExpression): boolean {
  const parent = node.parent;
  if (parent.type === 'SwitchStatement') return parent.cases.some((c) => isStatusLiteral(c.test));
  if (parent.type !== 'BinaryExpression') return false;
  return isStatusLiteral(parent.left) || isStatusLiteral(parent.right);
}

const isStatusLiteral = (node: Node | null): boolean =>
  node?.type === 'Literal' && typeof node.value === 'number' && node.value >= 100 && node.value <= 999;

function patternIsTelling(look: Look, pattern: Node): boolean {
  const { file, words } = look;
  if (pattern.type === 'AssignmentPattern') return patternIsTelling(look, pattern.left);
  if (pattern.type === 'Identifier') {
    const variable = file.variable(pattern);
    const seen = look.isSettled ? look.seenSettled : look.seen;
    if (!variable || seen.has(variable)) return false;
    seen.add(variable);
    const reads = variable.references.filter((reference) => reference.isRead());
    if (reads.some(({ identifier }) => isCalledMember(identifier))) return false;
    return reads.some(({ identifier }) => isTellingUse(look, identifier));
  }
  if (pattern.type !== 'ObjectPattern' || !look.isSettled) return false;
  return pattern.properties.some((property) => {
    const name = property.type === 'Property' ? keyName(property) : undefined;
    return name !== undefined && (words.telling.has(name) || words.readers.has(name));
  });
}

/** `const [a, b] = await Promise.all([fetch(x), fetch(y)])`. */
function elementIsTelling(look: Look, array: TSESTree.ArrayExpression, index: number): boolean {
  let at: Node | undefined = array.parent;
  if (at?.type === 'CallExpression') at = at.parent;
  const isAwaited = at?.type === 'AwaitExpression';
  if (isAwaited) at = at.parent;
  if (at?.type !== 'VariableDeclarator' || at.id.type !== 'ArrayPattern') return false;
  const element = at.id.elements[index];
  return !!element && patternIsTelling(isAwaited ? settled(look) : look, element);
}
