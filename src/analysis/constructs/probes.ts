import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction, lastName, unwrap, type Node } from '../../syntax/nodes.js';
import { responseOf, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import type { Tolerance } from '../flow/frames.js';
import type { Origin } from '../observations/origin.js';

// Requests whose failure does not matter, and those that only ask for a connection: one answer where there is a response,
// whatever its status, and another where there is none.

/** What the handler of a `try` says of the requests in its block. */
export function toleranceOf(flow: Flow, { block, handler }: TSESTree.TryStatement): Tolerance | undefined {
  if (handler?.body.body.length === 0) return { kind: 'empty handler', block };
  const [request, ...more] = block.body;
  if (request?.type !== 'ExpressionStatement' || more.length !== 1 || handler?.body.body.length !== 1) return undefined;
  return probeOf(flow, more[0], handler.body.body[0]);
}

/** `.then(() => true, () => false)`, `.then(() => show(true)).catch(() => show(false))`. */
export function probeOf(flow: Flow, fulfilled: Node | undefined, rejected: Node | undefined): Tolerance | undefined {
  const [answer, otherwise] = [answerOf(flow, fulfilled), answerOf(flow, rejected)];
  if (!answer || answer !== otherwise) return undefined;
  return { kind: answer.endsWith('(') ? 'shown probe' : 'probe' };
}

/** Notes of the responses that the code waits for whether their failure matters, by what a handler says. */
export function tolerate(flow: Flow, value: Value, node: Node, tolerance: Tolerance): void {
  for (const origin of flow.origins(value)) {
    const mark = markFor(flow, origin, node, tolerance);
    if (mark) flow.see(responseOf([origin.id]), mark);
  }
}

function markFor(flow: Flow, origin: Origin, node: Node, tolerance: Tolerance): 'tolerated' | 'excused' | undefined {
  switch (tolerance.kind) {
    case 'probe':
      return 'tolerated';
    case 'shown probe':
      return isReading(origin) ? 'tolerated' : undefined;
    case 'empty handler': {
      // What follows the request in the block runs only where there is a response, and relies on it.
      const relying = followers(node, tolerance.block).filter((statement) => !isIdle(flow, statement));
      return relying.length === 0 || (isReading(origin) && relying.every(isAnswer)) ? 'tolerated' : 'excused';
    }
  }
}

/** `setSaved(true)` after a POST tells that something was done; after a GET it tells that there is a connection. */
const isReading = ({ client: { request }, method }: Origin): boolean =>
  method !== undefined && (method === request.defaultMethod || request.probes.has(method));

/** The statements of a block that run after a node in it, on the same turn of every loop. */
function followers(node: Node, block: Node): Node[] {
  const found: Node[] = [];
  for (let at = node; at !== block && at.parent; at = at.parent) {
    // `await fetch(u).then(() => saved())`.
    const handler = at.type === 'CallExpression' && lastName(at.callee) === 'then' ? at.arguments[0] : undefined;
    if (isFunction(handler) && handler.params.length === 0) found.push(...statementsOf(handler));
    const { parent } = at;
    if (parent.type === 'BlockStatement') found.push(...parent.body.slice(parent.body.indexOf(at as never) + 1));
  }
  return found;
}

const statementsOf = ({ body }: { readonly body: Node | null }): readonly Node[] =>
  body?.type === 'BlockStatement' ? body.body : body ? [body] : [];

/** A log, or a timer that is stopped: it does not matter what came of the request. */
const isIdle = ({ facts }: Flow, statement: Node): boolean => {
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : statement;
  if (expression.type !== 'CallExpression') return expression.type === 'Literal';
  const { callee } = expression;
  return (
    facts.conventions.isLogger(callee) ||
    (callee.type === 'Identifier' && /^clear(Timeout|Interval)$/.test(callee.name))
  );
};

/** `return true;`, `up = true;`, `break;`: says that there was a response. */
function isAnswer(statement: Node): boolean {
  if (statement.type === 'BreakStatement' || statement.type === 'ContinueStatement') return true;
  if (statement.type === 'ReturnStatement') return !statement.argument || statement.argument.type === 'Literal';
  const expression = statement.type === 'ExpressionStatement' ? unwrap(statement.expression) : undefined;
  return expression?.type === 'AssignmentExpression' && expression.right.type === 'Literal';
}

/** Where a statement or a function that does nothing else puts a constant: 'return', 'online =', 'setOnline('. */
function answerOf(flow: Flow, node: Node | undefined): string | undefined {
  if (isFunction(node)) {
    const [only, ...more] = statementsOf(node);
    if (more.length > 0 || !only) return undefined;
    return node.body.type === 'BlockStatement' ? answerOf(flow, only) : placeIn(flow, only);
  }
  if (node?.type === 'ReturnStatement') return node.argument?.type === 'Literal' ? 'return' : undefined;
  return node?.type === 'ExpressionStatement' ? placeIn(flow, node.expression, '') : undefined;
}

function placeIn({ facts }: Flow, expression: Node, alone = 'return'): string | undefined {
  const node = unwrap(expression);
  const { source } = facts.file;
  if (node.type === 'Literal') return alone || undefined;
  if (node.type === 'AssignmentExpression' && node.right.type === 'Literal')
    return `${source.getText(node.left)} ${node.operator}`;
  const isShown = node.type === 'CallExpression' && node.arguments.length === 1 && isConstant(node.arguments[0]!);
  return isShown ? `${source.getText(node.callee)}(` : undefined;
}

/** `true`, `{ isUp: true }`. */
const isConstant = (node: Node): boolean =>
  node.type === 'Literal' ||
  (node.type === 'ObjectExpression' &&
    node.properties.every((property) => property.type === 'Property' && property.value.type === 'Literal'));
