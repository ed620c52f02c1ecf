import { Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readOthersWith } from '../../src/analysis/index.js';
import plugin from '../../src/index.js';
import { parser } from '../../src/reader/parser.js';
import { reader } from '../../src/reader/reader.js';
import { makeFolder, removeFolder } from '../support/sandbox.js';

/** How often another file was read, in all. */
export let parses = 0;

readOthersWith(() => ({
  ...reader,
  parse(text, path) {
    parses++;
    return reader.parse(text, path);
  },
}));

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

/** Files on the disk. */
export function project(files: Record<string, string>): string {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder;
}

const languages = ['**/*.{js,ts,tsx,mjs,cjs,vue,svelte}'];

/** What the rules say of a file of a project: rule, line and the text at which the report stands. */
export function lint(folder: string, name: string, settings: object = {}, preset = 'recommended'): string[] {
  const config = {
    ...(plugin.configs as Record<string, Linter.Config>)[preset],
    files: languages,
    languageOptions: { parser },
    settings: { 'http-status': settings },
  };
  const filename = join(folder, name);
  const text = readFileSync(filename, 'utf8');
  const lines = text.split('\n');
  return new Linter({ cwd: folder })
    .verify(text, [config as Linter.Config], { filename })
    .map(({ ruleId, line, column, endColumn, message }) =>
      ruleId
        ? `${ruleId.split('/')[1]} ${line}: ${lines[line - 1]!.slice(column - 1, endColumn && endColumn - 1)}`
        : message,
    );
}

/** The same of `user.ts`, beside the other files of a project. */
export const lintUser = (user: string, others: Record<string, string>, settings?: object): string[] =>
  lint(project({ 'package.json': '{}', 'user.ts': user, ...others }), 'user.ts', settings);
