import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { afterAll, describe, expect, it } from 'vitest';
import { createRequire } from 'node:module';
import { makeFolder, node, removeFolder, root, type Ran } from '../support/sandbox.js';

const code = `import { request } from './request.js';

export async function load(url, flag, show) {
  const res = await fetch(url);
  if (res.status === 404) {
    return undefined;
  }
  if (flag && !res.ok) throw new Error(String(res.status));
  const { items } = await res.json();
  show(items.length);
}

function check(answer) {
  if (answer.status >= 500) throw new Error('down');
  return answer;
}

export async function save(body, show) {
  const saved = check(await request('/save', { method: 'POST', body }));
  show(await saved.text());
}

export const names = () => fetch('/names').then((answer) => answer.json()).then((all) => all.map(String));
`;

const folder = makeFolder({
  'src/api.js': code,
  'src/request.js': 'export const request = (path, options) => fetch(path, options);\n',
  'src/page.vue':
    '<template><p/></template>\n<script setup>\nconst res = await fetch("/a");\nshow(await res.json());\n</script>\n',
  'src/broken.js': 'const = await fetch(1);\n',
  'src/plain.js': 'export const one = 1;\n',
});
afterAll(() => removeFolder(folder));

const bin = (...args: string[]): Ran => node(folder, join(root, 'dist/src/cli/bin.js'), ...args);

describe('why', () => {
  it('shows which statuses can be on the lines around a place', () => {
    const { code: exit, out, err } = bin('why', 'src/api.js:9');
    const lines = out.split('\n').map((line) => line.replace(/ {2,}\/\/=>/, ' //=>'));
    expect(lines.slice(0, 10)).toEqual([
      'src/api.js',
      '   3  export async function load(url, flag, show) {',
      '   4    const res = await fetch(url);',
      '   5    if (res.status === 404) { //=> res: any',
      '   6      return undefined; //=> res: 404',
      '   7    }',
      '   8    if (flag && !res.ok) throw new Error(String(res.status)); //=> res: any except 404',
      '>  9    const { items } = await res.json(); //=> res: any except 404',
      '  10    show(items.length); //=> res: any except 404',
      '  11  }',
    ]);
    expect(err).toBe('');
    expect(exit).toBe(0);
  });

  it('shows how what is reported there came to be', () => {
    const { out } = bin('why', 'src/api.js:8');
    expect(out).toMatch(/^5:7 A .* gets past this check/m);
    expect(out).toContain(
      [
        '  4:21  `fetch(url)` gives a response: any status',
        '  5:7  `res.status === 404` is false for any except 404',
        '  9:27  `res.json()` reads its body: any except 404',
      ].join('\n'),
    );
  });

  it('follows a response through the helpers that look at it, in this file and in others', () => {
    const { out } = bin('why', 'src/api.js:14:7');
    expect(out).toContain('//=> answer: any');
    expect(out).toContain("`request('/save', { method: 'POST', body })` gives a response");
    expect(out).toContain('`answer.status >= 500` lets through: 0, 1xx-4xx');
    expect(out).toContain('`saved.text()` reads its body: 0, 1xx-4xx');
    expect(bin('why', 'src/api.js:20').out).toContain('//=> saved: 0, 1xx-4xx');
  });

  it('counts the lines of a component as its reader does', () => {
    expect(bin('why', 'src/page.vue:4').out).toMatch(/> 4 {2}show\(await res\.json\(\)\); +\/\/=> res: any/);
  });

  it('names the lines to ask for, where there is nothing to see', () => {
    const { code: exit, out } = bin('why', 'src/api.js:1');
    expect(out).toBe(
      'The code around line 1 of src/api.js has no response; there are some on the lines 4, 13, 19, 23.\n',
    );
    expect(exit).toBe(0);
    expect(bin('why', 'src/plain.js:1').out).toBe('src/plain.js has no response that is followed.\n');
  });

  it.each([
    [
      'no place',
      [],
      /^"why" needs one place, as in "why src\/api\.ts:14": a file, a colon and the number of a line\.$/,
    ],
    ['a place without a line', ['src/api.js'], /^"why" needs one place/],
    ['two places', ['src/api.js:1', 'src/api.js:2'], /^"why" needs one place/],
    ['a line that is not there', ['src/api.js:99'], /^src\/api\.js has no line 99: its last one is line 24\.$/],
    ['a file that is not there', ['src/gone.js:1'], /^There is no file or folder "src\/gone\.js"\.$/],
    ['a file that is no code', ['package.json:1'], /package\.json/],
    ['broken code', ['src/broken.js:1'], /^src\/broken\.js cannot be read: /],
    ['an unknown preset', ['src/api.js:4', '--preset', 'stict'], /^There is no preset "stict"/],
  ])('says in a sentence what is wrong with %s', (_, args, sentence) => {
    const { code: exit, out, err } = bin('why', ...args);
    expect(err.trimEnd()).toMatch(sentence);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(exit).toBe(2);
  });
});

