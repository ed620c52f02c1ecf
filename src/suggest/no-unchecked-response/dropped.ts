import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, unwrap, type Node } from '../../syntax/nodes.js';
import type { ResponseReport } from '../../analysis/index.js';
import type { Mended } from './bound.js';
import { putWithName } from '../write/case-block.js';
import { checkOf, semicolonAt } from '../exit/check.js';
import { insert, type Source, type Suggestion } from '../write/edit.js';
import { exitFor } from '../exit/exit.js';
import { subjectOf } from '../exit/response-text.js';
import { freeName, isFree } from '../write/names.js';
import { joined, statementOf, type Written } from '../write/place.js';
import type { Route } from './route.js';
import { styleOf } from '../write/style.js';

type DroppedRoute = Extract<Route, { kind: 'dropped' }>;

/** `await fetch(url, …)` as a statement: the response gets a name and a check. */
export function bindDropped(
  source: Source,
  { statement, expression, item }: DroppedRoute,
  indexes: readonly number[],
  response: ResponseReport,
): Mended | undefined {
  if (item === 'each') return bindEach(source, statement, expression, response);
  const taken = indexes.reduce<string[]>((names) => [...names, freeName(source, expression, names)], []);
  const semicolon = semicolonAt(source, statement);
  const exits = taken.map((name) => exitFor(source, statement, subjectOf(name, response)));
  const { declare } = styleOf(source);
  const checks = taken.map((name, i) => checkOf(source, subjectOf(name, response), exits[i]!, semicolon));
  const target = item === 'whole' ? taken[0]! : `[${holes(indexes, taken)}]`;
  return {
    exit: exits[0]!,
    edits: merged(
      statement.range[0],
      `${declare} ${target} = `,
      putWithName(source, statement, undefined, joined(source, checks)),
    ),
  };
}

/** Two edits at the same place are one. */
function merged(at: number, text: string, edits: Mended['edits']): Mended['edits'] {
  const same = edits.find((edit) => edit.range[1] === at);
  if (!same) return [insert(at, text), ...edits];
  return edits.map((edit) => (edit === same ? { ...edit, text: edit.text + text } : edit));
}

function holes(indexes: readonly number[], names: readonly string[]): string {
  const last = Math.max(...indexes);
  const parts = Array.from({ length: last + 1 }, (_, i) => names[indexes.indexOf(i)] ?? '');
  return parts.map((part, i) => (i > 0 && part ? ` ${part}` : part)).join(',');
}

/** `await Promise.all(urls.map((url) => fetch(url)))`: a loop looks at each. */
function bindEach(
  source: Source,
  statement: DroppedRoute['statement'],
  expression: DroppedRoute['expression'],
  response: ResponseReport,
): Mended {
  const name = freeName(source, expression);
  const plural = ['responses', 'results', 'answers'].find((word) => isFree(source, expression, word)) ?? `${name}List`;
  const subject = subjectOf(name, response);
  const semicolon = semicolonAt(source, statement);
  const exit = exitFor(source, statement, subject);
  const { declare, eol, unit } = styleOf(source);
  const check = checkOf(source, subject, exit, semicolon);
  const loop: Written = (indent, inLine) => {
    const [first, last] = inLine ? [' ', ' '] : [eol + indent + unit, eol + indent];
    return `for (${declare} ${name} of ${plural}) {${first}${check(indent + unit, inLine)}${last}}`;
  };
  return {
    exit,
    edits: merged(statement.range[0], `${declare} ${plural} = `, putWithName(source, statement, undefined, loop)),
  };
}

/** For a request that nothing waits for: `void`, or wait for it and check. */
export function mendForgotten(
  source: Source,
  call: Node,
  route: Route | undefined,
  response: ResponseReport,
): (Suggestion | undefined)[] {
  const statement = statementOf(call);
  if (statement?.type !== 'ExpressionStatement' || headOfChain(statement.expression) !== call) return [];
  const mark: Suggestion = { messageId: 'mark', edits: [insert(statement.range[0], 'void ')] };
  const fn = enclosingFunction(statement);
  const isAsync = fn ? fn.async : source.ast.sourceType === 'module';
  if (!isAsync || route?.kind !== 'dropped' || route.expression !== call) return [mark];
  const name = freeName(source, call);
  const subject = subjectOf(name, response);
  const exit = exitFor(source, statement, subject);
  const check = checkOf(source, subject, exit, semicolonAt(source, statement));
  const edits = merged(
    statement.range[0],
    `${styleOf(source).declare} ${name} = await `,
    putWithName(source, statement, undefined, check),
  );
  return [
    mark,
    { messageId: 'awaitAndCheck', data: { exit: exit.word[0]!.toLowerCase() + exit.word.slice(1) }, edits },
  ];
}

/** The call that a chain of `.then(…)` and `.catch(…)` begins with. */
function headOfChain(node: Node): Node {
  const isLink = node.type === 'CallExpression' && node.callee.type === 'MemberExpression';
  const receiver = isLink && unwrap((node.callee as TSESTree.MemberExpression).object);
  return receiver && receiver.type === 'CallExpression' ? headOfChain(receiver) : node;
}
