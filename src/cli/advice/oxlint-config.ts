import plugin from '../../index.js';
import { untyped, type PresetName } from '../lint/presets.js';
import { addDevelopment } from '../runner.js';
import type { Project } from './project.js';

/** Lines that make oxlint find what was just found. It knows no presets of plugins, so the rules stand there one by one. */
export function oxlintAdvice({ hasOxlint, oxlintConfig }: Project, preset: PresetName): string[] {
  const { rules = {} } = plugin.configs[untyped(preset)];
  const rows = Object.entries(rules).map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
  const name = oxlintConfig?.name ?? '.oxlintrc.json';
  const install = addDevelopment(...(hasOxlint ? [] : ['oxlint']), 'eslint-plugin-http-status');
  const body = ['{', '  "jsPlugins": ["eslint-plugin-http-status"],', '  "rules": {', rows.join(',\n  '), '  }', '}'];
  return [
    `To keep these rules in the editor and in CI, ${oxlintConfig ? 'add to' : 'write'} ${name}:`,
    ...[install, `// ${name}`, ...body].map((line) => `  ${line}`),
  ];
}
