import plugin, { unshippedOverride } from '../../index.js';
import { untyped, type PresetName } from '../lint/presets.js';
import { addDevelopment } from '../runner.js';
import type { Affected } from './affected.js';
import type { Project } from './project.js';

/** `"a": 1` in a line of its own. */
const rowsOf = (entries: Readonly<Record<string, unknown>>, indent: string): string =>
  Object.entries(entries)
    .map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');

/** Where findings were left out, the configuration leaves them out as well. */
function overrides(names: readonly string[]): string {
  const off = Object.fromEntries(names.map((name) => [name, 'off']));
  return `  "overrides": [{\n${rowsOf({ ...unshippedOverride, rules: off }, '    ')}\n  }]`;
}

/** Lines that make oxlint find what was just found. It knows no presets of plugins, so the rules stand there one by one. */
export function oxlintAdvice(project: Project, { unshipped }: Affected, preset: PresetName): string[] {
  const { hasOxlint, oxlintConfig } = project;
  const { rules = {} } = plugin.configs[untyped(preset)];
  const name = oxlintConfig?.name ?? '.oxlintrc.json';
  const install = addDevelopment(project, [...(hasOxlint ? [] : ['oxlint']), 'eslint-plugin-http-status']);
  const parts = [
    '  "jsPlugins": ["eslint-plugin-http-status"]',
    `  "rules": {\n${rowsOf(rules, '    ')}\n  }`,
    ...(unshipped ? [overrides(Object.keys(rules))] : []),
  ];
  return [
    `To keep these rules in the editor and in CI, ${oxlintConfig ? 'add to' : 'write'} ${name}:`,
    ...[install, `// ${name}`, ...`{\n${parts.join(',\n')}\n}`.split('\n')].map((line) => `  ${line}`),
  ];
}
