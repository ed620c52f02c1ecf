import type { ESLint, Linter, Rule } from 'eslint';
import { listenToRequests, listenToTrace, type Requests, type Trace } from '../../index.js';
import type { Reading } from '../../reader/parser.js';

/** What a run learned of its files, by path, beside what the rules reported. */
export interface Seen {
  readonly requests: Map<string, Requests>;
  readonly readings: Map<string, Reading>;
  /** Undefined where nobody asks for them: each takes an analysis of its own. */
  readonly traces: Map<string, Trace> | undefined;
}

interface Services {
  readonly httpStatusReading?: Reading;
}

/** A rule that reports nothing and notes what there is. */
export function requestsPlugin(seen: Seen): { plugins: Record<string, ESLint.Plugin>; rules: Linter.RulesRecord } {
  const note: Rule.RuleModule = {
    create(context) {
      const { httpStatusReading } = context.sourceCode.parserServices as Services;
      if (httpStatusReading) seen.readings.set(context.physicalFilename, httpStatusReading);
      return listenToRequests(context, (requests) => seen.requests.set(context.physicalFilename, requests));
    },
  };
  const trace: Rule.RuleModule = {
    create: (context) => listenToTrace(context, (found) => seen.traces?.set(context.physicalFilename, found)),
  };
  return {
    plugins: { 'http-status-requests': { rules: { note, trace } } },
    rules: { 'http-status-requests/note': 'error', 'http-status-requests/trace': seen.traces ? 'error' : 'off' },
  };
}
