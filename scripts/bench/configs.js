// The configurations that the bench compares, by name.
import { loadRivals } from './rivals.js';
import { idle } from './linter.js';

const typeAware = async () => {
  const { plugin } = (await import('typescript-eslint')).default;
  return { plugins: { ts: plugin }, rules: { 'ts/no-floating-promises': 'error' } };
};
const preset = (name) => async () => (await import('eslint-plugin-http-status')).default.configs[name];
const ours = preset('recommended');

/** The rules that read the flow of every response; what the others add to them is a question of its own. */
const first = ['no-unchecked-response', 'no-200-only', 'require-error-branch'];

async function three() {
  const { plugins, rules } = await ours();
  const isFirst = ([name]) => first.includes(name.split('/')[1]);
  return { plugins, rules: Object.fromEntries(Object.entries(rules).filter(isFirst)) };
}

const apart = async () => ({ ...(await ours()), settings: { 'http-status': { followImports: false } } });

const configs = {
  none: () => ({}),
  again: () => ({}),
  idle: () => idle,
  ours,
  inside: ours,
  three,
  strict: preset('strict'),
  apart,
  floating: typeAware,
  untyped: preset('strict'),
  untypedAgain: preset('strict'),
  typed: preset('strictTypeChecked'),
  doctor: async () => (await loadRivals()).doctor,
  promise: async () => (await loadRivals()).promise,
};

/** @param {string} name one of those above */
export const configOf = async (name) => configs[name]();
