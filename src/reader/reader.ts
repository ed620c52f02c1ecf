import { readFileSync, statSync } from 'node:fs';
import type { Files, Reader } from '../sources/imports/reader.js';
import { parseFile } from './parser.js';
import { Resolver } from './resolver.js';
import { toSource, type Parsed } from './source.js';

/** The files on the disk. */
const disk: Files = {
  stampOf(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? { changed: found.mtimeMs, size: found.size } : undefined;
  },
  textOf: (path) => readFileSync(path, 'utf8'),
};

const resolver = new Resolver();

export const reader: Reader = {
  files: disk,
  resolve: (specifier, from, files) => resolver.resolve(specifier, from, files),
  parse: (text, path) => toSource(text, parseFile(text, path, false) as unknown as Parsed),
};
