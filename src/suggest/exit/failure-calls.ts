import type { TSESTree } from '@typescript-eslint/utils';
import { rejectionHandlerOf } from '../../models/callbacks.js';
import { enclosingFunction, isFunction, lastName, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import { Latest } from '../../syntax/latest.js';
import { isLoggerObject } from '../../models/names.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import type { Subject } from './response-text.js';
import { argumentsOf, messageOf } from './message.js';

/** What the handlers of a file call when something failed: `setError(e.message)`, `toast.error('Could not save')`. */
interface FailureCall {
  readonly call: TSESTree.CallExpression;
  /** The name of the exception there. */
  readonly error: string | undefined;
}

const cache = new Latest<Source, readonly FailureCall[]>();

/** The statement that says at a place that the request failed: as a handler near it does, else a log. */
export function failureCallsAt(source: Source, place: Node, subject: Subject): string[] {
  const message = messageOf(source, subject);
  const near = failureCalls(source).toSorted((a, b) => distance(a, place) - distance(b, place));
  for (const failure of near) {
    if (isSameThere(source, failure.call.callee, place) && saysOne(failure))
      return [`${source.getText(failure.call.callee)}${argumentsOf(source, message)}`];
  }
  return [`console.error${argumentsOf(source, message)}`];
}

const distance = ({ call }: FailureCall, place: Node): number =>
  Math.abs(call.range[0] - place.range[0]) + (enclosingFunction(call) === enclosingFunction(place) ? 0 : 1e6);

function failureCalls(source: Source): readonly FailureCall[] {
  let calls = cache.get(source);
  if (!calls) cache.set(source, (calls = findCalls(source)));
  return calls;
}

function findCalls(source: Source): FailureCall[] {
  const calls: FailureCall[] = [];
  if (!source.text.includes('catch')) return calls;
  visit(source.ast, source.visitorKeys, (node) => {
    if (node.type === 'CatchClause') calls.push(...callsIn(node.body, node.param));
    const handler = node.type === 'CallExpression' ? rejectionHandlerOf(node) : undefined;
    if (isFunction(handler)) calls.push(...callsIn(handler.body, handler.params[0]));
  });
  return calls;
}

/** The calls that are statements of a handler, and what they are given of its exception. */
function callsIn(body: Node, parameter: Node | null | undefined): FailureCall[] {
  const statements = body.type === 'BlockStatement' ? body.body : [body];
  const error = parameter?.type === 'Identifier' ? parameter.name : undefined;
  return statements
    .map((statement) => (statement.type === 'ExpressionStatement' ? statement.expression : statement))
    .filter((node) => node.type === 'CallExpression')
    .map((call) => ({ call, error }));
}

/** Whether a call says what went wrong in its one argument; a log is no more than the last resort. */
function saysOne({ call: { callee, arguments: args }, error }: FailureCall): boolean {
  const [text] = args;
  if (args.length !== 1 || !text || isLog(callee)) return false;
  if (text.type === 'Literal') return typeof text.value === 'string';
  if (text.type === 'TemplateLiteral' || text.type === 'BinaryExpression') return true;
  return text.type === 'MemberExpression' && text.object.type === 'Identifier' && text.object.name === error;
}

const isLog = (callee: Node): boolean =>
  callee.type === 'MemberExpression' && isLoggerObject(lastName(callee.object) ?? '');

/** Whether the function of a call is the same at another place: all names in it mean the same variables. */
function isSameThere(source: Source, callee: Node, place: Node): boolean {
  if (callee.type === 'ThisExpression') return true;
  if (callee.type === 'MemberExpression') return !callee.computed && isSameThere(source, callee.object, place);
  return (
    callee.type === 'Identifier' && variableAt(source, callee, callee.name) === variableAt(source, place, callee.name)
  );
}
