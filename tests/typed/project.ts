import { symlinkSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterAll } from 'vitest';
import { askCompilerWith } from '../../src/analysis/index.js';
import { compiler } from '../../src/compiler/compiler.js';
import plugin from '../../src/index.js';
import { parser } from '../../src/reader/parser.js';
// It says what reads other files.
import '../imports/project.js';
import { makeFolder, removeFolder, root } from '../support/sandbox.js';
import { tsconfig } from './program.js';

askCompilerWith(() => compiler);

const folders: string[] = [];
afterAll(() => folders.forEach(removeFolder));

/** A project on the disk, which has this TypeScript; without one, only typescript-eslint's parser has types. */
export function project(files: Record<string, string>, typescript?: string): string {
  const folder = makeFolder({
    'package.json': '{}',
    'tsconfig.json': tsconfig,
    'node_modules/x/index.d.ts': '',
    ...files,
  });
  folders.push(folder);
  if (typescript) symlinkSync(join(root, 'node_modules', typescript), join(folder, 'node_modules/typescript'));
  return folder;
}

export type Way = 'services' | 'process';

/** Who has types: the parser of typescript-eslint with its program, or TypeScript's own process beside another parser. */
const ways = {
  services: (tsconfigRootDir: string) => ({
    parser: typescriptParser,
    parserOptions: { projectService: true, tsconfigRootDir },
  }),
  process: () => ({ parser }),
};

/** What the rules of a preset say of a file of a project: rule, line, and the text at which the report stands. */
export function lint(
  folder: string,
  name: string,
  way: Way,
  preset: keyof typeof plugin.configs,
  settings: object = {},
  text = readFileSync(join(folder, name), 'utf8'),
): string[] {
  const filename = join(folder, name);
  const config = { ...plugin.configs[preset], files: ['**/*.*'], languageOptions: ways[way](folder) };
  return new Linter({ cwd: folder })
    .verify(text, [config as Linter.Config, { settings: { 'http-status': settings } }], { filename })
    .map(({ ruleId, line, column, endColumn, message }) => {
      const at = text.split('\n')[line - 1]!.slice(column - 1, endColumn && endColumn - 1);
      return ruleId && at ? `${ruleId.replace('http-status/', '')} ${line}: ${at}` : message;
    });
}
