// What explains a file, beside the rules. It stands behind the plugin's entry, so that both share one analysis.
import type { Rule } from 'eslint';
import { listenTraced } from './analysis/index.js';
import type { Trace } from './analysis/trace/trace.js';

export type { Path, PathStep, Place, Sight, Trace, TracedResponse } from './analysis/trace/trace.js';
export { pathTo, stepWords } from './steps.js';

/** What an ESLint rule listens to, to be told at a file's end where its responses can have which statuses. */
export const listenToTrace = (context: Rule.RuleContext, use: (trace: Trace) => void): Rule.RuleListener =>
  listenTraced(context as never, use) as Rule.RuleListener;
