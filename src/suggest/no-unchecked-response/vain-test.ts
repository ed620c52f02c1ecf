import { guardsFrom, type ResponseReport } from '../../analysis/index.js';
import { endsInJump, isFunction, isInside, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { subjectOf } from '../exit/response-text.js';
import { hasComments, replace, type Source, type Suggestion } from '../write/edit.js';
import { siblingsFrom } from '../write/place.js';
import { styleOf } from '../write/style.js';
import { certaintyOfBound } from './bound.js';
import type { Route } from './route.js';

/**
 * `!res.ok` in the place of a test that is meant for failures and that no response meets: `if (!res) throw …`,
 * `if (res.statusCode >= 400) throw …`. A check in front of it would leave it there, dead.
 */
export function mendVainTest(
  source: Source,
  route: Route | undefined,
  response: ResponseReport,
): Suggestion | undefined {
  const [name, statements] = route ? boundIn(source, route) : [];
  if (name === undefined || !statements) return undefined;
  const { ok } = subjectOf(name, response);
  if (!ok) return undefined;
  const uses = [...response.unchecked.keys()];
  const first = statements.findIndex((statement) => uses.some((use) => isInside(use, statement)));
  for (const statement of statements.slice(0, Math.max(first, 0))) {
    if (statement.type !== 'IfStatement' || truthOf(statement.test, name, response) !== false) continue;
    const isExit = endsInJump(statement.consequent) && !statement.alternate;
    if (!isExit || hasComments(source, statement.test) || guardsFrom(response, statement).length > 0) return undefined;
    const good = `!${styleOf(source).spacedNot ? ' ' : ''}${ok}`;
    return { messageId: 'testInstead', data: { good }, edits: [replace(statement.test, good)] };
  }
  return undefined;
}

/** The name that a response gets for sure, and the statements behind it. */
function boundIn(source: Source, route: Route): [string, readonly Node[]] | [] {
  if (route.kind === 'bound') {
    const isSure = certaintyOfBound(source, route.name) === 'sure';
    return isSure ? [route.name.name, siblingsFrom(route.statement).slice(1)] : [];
  }
  const callback = route.kind === 'chained' && route.item === 'whole' ? route.link.arguments[0] : undefined;
  if (!isFunction(callback) || callback.body.type !== 'BlockStatement') return [];
  const [parameter] = callback.params;
  return parameter?.type === 'Identifier' ? [parameter.name, callback.body.body] : [];
}

/** What a test comes to for every response; undefined where that depends on something. */
function truthOf(test: Node, name: string, response: ResponseReport): boolean | undefined {
  const node = unwrap(test);
  const of = (part: Node): boolean | undefined => truthOf(part, name, response);
  switch (node.type) {
    case 'Identifier':
      return node.name === name ? true : undefined;
    case 'UnaryExpression': {
      const truth = node.operator === '!' ? of(node.argument) : undefined;
      return truth === undefined ? undefined : !truth;
    }
    case 'LogicalExpression': {
      const [left, right] = [of(node.left), of(node.right)];
      if (left === undefined || right === undefined) return undefined;
      return node.operator === '&&' ? left && right : left || right;
    }
    case 'BinaryExpression':
      // `undefined` is neither greater nor less than a number.
      return /^[<>]=?$/.test(node.operator) && node.right.type === 'Literal' && isAbsent(node.left, name, response)
        ? false
        : undefined;
    default:
      return undefined;
  }
}

/** `res.statusCode` of a response that has no such member. */
function isAbsent(value: Node, name: string, { client }: ResponseReport): boolean {
  const node = unwrap(value);
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === name &&
    client.members.mistaken?.get(memberName(node) ?? '') === 'absent'
  );
}
