import type { TSESTree } from '@typescript-eslint/utils';
import { guardsFrom } from '../../analysis/index.js';
import { isInside, outermost, unwrap, type Node } from '../../syntax/nodes.js';
import { errors, StatusSet, success } from '../../status/index.js';
import { bodyOf, checkOf, semicolonAt, testOf } from '../exit/check.js';
import { addDefault } from './default-case.js';
import { replace, toSuggest, type Edit, type Source, type Suggestion } from '../write/edit.js';
import { addElse, append, insertElse, isPlain, leaves, nest, prepend } from './else-branch.js';
import { exitFor, type Exit } from '../exit/exit.js';
import { type Subject } from '../exit/response-text.js';
import { indentOf } from '../write/indent.js';
import { isInList, putAround, siblingsFrom } from '../write/place.js';
import { holdsSome, isExactly, labelOf, sidesOf, usesOf, type Sides, type Slip } from './slip.js';
import { styleOf } from '../write/style.js';
import { askedIn, asksOnly, type Asked } from '../exit/subject.js';

/** A branch of their own for the failures that get past a condition. */
export function suggestBranch(source: Source, condition: Node, slip: Slip) {
  return toSuggest([branchFor(source, condition, slip)]);
}

/** What all ways to add a branch need. */
interface Context {
  readonly source: Source;
  readonly slip: Slip;
  readonly asked: Asked;
  /** No condition before this one lets the same statuses past. */
  readonly isOnly: boolean;
}

interface WithExit extends Context {
  readonly exit: Exit;
}

function branchFor(source: Source, condition: Node, slip: Slip): Suggestion | undefined {
  const statement = outermost(condition).parent;
  const asked = askedIn(source, condition, slip.response);
  if (!asked || asked.optional || !statement) return undefined;
  const context = { source, slip, asked, isOnly: true };
  if (statement.type === 'LogicalExpression' && statement.parent.type === 'ExpressionStatement')
    return shortCircuit(context, statement);
  const isWhole =
    statement.type === 'SwitchStatement' || (statement.type === 'IfStatement' && statement.test === condition);
  if (!isWhole || slip.response.catchers.isSwallowedBefore(statement, usesOf(slip))) return undefined;
  const last = lastAsking(slip, statement);
  return last && addBranch({ ...context, isOnly: last === statement }, last);
}

/**
 * The statement after which nothing asks for a failure any more: the one with the condition, or a later one beside it.
 * Undefined where there is no such place, or the body is read on the way there.
 */
function lastAsking(slip: Slip, statement: Node): Node | undefined {
  const later = guardsFrom(slip.response, statement).map(({ node }) => node);
  const list = siblingsFrom(statement);
  const last = list.findLast((sibling) => later.some((node) => isInside(node, sibling))) ?? statement;
  if (later.some((node) => node.range[0] >= last.range[1])) return undefined;
  const before = list.slice(0, list.indexOf(last));
  // Reading a body before its status is asked for is fine, as long as nothing is done with it meanwhile.
  const isLate = usesOf(slip).some((use) =>
    before.some((sibling) => isInside(use, sibling) && sibling.type !== 'VariableDeclaration'),
  );
  return isLate ? undefined : last;
}

function addBranch(context: Context, statement: Node): Suggestion | undefined {
  const { source, slip, asked } = context;
  if (statement.type === 'IfStatement') return inIf(context, statement);
  if (statement.type !== 'SwitchStatement') return undefined;
  const sides = sidesOf(slip, statement.discriminant);
  return sides && isExactly(slip, sides.whenFalse) ? addDefault(source, statement, asked, slip, sides) : undefined;
}

/** `res.ok && use(res)` becomes an `if` with an `else`. */
function shortCircuit({ source, slip, asked }: Context, node: TSESTree.LogicalExpression): Suggestion | undefined {
  const statement = node.parent;
  const sides = sidesOf(slip, node.left);
  if (node.operator !== '&&' || asked.edits.length > 0 || !sides || !sides.whenFalse.isDisjointWith(success))
    return undefined;
  if (!isExactly(slip, sides.whenFalse) || lastAsking(slip, statement) !== statement) return undefined;
  if (
    source.getCommentsInside(statement).some((c) => c.range[0] > node.left.range[1] && c.range[1] < node.right.range[0])
  )
    return undefined;
  const exit = exitFor(source, statement, asked.subject);
  const semicolon = semicolonAt(source, statement);
  const { braces, eol, unit } = styleOf(source);
  const indent = indentOf(source, statement);
  const use = source.getText(node.right);
  const taken = braces
    ? `{${eol}${indent}${unit}${use}${semicolon}${eol}${indent}} `
    : `${use}${semicolon}${eol}${indent}`;
  const text = `if (${source.getText(node.left)}) ${taken}else ${bodyOf(source, exit, indent, semicolon)}`;
  return { messageId: 'check', data: { exit: exit.word }, edits: [replace(statement, text)] };
}

function inIf(context: Context, node: TSESTree.IfStatement): Suggestion | undefined {
  const { source, slip, asked } = context;
  const mended = withoutBranch(context, node);
  if (mended) return mended;
  const exit = exitFor(source, node, asked.subject);
  const edits = editsIn({ ...context, exit }, node);
  return edits && { messageId: labelOf(slip), data: { exit: exit.word }, edits: [...asked.edits, ...edits] };
}

