import type { TSESTree } from '@typescript-eslint/utils';
import { isWrapper, unwrap, type Node } from '../../src/analysis/syntax.js';
import type { Condition, ResponseReport } from '../../src/analysis/index.js';
import { errors, StatusSet, success } from '../../src/status/index.js';
import { bodyOf, checkOf, semicolonAt, testOf } from './check.js';
import { insert, replace, toSuggest, type Edit, type Source, type Suggestion } from './edit.js';
import { exitFor, type Exit, type Subject } from './exit.js';
import { indentedText, indentOf, isInList, putAround } from './place.js';
import { styleOf } from './style.js';
import { askedIn, type Asked } from './subject.js';
import { addDefault } from './default-case.js';

/** A branch of their own for the failures that get past a condition. */
export function suggestBranch(source: Source, condition: Node, response: ResponseReport) {
  return toSuggest([branchFor(source, condition, response)]);
}

function branchFor(source: Source, condition: Node, response: ResponseReport): Suggestion | undefined {
  let statement = condition.parent;
  while (statement && isWrapper(statement)) statement = statement.parent;
  const asked = askedIn(source, condition, response.client.members);
  if (!asked || asked.optional || !statement) return undefined;
  const sides = sidesOf(condition, response.conditions);
  if (statement.type === 'SwitchStatement') return addDefault(source, statement, asked);
  if (statement.type === 'IfStatement' && statement.test === condition) return afterIf(source, statement, asked, sides);
  const isShortCircuit = statement.type === 'LogicalExpression' && statement.parent.type === 'ExpressionStatement';
  return isShortCircuit ? shortCircuit(source, statement as TSESTree.LogicalExpression, asked, sides) : undefined;
}

/** `res.ok && use(res)` becomes an `if` with an `else`. */
function shortCircuit(
  source: Source,
  node: TSESTree.LogicalExpression,
  asked: Asked,
  sides: Sides,
): Suggestion | undefined {
  const statement = node.parent;
  if (node.operator !== '&&' || !partsCleanly(sides) || asked.edits.length > 0) return undefined;
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

function afterIf(source: Source, node: TSESTree.IfStatement, asked: Asked, sides: Sides): Suggestion | undefined {
  const { subject } = asked;
  const exit = exitFor(source, node, subject);
  const suggestion = (messageId: 'check' | 'checkRest', edits: Edit[] | undefined): Suggestion | undefined =>
    edits && { messageId, data: { exit: exit.word }, edits: [...asked.edits, ...edits] };
  if (sides.whenFalse.isDisjointWith(errors)) {
    return sides.whenTrue.isDisjointWith(success)
      ? suggestion('check', append(source, node.consequent, exit))
      : undefined;
  }
  const { alternate } = node;
  if (partsCleanly(sides)) {
    if (!alternate) return suggestion('check', addElse(source, node, undefined, exit));
    return logsOnly(alternate) ? suggestion('check', append(source, alternate, exit)) : undefined;
  }
  if (!alternate) return suggestion('checkRest', widen(source, node, subject, exit));
  let last = node;
  while (last.alternate?.type === 'IfStatement') last = last.alternate;
  return suggestion(
    'checkRest',
    last.alternate ? insertElse(source, last, last.alternate, subject, exit) : addElse(source, last, subject, exit),
  );
}

/** The statuses with which a condition is true, and false. */
interface Sides {
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
}

/** Successes alone come to one side of the condition, and none to the other. */
const partsCleanly = ({ whenTrue, whenFalse }: Sides): boolean =>
  whenTrue.isDisjointWith(errors) && whenFalse.isDisjointWith(success);

function sidesOf(node: Node, conditions: readonly Condition[]): Sides {
  const known = conditions.find((condition) => condition.node === node);
  if (known) return known;
  if (isWrapper(node)) return sidesOf(node.expression, conditions);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const { whenTrue, whenFalse } = sidesOf(node.argument, conditions);
    return { whenTrue: whenFalse, whenFalse: whenTrue };
  }
  if (node.type !== 'LogicalExpression' || node.operator === '??')
    return { whenTrue: StatusSet.all, whenFalse: StatusSet.all };
  const [left, right] = [sidesOf(node.left, conditions), sidesOf(node.right, conditions)];
  return node.operator === '&&'
    ? { whenTrue: left.whenTrue.intersect(right.whenTrue), whenFalse: left.whenFalse.union(right.whenFalse) }
    : { whenTrue: left.whenTrue.union(right.whenTrue), whenFalse: left.whenFalse.intersect(right.whenFalse) };
}

