import { enclosingFunction, type Node } from '../../syntax/nodes.js';
import { returnedBy } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { failureCallsAt } from './failure-calls.js';
import { argumentsOf, errorOf } from './message.js';
import { forwardFrom } from './forward.js';
import { isServerCode } from '../../sources/server-code.js';
import { neighbours, type Check } from './neighbours.js';
import { readsText, type Subject } from './response-text.js';
import { reuse } from './reuse.js';
import { styleOf } from '../write/style.js';

/** What to do about a failure: statements without their semicolons, and how to call it. */
export interface Exit {
  readonly lines: readonly string[];
  readonly word: string;
}

/**
 * What code at `place` does about a failure: what its neighbours do in the same function, else what the file throws for
 * this elsewhere, else an error that carries the status. `isStep` says that it stands in a function of its own.
 */
export function exitFor(source: Source, place: Node, subject: Subject, isStep = false): Exit {
  const around = isStep ? undefined : enclosingFunction(place);
  const isAsync = !isStep && (around ? around.async : true);
  const checks = neighbours(source, subject.response).toSorted((a, b) => distance(a, place) - distance(b, place));
  for (const check of checks) {
    const isOwn = !isStep && enclosingFunction(check.exit) === around && !isPastHandler(check, place, subject);
    const text = reuse(source, check, { place, subject, isOwn, isAsync });
    if (text !== undefined && check.exit.type === 'ReturnStatement')
      return { lines: [`return ${text}`.trim()], word: 'Return' };
    if (text !== undefined) return raised(source, place, subject, text, isStep);
  }
  const mayRead = isAsync && readsText(subject.response) && !isReadBefore(place, subject);
  const forwarded = mayRead ? forwardFrom(source, place, subject) : undefined;
  if (forwarded) return { lines: forwarded, word: 'Return' };
  const error = errorOf(source, subject, mayRead && isServerCode(source));
  return raised(source, place, subject, error, isStep);
}

/** Whether the body may have been read before a place: a second time it throws. */
function isReadBefore({ range: [start] }: Node, { isRead, response }: Subject): boolean {
  return !!isRead || [...response.unchecked.keys(), ...response.uses.keys()].some(({ range }) => range[0] < start);
}

/** An error is thrown, or given to who has to know; where nobody would get it, the failure is said as it is elsewhere. */
function raised(source: Source, place: Node, subject: Subject, value: string, isStep: boolean): Exit {
  if (isStep) return { lines: [`throw ${value}`], word: 'Throw' };
  const { channels, catchers } = subject.response;
  const channel = channels.at(place);
  if (channel) {
    const word = channel.isReject ? 'Reject' : `Call \`${channel.name}\``;
    const call = `${channel.name}${argumentsOf(source, value)}`;
    return { lines: returnsNothing(source, place) ? [call, 'return'] : [`return ${call}`], word };
  }
  if (!catchers.mayReturnAt(place)) return { lines: [`throw ${value}`], word: 'Throw' };
  return { lines: [...failureCallsAt(source, place, subject), 'return'], word: 'Return' };
}

/**
 * Whether the function around a place never returns a value, in TypeScript whose linter may mind `return reject(error)` there
 * (`no-confusing-void-expression`).
 */
function returnsNothing(source: Source, place: Node): boolean {
  const around = enclosingFunction(place);
  return styleOf(source).typed && !!around && returnedBy(around, source.visitorKeys).length === 0;
}

/** A bare `return` that stands elsewhere does without the handler that is told of failures at this place. */
function isPastHandler({ exit }: Check, place: Node, { response: { catchers } }: Subject): boolean {
  const [here, there] = [catchers.at(place), catchers.at(exit)];
  const isSame = there.kind === 'handler' && here.kind === 'handler' && there.node === here.node;
  return exit.type === 'ReturnStatement' && !exit.argument && here.kind === 'handler' && !isSame;
}

const distance = (check: Check, place: Node): number => Math.abs(check.exit.range[0] - place.range[0]);
