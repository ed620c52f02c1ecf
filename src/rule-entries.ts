import type { Linter } from 'eslint';
import type { Rules } from './rules.js';

/** The options of each rule, by the name under which a config has it. Every option may be left out. */
export type RuleOptions = {
  [Name in keyof Rules as `http-status/${Name}`]: OptionsOf<Rules[Name]>;
};

/** A rule has one object of options, or none. */
type OptionsOf<Rule extends { defaultOptions?: readonly unknown[] }> = [
  NonNullable<Rule['defaultOptions']>[number],
] extends [never]
  ? []
  : [Partial<NonNullable<Rule['defaultOptions']>[number]>];

/**
 * The same as a config's `rules`. Keys that are patterns instead of names: ESLint's own type says that any name has any
 * options, and only another pattern can say more without demanding that every config has the rule.
 */
export type RuleEntries = {
  [Name in keyof RuleOptions as `${Name}${string}`]: Linter.RuleEntry<RuleOptions[Name]>;
};
