import { expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { tried } from './tried.js';
import { documented, execute, findings, inModules, installed, places, sampleFiles, within } from './workbench.js';

const base = installed({ eslint: '10.15.0', oxlint: '1.94.0' });
const written = JSON.parse(documented('oxlint')) as { rules: Record<string, string> };
// Its own rules would be reported as well.
const oxlintrc = JSON.stringify({ ...written, categories: { correctness: 'off' } });
const eslintConfig = `import httpStatus from 'eslint-plugin-http-status';
export default [{ plugins: { 'http-status': httpStatus }, rules: ${JSON.stringify(written.rules)}, linterOptions: { reportUnusedDisableDirectives: 'off' } }];
`;

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

function oxlint(made: string, ...args: string[]): string[] {
  const bin = inModules(base, 'oxlint/bin/oxlint');
  const { out, err } = execute(made, process.execPath, bin, '--format', 'json', ...args);
  if (!out.trimStart().startsWith('{')) throw new Error(`oxlint failed: ${out}${err}`);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ filename, code, labels }) => {
    const rule = /http-status\((.*)\)/.exec(code)?.[1] ?? code;
    return `${filename}:${labels[0]?.span.line} ${rule}`;
  });
}

it('is told to run every recommended rule', () => {
  expect(Object.keys(written.rules).sort()).toEqual(Object.keys(plugin.configs.recommended.rules ?? {}).sort());
});

it('finds what ESLint finds', () => {
  const files = { 'eslint.config.js': eslintConfig, '.oxlintrc.json': oxlintrc, ...sampleFiles() };
  const [ours, theirs] = within(base, files, (made) => [
    places(findings(made, ['docs', 'tests'])),
    oxlint(made, 'docs', 'tests'),
  ]);
  expect(ours!.length).toBeGreaterThan(20);
  expect(theirs!.toSorted()).toEqual(ours!.toSorted());
  tried('oxlint', '1.94.0', 'the findings of ESLint');
});

it('takes our settings', () => {
  const settings = { 'http-status': { clients: [{ name: 'api', globals: ['request'] }] } };
  const files = {
    '.oxlintrc.json': JSON.stringify({ ...JSON.parse(oxlintrc), settings }),
    'a.js': 'export const load = async (url) => (await request(url)).json();\n',
  };
  expect(within(base, files, (made) => oxlint(made, 'a.js'))).toEqual(['a.js:1 no-unchecked-response']);
  tried('oxlint', '1.94.0', 'takes our settings');
});
