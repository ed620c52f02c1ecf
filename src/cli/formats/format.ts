import type { Outcome } from '../lint/outcome.js';

/** How findings are printed. */
export interface Format {
  /** For people: the summary stands below, and what did not parse is told apart. */
  readonly forReaders: boolean;
  /** It shows how responses come to what is found. */
  readonly asksForTraces?: boolean;
  format(outcome: Outcome): Promise<string> | string;
}
