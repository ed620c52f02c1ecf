import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, makeFolder, pack, removeFolder } from '../support/sandbox.js';
import { EslintServer, type CodeAction, type Diagnostic, type TextEdit } from './server.js';

const config = `import parser from '@typescript-eslint/parser';
import httpStatus from 'eslint-plugin-http-status';

export default [
  httpStatus.configs.recommended,
  { files: ['**/*.ts'], languageOptions: { parser } },
];
`;

const files = {
  'package.json': '{ "type": "module" }',
  'eslint.config.js': config,
  'load.js': `export async function load(url) {
  const response = await window.fetch(url);
  return response.json();
}
`,
  'save.ts': `export async function save(url: string, body: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', body });
  if (response.status !== 200) throw new Error(\`HTTP \${response.status}\`);
  show('Saved.');
}
declare function show(text: string): void;
`,
  'list.ts': `export async function list(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (response.status === 404) return [];
  return response.json();
}
`,
};

const archives = makeFolder();
let folder: string;
let server: EslintServer;

beforeAll(async () => {
  folder = makeFolder(files);
  install(folder, pack(archives), { eslint: 'eslint9', '@typescript-eslint/parser': '@typescript-eslint/parser' });
  server = new EslintServer(folder);
  await server.start();
}, 60_000);

afterAll(async () => {
  await server.stop();
  removeFolder(folder);
  removeFolder(archives);
});

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

/** The text on which a diagnostic stands. */
function underlined(text: string, { range }: Diagnostic): string {
  return text.split('\n')[range.start.line]!.slice(range.start.character, range.end.character);
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const starts = text.split('\n').reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length + 1], [0]);
  const at = ({ line, character }: { line: number; character: number }): number => starts[line]! + character;
  return edits.reduceRight(
    (done, { range, newText }) => done.slice(0, at(range.start)) + newText + done.slice(at(range.end)),
    text,
  );
}

const documentation = (rule: string): string => `/docs/rules/${rule}.md`;

/** The suggestions among the code actions: the others switch rules off or open pages. */
const suggestions = (actions: readonly CodeAction[]): CodeAction[] =>
  actions.filter(({ title }) => !/^(Disable|Show documentation|Fix)/.test(title));

const expectations = [
  {
    name: 'load.js',
    language: 'javascript',
    rule: 'no-unchecked-response',
    word: 'window.fetch',
    title: 'Throw for any status outside 200–299',
    added: '\n  if (!response.ok) throw new Error(`Request failed with status ${response.status}`);',
    after: 'await window.fetch(url);',
    removed: '',
  },
  {
    name: 'save.ts',
    language: 'typescript',
    rule: 'no-200-only',
    word: 'response.status !== 200',
    title: 'Test `!response.ok`, so that 201–299 count as success too',
    added: '!response.ok',
    after: 'if (',
    removed: 'response.status !== 200',
  },
  {
    name: 'list.ts',
    language: 'typescript',
    rule: 'require-error-branch',
    word: 'response.status === 404',
    title: 'Throw for any other status outside 200–299',
    added:
      'if (!response.ok) {\n    if (response.status === 404) return [];\n' +
      '    throw new Error(`Request failed with status ${String(response.status)}`);\n  }',
    after: 'await fetch(url);\n  ',
    removed: 'if (response.status === 404) return [];',
  },
];

describe.each(expectations)('an editor with $name', ({ name, language, rule, word, title, added, after, removed }) => {
  const text = files[name as keyof typeof files];
  let diagnostic: Diagnostic;

  it('underlines the right word, and links to the page of the rule', async () => {
    server.open(uriOf(name), language, text);
    const diagnostics = await server.diagnostics(uriOf(name));
    expect(diagnostics).toHaveLength(1);
    diagnostic = diagnostics[0]!;
    expect(underlined(text, diagnostic)).toBe(word);
    expect(diagnostic.range.end.line).toBe(diagnostic.range.start.line);
    expect(diagnostic).toMatchObject({ code: `http-status/${rule}`, source: 'eslint' });
    expect(diagnostic.codeDescription?.href).toMatch(documentation(rule));
  });

  it('offers the suggestion, writes it and nothing else, and loses the report', async () => {
    const actions = suggestions(await server.codeActions(uriOf(name), diagnostic));
    // The server puts the rule's name behind.
    expect(actions.map((action) => action.title)).toEqual([`${title} (http-status/${rule})`]);
    const written = applied(text, await server.run(actions[0]!, uriOf(name)));
    const place = text.indexOf(after) + after.length;
    expect(written).toBe(text.slice(0, place) + added + text.slice(place + removed.length));
    server.change(uriOf(name), written);
    expect(await server.diagnostics(uriOf(name))).toEqual([]);
  });
});

describe('an editor with a file in which nothing is wrong', () => {
  it('shows nothing', async () => {
    server.open(uriOf('fine.js'), 'javascript', 'export const ok = async (url) => (await fetch(url)).ok;\n');
    expect(await server.diagnostics(uriOf('fine.js'))).toEqual([]);
  });
});
