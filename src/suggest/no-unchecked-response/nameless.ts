import type { TSESTree } from '@typescript-eslint/utils';
import type { ResponseReport } from '../../analysis/index.js';
import { isFunction, type Node } from '../../syntax/nodes.js';
import { putWithName } from '../write/case-block.js';
import { checkOf, semicolonAt } from '../exit/check.js';
import { insert, replace, withParentheses, type Edit, type Source } from '../write/edit.js';
import { exitFor, type Exit } from '../exit/exit.js';
import { subjectOf } from '../exit/response-text.js';
import { freeName } from '../write/names.js';
import { isEvaluatedFirst } from './order.js';
import { indentOf, movedText } from '../write/indent.js';
import { joined, putAround, siblingsFrom, statementOf, type Written } from '../write/place.js';
import { wordsIn } from './words.js';
import { styleOf } from '../write/style.js';

interface Mended {
  readonly exit: Exit;
  readonly edits: readonly Edit[];
}

/** Gives a response a name before the statement that uses it, and checks it there. */
export function bindFirst(source: Source, expression: Node, response: ResponseReport): Mended | undefined {
  const arrow = arrowBody(expression);
  const statement = arrow ?? statementOf(expression);
  if (!statement || !isEvaluatedFirst(source, expression, statement) || hasCommentInParentheses(source, expression))
    return undefined;
  const name = freeName(source, expression);
  const words = arrow ? undefined : wordsIn(source, response, siblingsFrom(statement));
  const subject = { ...subjectOf(name, response), isRead: !!words, words: words?.text };
  const exit = exitFor(source, expression, subject);
  const { declare } = styleOf(source);
  const semicolon = semicolonAt(source, statement);
  const check = checkOf(source, subject, exit, semicolon);
  const place = withParentheses(source, expression);
  // `await(await fetch(u)).json()`: without its parentheses the name would grow onto the keyword.
  const bound = replace(place, /[\w$]/.test(source.text[place.range[0] - 1] ?? '') ? ` ${name}` : name);
  const value = (indent: string) => movedText(source, expression, indent);
  const declaration: Written = (indent) => `${declare} ${name} = ${value(indent)}${semicolon}`;
  const binding = words ? declaration : joined(source, [declaration, check]);
  if (arrow) return withBlock(source, arrow, bound, binding, exit, semicolon);
  const edits = putWithName(source, statement, (...at) => guard(source, statement, bound, binding(...at)), undefined);
  // What moves away needs no indentation of its own.
  const isOutside = ({ range }: Edit): boolean => range[0] <= place.range[0] || range[0] >= place.range[1];
  const behind = words ? putAround(source, words.after, undefined, check) : [];
  return { exit, edits: [...edits.filter(isOutside), bound, ...behind] };
}

/** `(/* why *\/ await fetch(u))`: the comment has no place beside a name. */
function hasCommentInParentheses(source: Source, expression: Node): boolean {
  const { range } = withParentheses(source, expression);
  const around = [...source.getCommentsBefore(expression), ...source.getCommentsAfter(expression)];
  return around.some((comment) => comment.range[0] >= range[0] && comment.range[1] <= range[1]);
}

/** Without semicolons, a line that begins with a bracket would go on with the one before. */
function guard(source: Source, statement: Node, bound: Edit, text: string): string {
  const first = bound.range[0] === statement.range[0] ? bound.text[0]! : source.text[statement.range[0]]!;
  return /[[(`+\-/]/.test(first) && !/[;}]$/.test(text) ? `${text};` : text;
}

/** The arrow function whose body is an expression that `node` is part of. */
function arrowBody(node: Node): TSESTree.ArrowFunctionExpression | undefined {
  for (let at: Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (isFunction(parent)) return parent.type === 'ArrowFunctionExpression' && parent.body === at ? parent : undefined;
    if (/Statement$|Declaration$|^Class|PropertyDefinition|^Program$/.test(parent.type)) return undefined;
  }
  return undefined;
}

/** `async (u) => (await fetch(u)).json()` becomes a block with the binding, the check and a `return`. */
function withBlock(
  source: Source,
  arrow: TSESTree.ArrowFunctionExpression,
  bound: Edit,
  binding: Written,
  exit: Exit,
  semicolon: string,
): Mended | undefined {
  const { range } = withParentheses(source, arrow.body);
  const token = source.getTokenBefore(source.getTokenByRangeStart(range[0])!)!;
  if (source.commentsExistBetween(token, source.getTokenByRangeStart(range[0])!)) return undefined;
  const { eol, unit } = styleOf(source);
  const outer = indentOf(source, arrow);
  const inner = outer + unit;
  return {
    exit,
    edits: [
      { range: [token.range[1], range[0]], text: ` {${eol}${inner}${binding(inner)}${eol}${inner}return ` },
      bound,
      insert(range[1], `${semicolon}${eol}${outer}}`),
    ],
  };
}
