import type { RuleEntries } from './rule-entries.js';

// Named, so that the declarations still mention the two modules that are extended.
export type { RulesConfig } from '@eslint/core';
export type { RulesConfig as CommonJsRulesConfig } from './rules-config.cjs';

export type { RuleOptions } from './rule-entries.js';

declare module '@eslint/core' {
  // What `defineConfig` takes for rules: with this, an editor knows the options of these. ESLint's own types are CommonJS,
  // to which the same package is another module: rules-config.cts says it to that.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only interfaces are merged
  interface RulesConfig extends RuleEntries {}
}
