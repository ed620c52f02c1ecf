import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { guardsFrom, type ResponseReport } from '../../analysis/index.js';
import { checkBeforeUse, checkBehind, type Mended } from './bound.js';
import { wordsIn, wordsInNext } from './words.js';
import { checkOf, semicolonAt } from '../exit/check.js';
import { insert, replace, withParentheses, type Edit, type Source } from '../write/edit.js';
import { exitFor, type Exit } from '../exit/exit.js';
import { errorOf } from '../exit/message.js';
import { subjectOf, type Subject } from '../exit/response-text.js';
import { freeName, variableAt } from '../write/names.js';
import { indentOf } from '../write/indent.js';
import { putFirst, type Written } from '../write/place.js';
import { styleOf } from '../write/style.js';

/** Checks the response in the callback that `.then(…)` gives it to, or in a step of its own before. */
export function checkInChain(
  source: Source,
  link: TSESTree.CallExpression,
  response: ResponseReport,
  partly: boolean,
): Mended | undefined {
  const [callback] = link.arguments;
  if (!isFunction(callback) || callback.generator) return stepBefore(source, link, response, true);
  const [parameter] = callback.params;
  if (!parameter) return withParameter(source, callback, response) ?? stepBefore(source, link, response, true);
  if (parameter.type !== 'Identifier') return stepBefore(source, link, response, true);
  if (partly && callback.body.type === 'BlockStatement')
    return checkBeforeUse(source, parameter, callback.body, response);
  // What stands further down for a failure would not be reached any more.
  if (guardsFrom(response, callback.body).length > 0) return undefined;
  const read = callback.type === 'ArrowFunctionExpression' && readFirst(source, callback, parameter, response);
  if (read) return read;
  return checkInFunction(source, callback, parameter.name, response) ?? stepBefore(source, link, response, true);
}

/** `(res) => res.json()`: the check stands first in the function. */
export function checkInFunction(
  source: Source,
  fn: FunctionNode,
  name: string,
  response: ResponseReport,
): Mended | undefined {
  const words = fn.body.type === 'BlockStatement' ? wordsIn(source, response, fn.body.body) : undefined;
  if (words) return checkBehind(source, name, words, response);
  const subject = subjectOf(name, response);
  const exit = exitFor(source, fn.body, subject);
  const edits = putFirstInFunction(source, fn, checkOf(source, subject, exit, semicolonAt(source, undefined)));
  return edits && { exit, edits };
}

/**
 * `async (res) => { const data = await res.json(); if (!res.ok) throw new Error(data.error ?? …); return data; }` in the place
 * of `(res) => res.json()`, where the next callback reads the server's words.
 */
function readFirst(
  source: Source,
  fn: TSESTree.ArrowFunctionExpression,
  parameter: TSESTree.Identifier,
  response: ResponseReport,
): Mended | undefined {
  const { templates, declare, eol } = styleOf(source);
  const words = fn.async || !templates ? undefined : wordsInNext(source, response, fn);
  if (!words || words.name === parameter.name || variableAt(source, fn, words.name)) return undefined;
  const semicolon = semicolonAt(source, undefined);
  const subject: Subject = { ...subjectOf(parameter.name, response), isRead: true, words: words.text };
  const exit: Exit = { lines: [`throw ${errorOf(source, subject)}`], word: 'Throw' };
  const check = checkOf(source, subject, exit, semicolon);
  const reads = `${declare} ${words.name} = await ${source.getText(fn.body)}${semicolon}`;
  const edits = putFirstInFunction(source, fn, (indent) => `${reads}${eol}${indent}${check(indent)}`);
  return edits && { exit, edits: [insert(fn.range[0], 'async '), ...edits, replace(fn.body, words.name)] };
}

