// typed-http-status: the same types as a package of their own.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifest, readme } from '../../scripts/pack-types.js';
import { assemble } from '../../scripts/types-build.js';
import { allCases } from './cases-file.js';
import { compilers, root, typescript6 } from './compilers.js';
import { type Consumer, createConsumer, type Files } from './consumer.js';
import { codeOf } from './guide.js';

const run = promisify(execFile);
const name = 'typed-http-status';
const renamed = (text: string): string => text.replaceAll('eslint-plugin-http-status/types', name);
const rename = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, renamed(text)]));

let consumer: Consumer;
let archive: string;
let installed: string;
beforeAll(async () => {
  consumer = await createConsumer([], name);
  archive = join(consumer.dir, readdirSync(consumer.dir).find((file) => file.endsWith('.tgz')) ?? '');
  installed = join(consumer.dir, 'node_modules', name);
}, 60_000);
afterAll(() => consumer.remove());

const read = (file: string): string => readFileSync(join(installed, file), 'utf8');

describe('typed-http-status', () => {
  it('holds the declarations and no code, and needs no other package', () => {
    expect(readdirSync(installed).sort()).toEqual([
      'LICENSE',
      'README.md',
      'index.d.cts',
      'index.d.ts',
      'package.json',
    ]);
    const packed = JSON.parse(read('package.json')) as Record<string, unknown>;
    const needs = ['dependencies', 'peerDependencies', 'optionalDependencies', 'scripts'];
    expect(needs.filter((field) => field in packed)).toEqual([]);
  });

  it('is made of the same sources, under its own name and with the same version', () => {
    for (const file of ['index.d.ts', 'index.d.cts']) expect(read(file)).toBe(renamed(assemble()));
    expect(read('index.d.ts')).toContain(`declare module '${name}'`);
    expect(read('index.d.ts') + read('README.md').split('\n## ')[0]).not.toContain("from 'eslint-plugin-http-status");
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(manifest().version).toBe(version);
  });

  it('is right for publint', async () => {
    const buffer = readFileSync(archive);
    const tarball = buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer;
    const { messages } = await publint({ pack: { tarball } });
    expect(messages.map((message) => formatMessage(message, manifest() as never, { color: false }))).toEqual([]);
  });

  it('has types that resolve everywhere, for attw', async () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { stdout } = await run(process.execPath, [attw, archive, '--format', 'ascii']);
    expect(stdout).toContain('No problems found');
  });

  it.each(compilers)(
    'narrows as the cases say with TypeScript $version, from ESM and from CommonJS',
    async (compiler) => {
      const common = "import type { ResponseOf } from 'eslint-plugin-http-status/types';\n";
      const use =
        'export const ok = (res: ResponseOf<{ 200: 1; 500: 2 }>): 1 | Promise<1> => (res.ok ? res.json() : 1);\n';
      expect(await consumer.compile(compiler, rename({ ...allCases(), 'common.cts': common + use }))).toBe('');
    },
  );

  it('has a README whose example compiles', async () => {
    const code = codeOf(readme()).join('\n');
    expect(code).toContain(`from '${name}'`);
    const files = { 'readme.ts': code, 'expect.ts': allCases()['expect.ts'] ?? '' };
    expect(await consumer.compile(typescript6, files)).toBe('');
  });
});
