// The configurations that the bench compares, by name.
import { loadRivals } from './rivals.js';
import { idle } from './linter.js';

const typeAware = async () => {
  const { plugin } = (await import('typescript-eslint')).default;
  return { plugins: { ts: plugin }, rules: { 'ts/no-floating-promises': 'error' } };
};
const ours = async () => (await import('eslint-plugin-http-status')).default.configs.recommended;

const configs = {
  none: () => ({}),
  again: () => ({}),
  idle: () => idle,
  ours,
  inside: ours,
  floating: typeAware,
  doctor: async () => (await loadRivals()).doctor,
  promise: async () => (await loadRivals()).promise,
};

/** @param {string} name one of those above */
export const configOf = async (name) => configs[name]();