/** A new first statement of a function; an arrow function without a block gets one. */
export function putFirstInFunction(source: Source, fn: FunctionNode, written: Written): Edit[] | undefined {
  if (fn.body.type === 'BlockStatement') return putFirst(source, fn.body, written);
  const { range } = withParentheses(source, fn.body);
  const first = source.getTokenByRangeStart(range[0])!;
  const arrow = source.getTokenBefore(first)!;
  if (source.commentsExistBetween(arrow, first)) return undefined;
  const { eol, unit } = styleOf(source);
  const outer = indentOf(source, arrow);
  const inner = outer + unit;
  // An object needs its parentheses after an arrow only.
  const bare = fn.body.type === 'ObjectExpression' && !isCommented(source, fn.body, range);
  const [start, end] = bare ? fn.body.range : range;
  return [
    { range: [arrow.range[1], start], text: ` {${eol}${inner}${written(inner)}${eol}${inner}return ` },
    { range: [end, closingAfter(source, range[1], arrow)], text: `${semicolonAt(source, undefined)}${eol}${outer}}` },
  ];
}

/** `.then((res) =>` has its parenthesis on a line of its own only where the body was an expression on lines of its own. */
function closingAfter(source: Source, end: number, arrow: { loc: { end: { line: number } } }): number {
  const [blank] = /^\s*/.exec(source.text.slice(end))!;
  const isAlone = blank.includes('\n') && source.text[end + blank.length] === ')';
  const line = source.lines[arrow.loc.end.line - 1]!.trimStart();
  // An arrow function that begins its line has the parenthesis below it.
  return isAlone && /[\w$]\(/.test(line.split('=>')[0]!) ? end + blank.length : end;
}

const isCommented = (source: Source, node: Node, [start, end]: readonly [number, number]): boolean =>
  [...source.getCommentsBefore(node), ...source.getCommentsAfter(node)].some(
    ({ range }) => range[0] >= start && range[1] <= end,
  );

/** `.then(() => saved())`: the callback asks for the response, and checks it. */
function withParameter(source: Source, fn: FunctionNode, response: ResponseReport): Mended | undefined {
  const close = source.getTokenBefore(fn.body, (token) => token.value === ')');
  const open = close && source.getTokenBefore(close, { includeComments: true });
  if (open?.value !== '(') return undefined;
  const name = freeName(source, fn.body);
  const mended = checkInFunction(source, fn, name, response);
  const { padded } = styleOf(source);
  const text = padded && fn.type !== 'ArrowFunctionExpression' ? ` ${name} ` : name;
  return mended && { ...mended, edits: [insert(open.range[1], text), ...mended.edits] };
}

/** `.then((res) => { if (!res.ok) throw …; return res; })` in front of a link of the chain. */
export function stepBefore(
  source: Source,
  link: TSESTree.CallExpression,
  response: ResponseReport,
  returns: boolean,
): Mended | undefined {
  const callee = link.callee as TSESTree.MemberExpression;
  const dot = source.getTokenBefore(callee.property)!;
  if (dot.value !== '.') return undefined;
  const { eol, unit, padded } = styleOf(source);
  const pad = padded ? ' ' : '';
  const ownLine = source.getTokenBefore(dot)!.loc.end.line < dot.loc.start.line;
  const outer = indentOf(source, dot);
  const inner = outer + unit;
  const name = freeName(source, link);
  const subject = subjectOf(name, response);
  const exit = exitFor(source, link, subject, true);
  const semicolon = semicolonAt(source, undefined);
  const check = checkOf(source, subject, exit, semicolon)(inner);
  const end = returns ? `${eol}${inner}return ${name}${semicolon}` : '';
  const text = `.then(${pad}${stepHead(source, name)} {${eol}${inner}${check}${end}${eol}${outer}}${pad})`;
  return { exit, edits: [insert(dot.range[0], ownLine ? text + eol + outer : text)] };
}

function stepHead(source: Source, name: string): string {
  const { arrows, arrowParens, padded } = styleOf(source);
  if (!arrows) return padded ? `function ( ${name} )` : `function (${name})`;
  return arrowParens ? `(${name}) =>` : `${name} =>`;
}
