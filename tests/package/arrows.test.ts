import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

const core = ['status', 'clients', 'analysis'];

/** Which other parts each part may import. What is missing here is an arrow that turned round. */
const allowed: Record<string, readonly string[]> = {
  status: [],
  types: ['status'],
  clients: ['status'],
  analysis: ['status', 'clients'],
  'suggest/write': core,
  'suggest/leave': [...core, 'suggest/write'],
  'suggest/unchecked': [...core, 'suggest/write', 'suggest/leave'],
  'suggest/branch': [...core, 'suggest/write', 'suggest/leave'],
  // A report of `ok` and its suggestion say alike what is compared.
  'suggest/ok': [...core, 'suggest/write', 'suggest/leave', 'rules'],
  rules: [...core, 'suggest/write', 'suggest/unchecked', 'suggest/branch', 'suggest/ok'],
  index: ['rules'],
  cli: ['index'],
};

/**
 * `src/analysis/walk/x.ts` is part of "analysis", `src/index.ts` and what lies beside it of "index",
 * `rules/suggest/write/x.ts` of "suggest/write".
 */
function partOf(path: string): string {
  const [top, folder, ...rest] = path.split('/');
  if (top === 'rules') return rest.length > 1 ? `${folder}/${rest[0]}` : 'rules';
  return rest.length > 0 ? (folder ?? '') : 'index';
}

/** Every arrow of a file that is not allowed, as a sentence. */
function wrongArrows(path: string, text: string): string[] {
  const own = partOf(path);
  return ts
    .preProcessFile(text)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => join(dirname(path), specifier))
    .filter((target) => partOf(target) !== own && !allowed[own]?.includes(partOf(target)))
    .map((target) => `${path} imports ${target}`);
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

describe('imports between parts', () => {
  const files = [...sources('src'), ...sources('rules')];

  it('point in one direction only', () => {
    expect(files.flatMap((path) => wrongArrows(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it('are known for every part', () => {
    expect([...new Set(files.map(partOf))].filter((part) => !(part in allowed))).toEqual([]);
  });

  it('have no arrow to packages from the status algebra, which the types share', () => {
    const imported = sources('src/status').flatMap((path) =>
      ts.preProcessFile(readFileSync(join(root, path), 'utf8')).importedFiles.map(({ fileName }) => fileName),
    );
    expect(imported.filter((specifier) => !specifier.startsWith('./'))).toEqual([]);
  });

  it.each([
    ['src/status/set.ts', "import { fetchClient } from '../clients/index.js';"],
    ['src/analysis/walk/flow.ts', "import type { RuleDocs } from '../../../rules/create-rule.js';"],
    ['src/analysis/file.ts', "export * from '../cli/run.js';"],
    ['src/clients/index.ts', "const analysis = await import('../analysis/file.js');"],
    ['src/types/index.ts', "import type plugin from '../index.js';"],
    ['src/cli/run.ts', "import rule from '../../rules/no-200-only.js';"],
    ['rules/suggest/write/place.ts', "import { exitFor } from '../leave/exit.js';"],
    ['rules/suggest/leave/exit.ts', "import { checkBound } from '../unchecked/bound.js';"],
    ['rules/suggest/ok/ok.ts', "import { addElse } from '../branch/else-branch.js';"],
    ['rules/no-200-only.ts', "import plugin from '../src/index.js';"],
  ])('are found where they turn round: %s', (path, text) => {
    expect(wrongArrows(path, text)).toHaveLength(1);
  });
});