/**
 * `ok` in the place of a test that is the same for every status: `if (200 <= res.status <= 299)`, and
 * `if (res.status < 200 && res.status > 299) throw …`. There is a branch for failures, to which none comes.
 */
function withoutBranch({ source, slip, asked }: Context, node: TSESTree.IfStatement): Suggestion | undefined {
  const sides = sidesOf(slip, node.test);
  if (
    !sides ||
    !asked.subject.ok ||
    !slip.statuses.equals(errors) ||
    asked.edits.length > 0 ||
    !asksOnly(source, node.test, asked.subject)
  )
    return undefined;
  const uses = usesOf(slip);
  const isForSuccess = isWithoutAny(sides.whenFalse) && uses.every((use) => isInside(use, node.consequent));
  const isForFailure = isWithoutAny(sides.whenTrue) && leaves(node.consequent) && !node.alternate;
  const goesOn = !!node.alternate || siblingsFrom(node).length > 1;
  if (!(isForSuccess && goesOn) && !isForFailure) return undefined;
  const good = testOf(source, asked.subject).slice(1, -1).trim();
  const test = isForFailure ? good : asked.subject.ok;
  return { messageId: 'testInstead', data: { good: test }, edits: [replace(node.test, test)] };
}

const isWithoutAny = (side: StatusSet): boolean => side.isDisjointWith(success) && side.isDisjointWith(errors);

/** What slips is on one side of the condition, or comes past the whole statement. */
function editsIn(context: WithExit, node: TSESTree.IfStatement): Edit[] | undefined {
  const { slip } = context;
  const sides = sidesOf(slip, node.test);
  if (!sides) return undefined;
  if (!holdsSome(slip, sides.whenFalse)) return inConsequent(context, node, sides);
  if (holdsSome(slip, sides.whenTrue) && !leaves(node.consequent)) return behind(context, node, sides);
  return node.alternate ? inAlternate(context, node, node.alternate, sides) : withoutAlternate(context, node, sides);
}

/** `if (!res.ok) log()` gets an exit at its end, `if (status !== 404) return res.json()` a check at its beginning. */
function inConsequent({ source, slip, asked, exit }: WithExit, node: TSESTree.IfStatement, sides: Sides) {
  const { consequent } = node;
  const uses = usesOf(slip);
  if (!isExactly(slip, sides.whenTrue) || asksIn(slip, consequent)) return undefined;
  if (sides.whenTrue.isDisjointWith(success))
    return isPlain(consequent) && !uses.some((use) => isInside(use, consequent))
      ? append(source, consequent, exit)
      : undefined;
  const isThere = uses.length > 0 && uses.every((use) => isInside(use, consequent));
  return isThere ? prepend(source, consequent, asked.subject, exit) : undefined;
}

function inAlternate(context: WithExit, node: TSESTree.IfStatement, alternate: Node, sides: Sides): Edit[] | undefined {
  const { source, slip, asked, exit } = context;
  if (alternate.type === 'IfStatement' && sidesOf(slip, alternate.test)) return editsIn(context, alternate);
  if (!isExactly(slip, sides.whenFalse) || asksIn(slip, alternate)) return undefined;
  const isForFailures = sides.whenFalse.isDisjointWith(success) && isPlain(alternate);
  return isForFailures ? append(source, alternate, exit) : insertElse(source, node, alternate, asked.subject, exit);
}

/** A condition that takes a part of the failures for itself gets a place within one that takes them all. */
function withoutAlternate(context: WithExit, node: TSESTree.IfStatement, sides: Sides): Edit[] | undefined {
  const { source, slip, asked, isOnly, exit } = context;
  const { subject } = asked;
  if (!isExactly(slip, sides.whenFalse)) return undefined;
  const test = unwrap(node.test);
  const single = test.type === 'BinaryExpression' && sides.whenTrue.isDisjointWith(success);
  if (single && /^>=?$/.test(test.operator) && throwsStatus(source, node.consequent, subject))
    return [replace(node.test, testOf(source, subject).slice(1, -1).trim())];
  if (!leaves(node.consequent) || !isInList(node))
    return addElse(source, node, sides.whenFalse.isDisjointWith(success) ? undefined : subject, exit);
  return single && isOnly ? nest(source, node, subject, exit) : behind(context, node, sides);
}

/** A check after the whole statement. */
function behind({ source, slip, asked, exit }: WithExit, node: TSESTree.IfStatement, sides: Sides) {
  const ends = [
    leaves(node.consequent) ? StatusSet.empty : sides.whenTrue,
    leaves(node.alternate) ? StatusSet.empty : sides.whenFalse,
  ] as const;
  const isRead = usesOf(slip).some((use) => isInside(use, node));
  if (!isInList(node) || isRead || !isExactly(slip, ends[0].union(ends[1]))) return undefined;
  return putAround(source, node, undefined, checkOf(source, asked.subject, exit, semicolonAt(source, undefined)));
}

/** Whether a branch asks for failures itself: a check before it would take them away. */
const asksIn = (slip: Slip, branch: Node): boolean =>
  guardsFrom(slip.response, branch).some(({ node }) => isInside(node, branch));

/** Whether a branch throws an error that says any status just as well. */
function throwsStatus(source: Source, branch: Node, subject: Subject): boolean {
  const only = branch.type === 'BlockStatement' && branch.body.length === 1 ? branch.body[0]! : branch;
  return only.type === 'ThrowStatement' && source.getText(only).includes(subject.status);
}
