import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import plugin from '../../index.js';
import { CannotRun } from '../cannot-run.js';

export type PresetName = Exclude<keyof typeof plugin.configs, 'unshipped'>;

export const presetNames = Object.keys(plugin.configs).filter((name) => name !== 'unshipped') as PresetName[];

export function toPreset(name: string): PresetName {
  const preset = presetNames.find((known) => known === name);
  if (preset === undefined) {
    throw new CannotRun(`There is no preset "${name}"; the presets are ${presetNames.join(', ')}.`);
  }
  return preset;
}

const withoutTypes: Partial<Record<PresetName, PresetName>> = {
  recommendedTypeChecked: 'recommended',
  strictTypeChecked: 'strict',
  all: 'strict',
};

/** The same preset for files without type information. */
export const untyped = (preset: PresetName): PresetName => withoutTypes[preset] ?? preset;

/** `all` needs types only if one of its rules does. */
export function needsTypes(preset: PresetName): boolean {
  if (preset !== 'all') return preset.endsWith('TypeChecked');
  return Object.values(plugin.rules ?? {}).some(
    ({ meta }) => (meta?.docs as { requiresTypeChecking?: boolean } | undefined)?.requiresTypeChecking,
  );
}

export function requireTsconfig(preset: PresetName, folder: string): void {
  for (let above = folder; !existsSync(join(above, 'tsconfig.json')); above = dirname(above)) {
    if (dirname(above) !== above) continue;
    throw new CannotRun(
      `The preset "${preset}" needs type information, and there is no tsconfig.json in ${folder} or above it.`,
    );
  }
}
