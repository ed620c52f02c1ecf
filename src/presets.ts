import type { ESLint, Linter } from 'eslint';
import { unshippedFiles } from './unshipped.js';

/** The presets that a rule can name as its own. */
type Home = 'recommended' | 'strict' | 'recommendedTypeChecked' | 'strictTypeChecked';

export type PresetName = Home | 'all';

/** Every config of the plugin: the presets, and the one that turns the rules off where code is not shipped. */
export type ConfigName = PresetName | 'unshipped';

/**
 * Which presets a preset contains, itself included. A rule names the smallest preset it belongs to;
 * this table takes it from there, so that `strict` can never lose a rule of `recommended`.
 */
const contents: Readonly<Record<Home, readonly Home[]>> = {
  recommended: ['recommended'],
  strict: ['recommended', 'strict'],
  recommendedTypeChecked: ['recommended', 'recommendedTypeChecked'],
  strictTypeChecked: ['recommended', 'strict', 'recommendedTypeChecked', 'strictTypeChecked'],
};

/** Presets that judge by the letter: what a rule asks only of those who want to know all of it, it asks here. */
const strictest: readonly PresetName[] = ['strict', 'strictTypeChecked', 'all'];

/** Presets whose rules use type information. */
const typed: readonly PresetName[] = ['recommendedTypeChecked', 'strictTypeChecked', 'all'];

/** The part of a rule that decides where it belongs, and how it is configured there. */
interface PlacedRule {
  readonly meta: {
    readonly docs?: {
      readonly preset: Home;
      readonly severity?: 'warn';
      readonly strict?: Readonly<Record<string, unknown>>;
    };
  };
}

function entryOf({ meta: { docs } }: PlacedRule, preset: PresetName): Linter.RuleSeverity | ['error', object] {
  if (!strictest.includes(preset)) return docs?.severity ?? 'error';
  return docs?.strict ? ['error', docs.strict] : 'error';
}

/** The rules of one preset, as a config's `rules`, in the order of the plugin. */
export function rulesOf(
  preset: PresetName,
  namespace: string,
  rules: Readonly<Record<string, PlacedRule>>,
): Linter.RulesRecord {
  const placed = Object.entries(rules).filter(([, { meta }]) => {
    const home = meta.docs?.preset;
    return preset === 'all' || (home !== undefined && contents[preset].includes(home));
  });
  const entries = placed.map(([name, rule]) => [`${namespace}/${name}`, entryOf(rule, preset)] as const);
  // The options of this plugin's rules are declared to ESLint, and those of a rule without any are `[]`: a record whose
  // names are not known fits none of them, whatever is in it.
  return Object.fromEntries(entries) as Linter.RulesRecord;
}

/** Every config of the plugin. No preset sets `files`: which files are linted is the user's decision. */
export function createPresets(
  plugin: ESLint.Plugin,
  namespace: string,
  rules: Readonly<Record<string, PlacedRule>>,
): Record<ConfigName, Linter.Config> {
  const preset = (name: PresetName): Linter.Config => ({
    name: `${namespace}/${name}`,
    plugins: { [namespace]: plugin },
    ...(typed.includes(name) && { settings: { [namespace]: { types: true } } }),
    rules: rulesOf(name, namespace, rules),
  });
  return {
    recommended: preset('recommended'),
    strict: preset('strict'),
    recommendedTypeChecked: preset('recommendedTypeChecked'),
    strictTypeChecked: preset('strictTypeChecked'),
    all: preset('all'),
    unshipped: {
      ...preset('all'),
      name: `${namespace}/unshipped`,
      files: unshippedFiles,
      rules: Object.fromEntries(Object.keys(rules).map((name) => [`${namespace}/${name}`, 'off'])),
    },
  };
}
