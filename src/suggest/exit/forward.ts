import type { TSESTree } from '@typescript-eslint/utils';
import { answersWith, isResponseClass } from '../../models/server.js';
import { enclosingFunction, isFunction, isInside, unwrap, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import type { Subject } from './response-text.js';

/**
 * What a proxy does about a failure that it would pass on with a status of its own: it passes on the status, too.
 * Undefined in code that is none, or that catches what is thrown and answers for it.
 */
export function forwardFrom(source: Source, place: Node, subject: Subject): readonly string[] | undefined {
  const { whole, status } = subject;
  const fn = enclosingFunction(place);
  if (!fn?.async || whole === undefined || answersElsewhere(place, subject)) return undefined;
  for (const answer of answersIn(source, fn)) {
    if (answer.range[0] < place.range[0] && !isInside(place, answer)) continue;
    const [body] = answer.arguments;
    if (!body || !isBodyOf(source, body, subject)) continue;
    if (isReturned(answer)) {
      const name = responseClass(answer);
      if (name !== undefined) return [`return new ${name}(${whole}.body, { status: ${status} })`];
    }
    const server = answer.type === 'CallExpression' && answersWith(answer);
    if (server) return [`${server}.status(${status}).send(await ${whole}.text())`, 'return'];
  }
  return undefined;
}

/** Whether somebody gets an error that is thrown or given to it here, and answers. */
const answersElsewhere = (place: Node, { response: { catchers, channels } }: Subject): boolean =>
  catchers.at(place).kind === 'handler' || !!channels.at(place);

type Answer = TSESTree.CallExpression | TSESTree.NewExpression;

function answersIn(source: Source, fn: FunctionNode): Answer[] {
  const found: Answer[] = [];
  visit(fn.body ?? fn, source.visitorKeys, (node) => {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') found.push(node);
    return !isFunction(node);
  });
  return found;
}

/** `new Response(body)`, `NextResponse.json(data)`: the class that a server answers with. */
function responseClass({ type, callee }: Answer): string | undefined {
  const isMethod = type === 'CallExpression' && callee.type === 'MemberExpression';
  const node = isMethod ? callee.object : type === 'NewExpression' ? callee : undefined;
  return node?.type === 'Identifier' && isResponseClass(node.name) ? node.name : undefined;
}

const isReturned = ({ parent }: Node): boolean => parent?.type === 'ReturnStatement';

/** Whether a value is the body of the response as it came: `res.body`, `await res.text()`, or a variable with that. */
function isBodyOf(source: Source, value: Node, subject: Subject): boolean {
  const node = unwrap(value);
  if (node.type === 'AwaitExpression') return isBodyOf(source, node.argument, subject);
  if (subject.response.unchecked.has(node)) return true;
  if (node.type !== 'Identifier') return false;
  const definition = variableAt(source, node, node.name)?.defs[0]?.node;
  return (
    definition?.type === 'VariableDeclarator' &&
    definition.id.type === 'Identifier' &&
    !!definition.init &&
    isBodyOf(source, definition.init, subject)
  );
}
