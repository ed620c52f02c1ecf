// What explains a file, beside the rules. It stands behind the plugin's entry, so that both share one analysis.
import type { Rule } from 'eslint';
import { traceOf, type Trace } from './analysis/index.js';

export type { Path, PathStep, Place, Sight, Trace, TracedResponse } from './analysis/index.js';

/** What an ESLint rule listens to, to be told at a file's end where its responses can have which statuses. */
export const listenToTrace = (context: Rule.RuleContext, use: (trace: Trace) => void): Rule.RuleListener => ({
  'Program:exit': () => use(traceOf(context as never)),
});
