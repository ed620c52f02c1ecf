// How the steps of a trace are said: the command line, code review and the playground say them alike.
import type { Path, PathStep, Place, Trace } from './analysis/trace/trace.js';

const widest = 60;

const short = (code: string): string => (code.length <= widest ? code : `${code.slice(0, widest - 1)}…`);

/** `any status`, `404, 5xx`. */
const statusWords = (statuses: string): string => (statuses === 'any' ? 'any status' : statuses);

/** One step on the way of a response, in words. */
export function stepWords({ kind, code, statuses, holds }: PathStep): string {
  const quoted = `\`${short(code)}\``;
  const which = statusWords(statuses);
  switch (kind) {
    case 'given':
      return `${quoted} gives a response: ${which}`;
    case 'asked':
      return holds === undefined ? `${quoted} lets through: ${which}` : `${quoted} is ${holds} for ${which}`;
    case 'read':
      return `${quoted} reads its body: ${which}`;
    case 'handed':
      return `${quoted} takes it: ${which}`;
  }
}

/** How a response comes to a place where a rule reports it; undefined where no response has to do with it. */
export function pathTo(trace: Trace | undefined, { line, column }: Place): Path | undefined {
  const paths = trace?.responses.flatMap((response) => response.paths) ?? [];
  const [longest] = paths
    .filter((path) => path.line === line && path.column === column)
    // A condition of a helper is on the way of its parameter, and of each response that is given to it.
    .sort((a, b) => b.steps.length - a.steps.length);
  return longest?.steps.length ? longest : undefined;
}
