import { formatStatuses } from '../../status/index.js';
import { enclosingFunction, type Node } from '../../syntax/nodes.js';
import type { ResponseReport } from '../report.js';
import { pathsOf, placeOf, type TextOf } from './paths.js';
import type { Recorder } from './recorder.js';
import type { TracedResponse } from './trace.js';

export type { Trace, TracedResponse } from './trace.js';
export { Recorder } from './recorder.js';

/** What was recorded of one response, and how it comes to the places where it can be reported. */
export function traced(report: ResponseReport, recorder: Recorder, textOf: TextOf): TracedResponse {
  const sights = recorder.sightsOf(report.id);
  const place = (report.callee ?? report.call)!;
  const { start, end } = rootOf(place).loc;
  const lines = sights.map(({ line }) => line);
  return {
    ...placeOf(place),
    first: Math.min(start.line, ...lines),
    last: Math.max(end.line, ...lines),
    name: nameOf(report, textOf),
    sights,
    paths: pathsOf(report, givenBy(report), textOf),
  };
}

/** What the request gives. */
const givenBy = ({ statuses, declared }: ResponseReport): string =>
  formatStatuses(declared && declared !== 'elsewhere' ? declared : statuses);

/** A parameter is a name; a request gets one where what it gives is bound. */
function nameOf({ call, callee, steps }: ResponseReport, textOf: TextOf): string | undefined {
  const bound = call ? steps.find(({ kind, node }) => kind === 'bound' && node.type === 'Identifier')?.node : callee;
  return bound?.type === 'Identifier' ? bound.name : bound && textOf(bound);
}

function rootOf(node: Node): Node {
  const fn = enclosingFunction(node);
  if (fn) return fn;
  let top = node;
  while (top.parent) top = top.parent;
  return top;
}
