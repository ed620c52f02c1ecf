import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { install, makeFolder, node, pack, removeFolder, root, type Ran } from '../support/sandbox.js';

const unchecked = 'export const load = async (url) => (await fetch(url)).json();\n';
const checked = `export async function load(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
`;

const folders: string[] = [];

function project(files: Record<string, string>): string {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder;
}

afterAll(() => folders.forEach(removeFolder));

/** The bin of this repository, beside which every parser of ours can be found. */
const bin = (cwd: string, ...args: string[]): Ran => node(cwd, join(root, 'dist/src/cli/bin.js'), ...args);

/** One clear sentence: a single line on stderr, nothing on stdout, exit code 2. */
function expectSentence({ code, out, err }: Ran, sentence: RegExp): void {
  expect(err).toMatch(sentence);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  expect(err).not.toMatch(/\n +at /);
  expect(out).toBe('');
  expect(code).toBe(2);
}

describe('findings', () => {
  it('are printed with a summary and exit code 1', () => {
    const folder = project({ 'src/api.js': unchecked, 'src/good.js': checked });
    const { code, out, err } = bin(folder, 'src');
    expect(out).toMatch(/^\n.*src\/api\.js\n +1:\d+ +error .*http-status\/no-unchecked-response$/m);
    expect(out).toContain('Looked at 2 files with the preset "recommended": 1 finding in 1 file.');
    expect(out).toMatch(/^ +1 {2}http-status\/no-unchecked-response$/m);
    expect(out).toMatch(/^ +1 {2}src\/api\.js$/m);
    expect(out).toContain('httpStatus.configs.recommended');
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  it('fit on a screen with their summary, however many files have them', () => {
    const names = Array.from({ length: 20 }, (_, index) => [`src/file${index}.js`, unchecked]);
    const { out } = bin(project(Object.fromEntries(names)));
    const summary = out.slice(out.indexOf('Looked at'));
    expect(summary).toContain('20 findings in 20 files');
    expect(summary).toContain('and 15 more files');
    expect(summary.split('\n').length).toBeLessThan(24);
  });

  it('end with exit code 0 where there are none, in the folder we are in by default', () => {
    const { code, out } = bin(project({ 'good.js': checked }));
    expect(out).toContain('Looked at 1 file with the preset "recommended": nothing found.');
    expect(code).toBe(0);
  });

  it('end with exit code 0 where there are only warnings', () => {
    const only200 = 'export const save = async (u) => { if ((await fetch(u)).status !== 200) throw new Error(u); };';
    const { code, out } = bin(project({ 'api.js': only200 }));
    expect(out).toMatch(/ warning .*no-200-only/);
    expect(out).toContain('1 finding in 1 file');
    expect(code).toBe(0);
  });

  it.each([
    ['html', /^<!DOCTYPE html>/],
    ['json-with-metadata', /"rulesMeta":\{.*"http-status\/no-200-only":\{/],
  ])('are printed with --format %s', (format, text) => {
    const { code, out } = bin(project({ 'api.js': unchecked }), '--format', format);
    expect(out).toMatch(text);
    expect(out).toContain('no-unchecked-response');
    expect(code).toBe(1);
  });

  it('name the requests that were seen and not followed', () => {
    const call = "import { fetch } from 'some-package';\nexport const load = (url) => fetch(url);\n";
    const { code, out } = bin(project({ 'a.js': call, 'b.js': call, 'c.js': 'get(fetch);' }));
    expect(out).toContain('Looked at 3 files with the preset "recommended": no request followed.');
    expect(out).toContain('Seen and not followed:\n  2 calls of `fetch` from some-package\n');
    expect(code).toBe(0);
  });

  it('are JSON and nothing else with --format json', () => {
    const { code, out, err } = bin(project({ 'api.js': unchecked }), '--format', 'json');
    const [result] = JSON.parse(out);
    expect(result.messages).toMatchObject([{ ruleId: 'http-status/no-unchecked-response', severity: 2 }]);
    expect(err).toContain('1 finding in 1 file');
    expect(code).toBe(1);
  });

  it('can be switched off by a comment', () => {
    const comment = '// eslint-disable-next-line http-status/no-unchecked-response -- the caller looks\n';
    expect(bin(project({ 'api.js': comment + unchecked })).code).toBe(0);
  });

  it('in examples and scripts are counted, and shown with --all', () => {
    const folder = project({
      'src/a.js': checked,
      'src/scripts/b.js': unchecked,
      'examples/c.js': unchecked,
      'scripts/d.js': unchecked,
    });
    const few = bin(folder);
    expect(few.out).toContain('Looked at 4 files with the preset "recommended": 1 finding in 1 file.');
    expect(few.out).toContain('2 findings in examples and scripts: --all shows them.');
    expect(few.out).toContain('httpStatus.configs.recommended,\n    httpStatus.configs.unshipped,');
    const all = bin(folder, '--all');
    expect(all.out).toContain('3 findings in 3 files');
    expect(all.out).not.toMatch(/--all|unshipped/);
  });

  it('in examples alone end with exit code 0, and are found where their folder is named', () => {
    const folder = project({ 'examples/app/a.js': unchecked, 'examples/app/b.js': unchecked });
    const hidden = bin(folder);
    expect(hidden.out).toContain('nothing found.\n2 findings in examples and scripts: --all shows them.');
    expect(hidden.code).toBe(0);
    const named = bin(folder, 'examples');
    expect(named.out).toContain('2 findings in 2 files');
    expect(named.code).toBe(1);
    expect(bin(folder, 'examples/*/b.js').out).toContain('1 finding in 1 file');
    expect(bin(folder, 'examples/app/b.js').out).toContain('1 finding in 1 file');
    expect(bin(join(folder, 'examples')).out).toContain('2 findings in 2 files');
  });

  it('are those of this plugin, whatever the comments of the file configure', () => {
    const { code, out } = bin(project({ 'good.js': `/* eslint react/jsx-key: 2, eqeqeq: 2 */\n1 == 1;\n${checked}` }));
    expect(out).toContain('nothing found');
    expect(code).toBe(0);
  });
});

describe('files', () => {
  it('may be ES modules, CommonJS, scripts, JSX or TypeScript', () => {
    const folder = project({
      'module.js': unchecked,
      'common.cjs': 'exports.load = (url) => fetch(url).then((r) => r.json());',
      'early.js': 'if (!url) return;\nfetch(url).then((r) => r.json()).then(show);',
      'sloppy.js': 'var mode = 0644; fetch("/x").then(function (r) { return r.json() }).then(show);',
      'view.jsx': `${unchecked}export const view = <p>hello</p>;`,
      'typed.ts': 'export const load = async (url: string): Promise<unknown> => (await fetch(url)).json();',
      'view.tsx': 'export const load = async (url: string) => <p>{await (await fetch(url)).text()}</p>;',
    });
    const { out, err } = bin(folder);
    expect(err).toBe('');
    expect(out).toContain('Looked at 7 files');
    expect(out).toContain('7 findings in 7 files');
  });

  it('are left out where git ignores them, in node_modules, and when minified', () => {
    const folder = project({
      '.gitignore': '# built\n/build\n*.gen.js\n!keep.gen.js\n',
      'build/a.js': unchecked,
      'src/build/b.js': unchecked,
      'c.gen.js': unchecked,
      'keep.gen.js': unchecked,
      'd.min.js': unchecked,
      'node_modules/p/e.js': unchecked,
    });
    const { out } = bin(folder, '-f', 'json');
    const paths = JSON.parse(out).map(({ filePath }: { filePath: string }) => filePath.slice(folder.length + 1));
    expect(paths.sort()).toEqual(['keep.gen.js', 'src/build/b.js']);
  });

  it('are looked at in node_modules and outside of the current folder when they are named', () => {
    const folder = project({ 'node_modules/p/e.js': unchecked, 'here/x.js': checked });
    expect(bin(folder, 'node_modules/p').code).toBe(1);
    expect(bin(join(folder, 'here'), '../node_modules/p/e.js', '.').out).toContain('Looked at 2 files');
  });

  it('without a request are not parsed, and counted', () => {
    const { code, out } = bin(project({ 'a.js': 'export const = 1;', 'b.js': 'export const two = 2;' }));
    expect(out).toContain('Looked at 2 files with the preset "recommended": no request found.');
    expect(code).toBe(0);
  });

  it('with eslint-env in a comment are looked at', () => {
    const { code, err } = bin(project({ 'a.js': `/* eslint-env browser */\n${unchecked}` }));
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  it('may be named by a pattern', () => {
    const { out } = bin(project({ 'a/b.js': unchecked, 'a/c/d.js': unchecked, 'e.js': unchecked }), 'a/**/*.js');
    expect(out).toContain('2 findings in 2 files');
  });
});

describe('what cannot be run', () => {
  const folder = project({ 'src/api.js': unchecked, 'a.ts': unchecked, 'index.html': '<p>', 'empty/readme.txt': '' });

  it.each([
    ['a path that does not exist', ['nowhere'], /^There is no file or folder "nowhere"\.$/m],
    ['a pattern that matches nothing', ['lib/*.js'], /^Nothing to look at in "lib\/\*\.js"/],
    ['a folder without code', ['empty'], /^Nothing to look at in "empty"/],
    ['a file in another language', ['index.html'], /^"index\.html" is no file that can be looked at; name a folder/],
    ['an unknown preset', ['--preset', 'stict'], /^There is no preset "stict"; the presets are recommended, strict, /],
    [
      'an unknown format',
      ['--format', 'stylsh'],
      /^There is no formatter "stylsh"; sarif and agent are ours, ESLint brings stylish, /,
    ],
    ['an unknown option', ['--fix'], /^Unknown option '--fix'; --help lists the options\.$/m],
    ['an option without its value', ['--preset'], /^Option '--preset <value>' argument missing; --help/],
    ['a typed preset without tsconfig.json', ['--preset', 'strictTypeChecked'], /there is no tsconfig\.json in/],
  ])('says so: %s', (_, args, sentence) => {
    expectSentence(bin(folder, ...args), sentence);
  });

  it('is a file that does not parse; the others are looked at all the same', () => {
    const broken = project({ 'bad.js': 'const = fetch(url);\n', 'api.js': unchecked });
    const { code, out, err } = bin(broken);
    expect(err).toBe(`${join(broken, 'bad.js')}:1:7 does not parse: Unexpected token\n`);
    expect(out).toContain('Looked at 1 of 2 files with the preset "recommended": 1 finding in 1 file.');
    expect(code).toBe(2);
    expectSentence(bin(broken, 'bad.js'), /bad\.js:1:7 does not parse/);
  });

  it('is not said to have nothing', () => {
    const { code, out } = bin(project({ 'good.js': checked, 'bad.js': 'fetch(' }));
    expect(out).toContain('Looked at 1 of 2 files with the preset "recommended": nothing found in it.');
    expect(code).toBe(2);
  });

  it('is a crash, with its stack and exit code 2 as in ESLint', () => {
    const formatter = 'export default () => { throw new TypeError("formatter at fault"); };';
    const { code, err } = bin(project({ 'a.js': checked, 'f.mjs': formatter }), '--format', './f.mjs', 'a.js');
    expect(err).toMatch(/TypeError: formatter at fault\n +at /);
    expect(code).toBe(2);
  });
});

describe('what is not installed', () => {
  let archive: string;
  const temporary = makeFolder();
  beforeAll(() => {
    archive = pack(temporary);
  });
  afterAll(() => removeFolder(temporary));

  const files = { 'a.ts': 'export const load = async (url: string) => (await fetch(url)).json();' };
  const installed = (packages: Record<string, string>, more: Record<string, string> = {}): string => {
    const folder = project({ ...files, ...more });
    install(folder, archive, packages);
    return folder;
  };
  const packedBin = (folder: string, ...args: string[]): Ran =>
    node(folder, 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js', ...args);

  it('is ESLint', () => {
    const sentence = /^ESLint is not installed; "npx -p eslint-plugin-http-status -p eslint eslint-plugin-http-status"/;
    expectSentence(packedBin(installed({})), sentence);
  });

  it('is types', () => {
    const folder = installed({ eslint: 'eslint' });
    const advice = 'npx -p eslint-plugin-http-status -p @typescript-eslint/parser eslint-plugin-http-status';
    expectSentence(
      packedBin(folder, '--preset', 'recommendedTypeChecked'),
      new RegExp(`needs type information; "${advice} `),
    );
  });

  it('is nothing for TypeScript, with ESLint alone', () => {
    const { code, out, err } = packedBin(installed({ eslint: 'eslint' }, { 'b.js': unchecked }));
    expect(err).toBe('');
    expect(out).toContain('Looked at 2 files with');
    expect(out).toContain('2 findings in 2 files');
    expect(code).toBe(1);
  });

  it('is nothing with typescript-eslint, nor with ESLint 9', () => {
    const folder = installed({ eslint: 'eslint9', 'typescript-eslint': 'typescript-eslint' });
    const { code, out, err } = packedBin(folder, '--format', 'json-with-metadata');
    expect(err).toContain('1 finding in 1 file');
    expect(out).toContain('"rulesMeta"');
    expect(code).toBe(1);
  });
});

describe('typed presets', () => {
  it('run with a tsconfig.json, and without types on JavaScript', () => {
    const files = {
      'tsconfig.json': '{}',
      'a.ts': 'export const load = async (url: string) => (await fetch(url)).json();',
    };
    const { code, out, err } = bin(project({ ...files, 'b.js': unchecked }), '--preset', 'strictTypeChecked');
    expect(err).toBe('');
    expect(out).toContain('Looked at 2 files with the preset "strictTypeChecked"');
    expect(out).toContain('in 2 files.');
    expect(code).toBe(1);
  });
});

describe('options', () => {
  it('--version gives the version of the package', () => {
    expect(bin(root, '--version')).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
  });

  it('--help names every preset', () => {
    const { code, out } = bin(root, '--help');
    for (const preset of ['recommended', 'strict', 'recommendedTypeChecked', 'strictTypeChecked', 'all']) {
      expect(out).toContain(preset);
    }
    expect(code).toBe(0);
  });
});
