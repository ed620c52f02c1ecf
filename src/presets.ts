import type { ESLint, Linter } from 'eslint';

/** The presets that a rule can name as its own. */
type Home = 'recommended' | 'strict' | 'recommendedTypeChecked' | 'strictTypeChecked';

export type PresetName = Home | 'all';

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

/** The part of a rule that decides where it belongs. */
interface PlacedRule {
  readonly meta: { readonly docs?: { readonly preset: Home } };
}

/** The rules of one preset, as a config's `rules`: everything at "error", in the order of the plugin. */
export function rulesOf(
  preset: PresetName,
  namespace: string,
  rules: Readonly<Record<string, PlacedRule>>,
): Linter.RulesRecord {
  const names = Object.keys(rules).filter((name) => {
    const home = rules[name]?.meta.docs?.preset;
    return preset === 'all' || (home !== undefined && contents[preset].includes(home));
  });
  return Object.fromEntries(names.map((name) => [`${namespace}/${name}`, 'error']));
}

/** Every preset of the plugin. None sets `files`: which files are linted is the user's decision. */
export function createPresets(
  plugin: ESLint.Plugin,
  namespace: string,
  rules: Readonly<Record<string, PlacedRule>>,
): Record<PresetName, Linter.Config> {
  const preset = (name: PresetName): Linter.Config => ({
    name: `${namespace}/${name}`,
    plugins: { [namespace]: plugin },
    rules: rulesOf(name, namespace, rules),
  });
  return {
    recommended: preset('recommended'),
    strict: preset('strict'),
    recommendedTypeChecked: preset('recommendedTypeChecked'),
    strictTypeChecked: preset('strictTypeChecked'),
    all: preset('all'),
  };
}
