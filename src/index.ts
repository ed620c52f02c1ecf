import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import { askCompilerWith, readOthersWith, type Compiler, type Reader } from './analysis/index.js';
import { rules } from './rules.js';
import { createPresets, type ConfigName } from './presets.js';

const namespace = 'http-status';

export type { Rules } from './rules.js';
export type { RuleOptions } from './rule-options.js';
// For the command line and the bench of this package; not for others.
export { isUnshipped, unshippedOverride } from './unshipped.js';
export {
  listenToTrace,
  pathTo,
  stepWords,
  type Path,
  type PathStep,
  type Place,
  type Sight,
  type Trace,
  type TracedResponse,
} from './tracing.js';
export { questionsAbout } from './questions.js';
export { isWorthParsing, listenToRequests, type Requests, type Unfollowed } from './requests.js';

const require = createRequire(import.meta.url);

// Rules cannot wait, so what reads other files is loaded at once, where one is asked for.
readOthersWith(() => (require('./reader/reader.js') as { reader: Reader }).reader);

// The same holds for what has types where the parser has none.
askCompilerWith(() => (require('./compiler/compiler.js') as { compiler: Compiler }).compiler);

// The package names itself, so that the version is found from the sources and from dist alike.
const { name, version } = require('eslint-plugin-http-status/package.json') as {
  name: string;
  version: string;
};

/** The plugin, with its presets known by name: `plugin.configs.recommended` needs no check. */
export interface HttpStatusPlugin extends ESLint.Plugin {
  configs: Record<ConfigName, Linter.Config>;
}

const plugin: ESLint.Plugin = {
  meta: { name, version, namespace },
  // typescript-eslint's rule type and ESLint's differ in the nodes they name, not in what runs.
  rules: rules as unknown as NonNullable<ESLint.Plugin['rules']>,
};

const configs = createPresets(plugin, namespace, rules);
const withPresets: HttpStatusPlugin = Object.assign(plugin, { configs });

export default withPresets;
// What CommonJS gets from `require()`: the plugin itself instead of a namespace object.
export { withPresets as 'module.exports' };
