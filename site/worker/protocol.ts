// What the page and its worker say to each other.
import type { Trace } from '../../src/analysis/trace/trace.js';

/** Which rules are on, and how: the same as a config's `rules`. */
export type RuleEntries = Readonly<Record<string, unknown>>;

/** By the ending of a file in that language. */
export type Language = 'js' | 'ts' | 'tsx';

export interface Question {
  readonly id: number;
  readonly code: string;
  readonly language: Language;
  readonly rules: RuleEntries;
}

/** A piece of the code: offsets, the end excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a finding can be mended with. */
export interface Fix extends Span {
  readonly title: string;
  readonly text: string;
}

/** One step of a response on its way to a finding. */
export interface Step {
  readonly line: number;
  readonly column: number;
  readonly words: string;
}

export interface Finding extends Span {
  readonly line: number;
  readonly column: number;
  /** Undefined where it is not a rule that speaks: a comment that configures a rule which is not there. */
  readonly rule: string | undefined;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fixes: readonly Fix[];
  readonly steps: readonly Step[];
}

/** Why the code cannot be read. */
export interface Broken {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Answer {
  readonly id: number;
  readonly findings: readonly Finding[];
  readonly trace: Trace;
  readonly broken?: Broken;
}