/** The same exit at the end of a branch that only writes a log. */
function append(source: Source, branch: Node, exit: Exit): Edit[] {
  const semicolon = semicolonAt(source, branch.type === 'BlockStatement' ? branch.body.at(-1) : branch);
  const written = () => exit.text + semicolon;
  if (branch.type !== 'BlockStatement') return putAround(source, branch, undefined, written);
  const last = branch.body.at(-1);
  if (last) return putAround(source, last, undefined, written);
  const { eol, unit } = styleOf(source);
  const indent = indentOf(source, branch);
  if (source.getCommentsInside(branch).length > 0)
    return [insert(branch.range[1] - 1, `${unit}${written()}${eol}${indent}`)];
  return [replace(branch, `{${eol}${indent}${unit}${written()}${eol}${indent}}`)];
}

/** `if (status === 404) … else if (!res.ok) throw …; else …`. */
function insertElse(source: Source, node: TSESTree.IfStatement, alternate: Node, subject: Subject, exit: Exit): Edit[] {
  const { braces, elseOnOwnLine, eol } = styleOf(source);
  const indent = indentOf(source, source.getFirstToken(node)!);
  const body = bodyOf(source, exit, indent, semicolonAt(source, undefined) || ';');
  const joint = braces && !elseOnOwnLine ? ' ' : eol + indent;
  return [insert(alternate.range[0], `if ${testOf(source, subject)} ${body}${joint}else `)];
}

const logsOnly = (node: Node): boolean =>
  node.type === 'BlockStatement' ? node.body.every(logsOnly) : node.type === 'ExpressionStatement';

/** `else throw …`, or `else if (!res.ok) throw …` where more than failures comes that way. */
function addElse(
  source: Source,
  node: TSESTree.IfStatement,
  subject: Subject | undefined,
  exit: Exit,
): Edit[] | undefined {
  const { consequent } = node;
  const { eol, elseOnOwnLine } = styleOf(source);
  const isBlock = consequent.type === 'BlockStatement';
  const own = source.getFirstToken(node)!;
  // In `else if`, the chain's first line tells the indentation.
  const indent = indentOf(source, own);
  const test = subject ? `if ${testOf(source, subject)} ` : '';
  const semicolon = semicolonAt(source, isBlock ? consequent.body.at(-1) : consequent);
  const text = `else ${test}${bodyOf(source, exit, indent, semicolon, isBlock)}`;
  if (isBlock) return [insert(consequent.range[1], (elseOnOwnLine ? eol + indent : ' ') + text)];
  // An `if` in there would take the `else` for its own.
  if (/^(If|For|While|Labeled|With)/.test(consequent.type)) {
    const [opening, closing] = putAround(source, consequent, undefined, undefined);
    return [opening!, { ...closing!, text: `${closing!.text} ${text}` }];
  }
  return [insert(consequent.range[1], eol + indent + text)];
}

/** A condition that takes a part of the failures for itself gets a place within one that takes them all. */
function widen(source: Source, node: TSESTree.IfStatement, subject: Subject, exit: Exit): Edit[] | undefined {
  const test = unwrap(node.test);
  const single = test.type === 'BinaryExpression';
  if (single && /^>=?$/.test(test.operator) && throwsStatus(source, node.consequent, subject)) {
    return [replace(node.test, testOf(source, subject).slice(1, -1).trim())];
  }
  if (!leaves(node.consequent) || !single || !isInList(node)) {
    return single || !isInList(node) || !leaves(node.consequent)
      ? addElse(source, node, subject, exit)
      : putAround(source, node, undefined, checkOf(source, subject, exit, semicolonAt(source, undefined)));
  }
  const { eol, unit } = styleOf(source);
  const indent = indentOf(source, node);
  const semicolon = semicolonAt(source, leaves(node.consequent));
  const inner = indent + unit;
  const text = `if ${testOf(source, subject)} {${eol}${inner}${indentedText(source, node)}${eol}${inner}${exit.text}${semicolon}${eol}${indent}}`;
  return [replace(node, text)];
}

/** Whether a branch throws an error that says any status just as well. */
function throwsStatus(source: Source, branch: Node, subject: Subject): boolean {
  const only = branch.type === 'BlockStatement' && branch.body.length === 1 ? branch.body[0]! : branch;
  return only.type === 'ThrowStatement' && source.getText(only).includes(subject.status);
}

/** The statement by which a branch ends its path, if it does. */
function leaves(branch: Node): Node | undefined {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' ? last : undefined;
}