describe('the README', () => {
  it('shows what "why" prints', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const shown = /\$ npx eslint-plugin-http-status why src\/load\.js:6\n([^]*?)```/.exec(readme)![1]!;
    const program = shown.split('\n').flatMap((line) => /^[ >] \d {2}(.*?)(?: +\/\/=>.*)?$/.exec(line)?.[1] ?? []);
    const place = makeFolder({ 'src/load.js': `${program.join('\n')}\n` });
    const { out } = node(place, join(root, 'dist/src/cli/bin.js'), 'why', 'src/load.js:6');
    removeFolder(place);
    expect(out).toBe(shown);
  });
});

describe('--format sarif', () => {
  const { code: exit, out } = bin('--format', 'sarif', 'src/api.js', 'src/request.js', 'src/broken.js');
  const log = JSON.parse(out) as Log;
  const [run] = log.runs;

  it('is valid by the schema of SARIF 2.1.0', () => {
    const require = createRequire(import.meta.url);
    const path = require.resolve('@microsoft/jest-sarif').replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json');
    const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore' });
    ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json') as object);
    const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    expect([validate(log), validate.errors]).toEqual([true, null]);
  });

  it('carries the steps to each finding', () => {
    const flows = run!.results!.map(({ ruleId, codeFlows }) => [
      ruleId,
      codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location?.physicalLocation?.region?.startLine),
    ]);
    expect(flows).toEqual([
      ['http-status/require-error-branch', [4, 5, 9]],
      ['http-status/require-error-branch', [19, 14, 20]],
      ['http-status/no-unchecked-response', [23, 23]],
    ]);
  });

  it('has the suggestions as fixes, relative places, and the file that does not parse as a notification', () => {
    const [first] = run!.results!;
    expect(first!.locations![0]!.physicalLocation!.artifactLocation).toEqual({
      uri: 'src/api.js',
      uriBaseId: '%SRCROOT%',
    });
    expect(run!.results!.some(({ fixes }) => fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent)).toBe(
      true,
    );
    expect(run!.invocations).toMatchObject([
      { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] },
    ]);
    expect(exit).toBe(2);
  });
});

describe('--format agent', () => {
  it('prints each finding as a line of JSON, with the lines as they are once it is mended', () => {
    const { code: exit, out } = bin('--format', 'agent', 'src/api.js');
    const found = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { rule: string; file: string; line: number; mended: { text: string }[] });
    expect(found.map(({ rule, file, line }) => [rule, file, line])).toEqual([
      ['http-status/require-error-branch', 'src/api.js', 5],
      ['http-status/require-error-branch', 'src/api.js', 14],
      ['http-status/no-unchecked-response', 'src/api.js', 23],
    ]);
    expect(found[2]!.mended[0]).toMatchObject({ firstLine: 23, lastLine: 23 });
    expect(found[2]!.mended[0]!.text).toContain('if (!answer.ok) throw new Error(');
    expect(exit).toBe(1);
  });
});
