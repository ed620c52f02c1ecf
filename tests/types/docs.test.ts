import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBlock } from '../../scripts/docs/blocks.js';
import { withNames } from '../../scripts/types-names.js';
import { registered } from '../../src/status/index.js';
import { casesFile } from './cases-file.js';
import { compilers, typescript6 } from './compilers.js';
import { type Consumer, createConsumer, type Files } from './consumer.js';
import { exampleFile, readGuide, readHovers } from './guide.js';

const folder = new URL('./guide/', import.meta.url);
const ambient = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);
const expectFile = { 'expect.ts': casesFile('expect.ts') };

let consumer: Consumer;
beforeAll(async () => {
  consumer = await createConsumer(['hono', 'openapi-fetch', 'openapi-typescript-helpers', '@ts-rest/core']);
}, 60_000);
afterAll(() => consumer.remove());

describe('docs/types.md', () => {
  const { files, blocks } = readGuide();
  const project: Files = { ...files, ...ambient, ...expectFile };

  it.each(compilers)('compiles with TypeScript $version', async (compiler) => {
    expect(await consumer.compile(compiler, project)).toBe('');
  });

  it('shows its code in blocks that the tests find', () => {
    const text = readFileSync(new URL('../../docs/types.md', import.meta.url), 'utf8');
    expect(text.match(/^```\w/gm)).toHaveLength(blocks);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['http-status.ts', 'schema.d.ts', 'msw-handlers.ts']));
  });

  it('would not pass with a wrong claim', async () => {
    const claims = exampleFile({ name: 'Wrong', text: '```ts\ntype Wrong = StatusCodes[404]; //=> 404\n```\n' });
    expect(await consumer.compile(typescript6, { 'claims.ts': claims, ...expectFile })).toContain('TS2344');
  });
});

describe('the table of all names', () => {
  const table = readBlock(readFileSync(new URL('../../docs/types.md', import.meta.url), 'utf8'), 'names') ?? '';
  const rows = [...table.matchAll(/^\| `(\w+)` +\| (.+?) +\| `(.+)` +\|$/gm)];

  it('is up to date; if not, run node scripts/types-names.js', async () => {
    const page = readFileSync(new URL('../../docs/types.md', import.meta.url), 'utf8');
    expect(page).toBe(await withNames(page));
  });

  it('has every export', () => {
    expect(rows.map(([, name]) => name)).toEqual(readHovers().map(({ name }) => name));
  });

  it.each(compilers)('has examples that compile with TypeScript $version', async (compiler) => {
    const examples = rows.map(([, name = '', , cell = '']) => {
      const code = cell.replaceAll('\\|', '|');
      return [`${name}.ts`, exampleFile({ name, text: `\`\`\`ts\n${code}\n\`\`\`\n` })];
    });
    expect(await consumer.compile(compiler, { ...Object.fromEntries(examples), ...expectFile })).toBe('');
  });
});

describe('the functions to paste', () => {
  /** As a program runs them: compiled, and imported. */
  async function load() {
    const code = ts.transpileModule(readGuide().files['http-status.ts'] ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    }).outputText;
    return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      isStatusIn(res: object, ...choices: unknown[]): boolean;
      assertStatusIn(res: object, ...choices: unknown[]): void;
      assertOk(res: object): void;
      matchStatus(res: object, handlers: object): unknown;
    };
  }
  const res = (status: number) => ({ status, ok: status >= 200 && status < 300 });

  it('do what their types say', async () => {
    const { isStatusIn, assertStatusIn, assertOk, matchStatus } = await load();
    expect([200, 399, 400, 499, 500].filter((status) => isStatusIn(res(status), '4xx'))).toEqual([400, 499]);
    expect([200, 404, 500].filter((status) => isStatusIn(res(status), '2xx', 404))).toEqual([200, 404]);
    expect(() => assertStatusIn(res(404), '4xx')).not.toThrow();
    expect(() => assertStatusIn(res(500), 200, '4xx')).toThrow('Expected 200 or 4xx, got 500.');
    expect(() => assertOk(res(204))).not.toThrow();
    expect(() => assertOk(res(304))).toThrow('The server answered 304.');
    const handlers = { 404: () => 'code', '4xx': () => 'group', default: (r: { status: number }) => r.status };
    expect([404, 410, 200, 999].map((status) => matchStatus(res(status), handlers))).toEqual([
      'code',
      'group',
      200,
      999,
    ]);
    expect(() => matchStatus(res(500), { 404: () => 'code' })).toThrow('500');
  });
});

describe('hover texts', () => {
  const hovers = readHovers();

  it.each(hovers)('$name: says what it means, shows an example, names its document', ({ text }) => {
    expect(text).toMatch(/^[A-Z][^]{20,}?\.\s/);
    expect(text).toMatch(/^```ts\n[^]+?^```$/m);
    expect(text).toMatch(
      /@see \[(RFC \d{4}, Section [\d.]+)\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d{4}\.html#section-[\d.]+\)/,
    );
  });

  it.each(compilers)('their examples compile with TypeScript $version', async (compiler) => {
    const examples = Object.fromEntries(hovers.map((hover) => [`${hover.name}.ts`, exampleFile(hover)]));
    expect(await consumer.compile(compiler, { ...examples, ...expectFile })).toBe('');
  });

  it('an editor shows them, and for each code its phrase and document', () => {
    const at = editor(`import type { ReasonPhrase, ResponseOf, StatusCodes } from 'eslint-plugin-http-status/types';
export type Phrase = StatusCodes[/*code*/404];
declare const phrases: StatusCodes;
export const phrase = phrases[/*property*/503];
export type /*alias*/Same = /*reason*/ReasonPhrase<404>;
export type Api = /*map*/ResponseOf<{ 200: string }>;
`);
    for (const [name, code] of [
      ['code', 404],
      ['property', 503],
    ] as const) {
      const { phrase, document } = registered(code) ?? {};
      expect(at(name).documentation).toContain(`**${code} ${phrase}** — [${document}]`);
      expect(at(name).type).toContain(`StatusCodes[${code}]: "${phrase}"`);
    }
    expect(at('alias').type).toBe('type Same = "Not Found"');
    expect(at('reason').documentation).toContain('The reason phrase of a registered code');
    expect(at('map').documentation).toContain('The responses of an API, from a map of statuses to bodies.');
  });
});

/** What an editor shows where the pointer is right after the comment with this name. */
function editor(code: string): (name: string) => { type: string; documentation: string } {
  const file = join(consumer.dir, 'hover.mts');
  const read = (path: string) => (path === file ? code : ts.sys.readFile(path));
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({ strict: true, module: ts.ModuleKind.NodeNext, types: [], skipLibCheck: true }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => consumer.dir,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
  });
  return (name) => {
    const marker = `/*${name}*/`;
    const info = service.getQuickInfoAtPosition(file, code.indexOf(marker) + marker.length);
    return {
      type: ts.displayPartsToString(info?.displayParts),
      documentation: ts.displayPartsToString(info?.documentation),
    };
  };
}
