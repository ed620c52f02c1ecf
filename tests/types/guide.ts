// The code blocks of docs/types.md and of the hover texts, as files that a compiler can read.
import { readFileSync } from 'node:fs';
import { type Hover, hoversOf } from '../../scripts/types-names.js';

const fence = /^```ts\n([\s\S]*?)^```$/gm;
const fileComment = /^\/\/ ([\w$.-]+\.ts)\n/;
const result = /^type (\w+) = .*; \/\/=> (.+)$/gm;

/** `type A = Is4xx<404>; //=> true` says what `A` is; here it becomes an assertion. */
function withAssertions(code: string): string {
  const claims = [...code.matchAll(result)].map(
    ([, name, type], i) => `type Claim${i} = Expect<Equal<${name}, ${type}>>;`,
  );
  if (claims.length === 0) return code;
  return `${code}\nimport type { Equal, Expect } from './expect.js';\n${claims.join('\n')}\nexport type { ${claims.map((_, i) => `Claim${i}`).join(', ')} };\n`;
}

/** The examples of a page, each with its claims as assertions. */
export const codeOf = (page: string): string[] =>
  [...page.matchAll(fence)].map(([, code = '']) => withAssertions(code));

export interface Guide {
  readonly files: Record<string, string>;
  readonly blocks: number;
}

/**
 * The guide as a project. The blocks under one heading are one file, in order, as a reader takes them; a block that begins
 * with `// name.ts` is a file of that name.
 */
export function readGuide(): Guide {
  const text = readFileSync(new URL('../../docs/types.md', import.meta.url), 'utf8');
  const files: Record<string, string> = {};
  let blocks = 0;
  for (const section of text.split(/^(?=#+ )/m)) {
    const title = /^#+ (.*)/.exec(section)?.[1] ?? 'start';
    const name = `${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.ts`;
    for (const [, code = ''] of section.matchAll(fence)) {
      blocks++;
      const named = fileComment.exec(code)?.[1];
      if (named) files[named] = code;
      else files[name] = `${files[name] ?? ''}${code}\n`;
    }
  }
  return { blocks, files: mapValues(files, withAssertions) };
}

/** The documentation of every export of the shipped file, as an editor shows it. */
export const readHovers = (): readonly Hover[] =>
  hoversOf(readFileSync(new URL('../../dist/types/index.d.ts', import.meta.url), 'utf8'));

/** The example of a hover text as a file; it may use every export, and the bodies that all examples share. */
export function exampleFile({ text }: Hover): string {
  const code = [...text.matchAll(fence)].map(([, block]) => block).join('\n');
  const names = readHovers().map((hover) => hover.name);
  const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const bodies = ['NotFound', 'Problem', 'User'].filter((name) => !code.includes(`type ${name} =`));
  return `import type { ${used.join(', ')} } from 'eslint-plugin-http-status/types';
import type { ${bodies.join(', ')} } from './expect.js';
${withAssertions(code)}
export {};
`;
}

function mapValues<T>(record: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
