import type { RuleEntries } from './rule-entries.js' with { 'resolution-mode': 'import' };

export type { RulesConfig } from '@eslint/core';

declare module '@eslint/core' {
  // The same as in rule-options.ts, for CommonJS.
  interface RulesConfig extends RuleEntries {}
}
