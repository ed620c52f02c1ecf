import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ran } from '../support/sandbox.js';
import { execute, findings, inModules, installed, places, within } from './workbench.js';
import { tried } from './tried.js';

const bin = (made: string, ...args: string[]): Ran =>
  execute(made, process.execPath, 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js', ...args);

const eslint = '10.15.0';
const typescript = { '@typescript-eslint/parser': '8.72.0', typescript: '6.0.3' };
const rule = 'no-unchecked-response';
const code = 'const load = async (url: string): Promise<unknown> => (await fetch(url)).json();\n';

const kinds: Record<string, string> = {
  'a.vue': `<template>\n  <button @click="load('/x')">x</button>\n</template>\n\n<script setup lang="ts">\n${code}</script>\n`,
  'b.svelte': `<script lang="ts">\n${code}</script>\n\n<button onclick={async () => (await fetch('/x')).json()}>x</button>\n`,
  'c.astro': `---\n${code}---\n<p>{load('/x')}</p>\n`,
  'd.ts': `export ${code}`,
  'e.tsx': `export ${code}export const view = <p>hello</p>;\n`,
  'f.jsx': 'export const load = async (url) => (await fetch(url)).json();\nexport const view = <p>hello</p>;\n',
};

const lines = (made: string, ...args: string[]): string[] => {
  const { out, err } = bin(made, '--format', 'json', ...args);
  if (!out.startsWith('[')) throw new Error(`No results: ${out}${err}`);
  const results = JSON.parse(out) as { filePath: string; messages: { line: number; ruleId: string }[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, ruleId }) => `${filePath.slice(made.length + 1)}:${line} ${ruleId.replace('http-status/', '')}`,
    ),
  );
};

function advised(made: string): { name: string; text: string } {
  const { out } = bin(made);
  const [, name, text] = /To keep these rules .*\n.*\n {2}\/\/ (.*)\n([\s\S]*)$/.exec(out) ?? [];
  if (!name || !text) throw new Error(`No advice in ${out}`);
  return { name, text: text.replace(/^ {2}/gm, '') };
}

const scripts = ['a.vue:6', 'b.svelte:2', 'c.astro:2', 'd.ts:1', 'e.tsx:1', 'f.jsx:1'].map(
  (place) => `${place} ${rule}`,
);

describe('the bin without any parser', () => {
  const base = installed({ eslint });

  it('reads the scripts of every kind', () => {
    within(base, kinds, (made) => expect(lines(made)).toEqual(scripts));
    tried(
      'the command line, nothing but ESLint beside it',
      eslint,
      'TypeScript, JSX and the scripts of Vue, Svelte and Astro',
    );
  });
});

describe("the bin with the frameworks' parsers", () => {
  const parsers = { 'vue-eslint-parser': '10.4.2', 'svelte-eslint-parser': '1.10.1', 'astro-eslint-parser': '2.1.0' };
  const base = installed({ eslint, ...typescript, ...parsers, svelte: '5.57.3' });

  it('reads the templates, too, and prints a configuration that finds the same', () => {
    within(base, kinds, (made) => {
      const found = lines(made);
      expect(found.toSorted()).toEqual([...scripts, `b.svelte:5 ${rule}`].sort());
      expect(bin(made).out).not.toMatch(/Of 1 (?:Svelte|Astro) file/);
      const { name, text } = advised(made);
      writeFileSync(join(made, name), text);
      expect(places(findings(made, Object.keys(kinds)))).toEqual(found);
      expect(bin(made).out).not.toContain('To keep these rules');
    });
    for (const [parser, version] of Object.entries(parsers)) {
      tried(`the command line with \`${parser}\``, version, 'templates, too; the printed configuration finds the same');
    }
  });
});

it('the bin prints a configuration with which oxlint finds the same, in every kind of file', () => {
  const base = installed({ eslint, oxlint: '1.94.0' });
  within(
    base,
    { ...kinds, 'package.json': '{ "type": "module", "devDependencies": { "oxlint": "1.94.0" } }' },
    (made) => {
      const { name, text } = advised(made);
      const quiet = { ...(JSON.parse(text) as object), categories: { correctness: 'off' } };
      writeFileSync(join(made, name), JSON.stringify(quiet));
      const { out } = execute(made, process.execPath, inModules(base, 'oxlint/bin/oxlint'), '--format', 'json', '.');
      const { diagnostics } = JSON.parse(out) as {
        diagnostics: { filename: string; labels: { span: { line: number } }[] }[];
      };
      const found = diagnostics.map(({ filename, labels }) => `${filename}:${labels[0]?.span.line} ${rule}`);
      expect(found.sort()).toEqual(scripts);
    },
  );
  tried('the command line in a project with oxlint', '1.94.0', 'the printed configuration finds the same');
});

describe.each([
  ['@typescript-eslint/parser', '6.21.0', {}],
  ['@typescript-eslint/parser', '8.50.0', {}],
  ['vue-eslint-parser', '10.0.0', {}],
])('a parser too old for ESLint 10: %s %s', (name, version, more: Record<string, string>) => {
  const base = installed({ eslint, ...more }, { [name]: version });

  it('costs neither findings nor a stack', () => {
    within(base, kinds, (made) => {
      const { code: exit, err } = bin(made);
      expect(lines(made)).toEqual(scripts);
      expect(err).not.toMatch(/\n +at /);
      expect(exit).toBe(1);
    });
    tried(
      `the command line with \`${name}\``,
      version,
      'too old for ESLint 10, not used: the same findings in scripts',
    );
  });
});

it('the bin refuses ESLint 8 with a sentence', () => {
  within(installed({}, { eslint: '8.57.1' }), kinds, (made) => {
    expect(bin(made)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^eslint-plugin-http-status needs ESLint 9 or 10 and finds 8\.57\.1; .*\n$/),
    });
  });
  tried('the command line beside an ESLint too old', '8.57.1', 'a sentence that says what to run');
});

it.each([['9.0.0'], ['9.39.5'], [eslint]])('every formatter works, with ESLint %s', (version) => {
  const base = installed({ eslint: version }, { '@microsoft/eslint-formatter-sarif': '3.1.0' });
  within(base, { 'a.js': kinds['f.jsx']!.split('\n')[0]! }, (made) => {
    const { out, code: exit } = bin(made, '--format', '@microsoft/sarif');
    const { runs } = JSON.parse(out) as {
      runs: { results: { ruleId: string }[]; tool: { driver: { rules: object[] } } }[];
    };
    expect(runs[0]!.results.map(({ ruleId }) => ruleId)).toEqual([`http-status/${rule}`]);
    expect(runs[0]!.tool.driver.rules).toHaveLength(1);
    expect(exit).toBe(1);
    for (const format of ['html', 'json-with-metadata', 'stylish', 'json']) {
      expect(bin(made, '--format', format).out).toContain(rule);
    }
  });
  tried(
    'the command line, `--format html`, `json-with-metadata`, `@microsoft/sarif`',
    version,
    'the findings in that format',
  );
});
