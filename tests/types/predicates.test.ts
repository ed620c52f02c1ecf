import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientError, informational, redirection, serverError, StatusSet, success } from '../../src/status/index.js';
import * as status from '../../src/status/index.js';
import { casesFile } from './cases-file.js';
import { compilers, typescript6 } from './compilers.js';
import { type Consumer, createConsumer } from './consumer.js';
import { preamble, type Row, table, type Verdict } from './truth-table.js';

const groups = [informational, success, redirection, clientError, serverError];

/** What the set algebra says about the question that `Is4xx` and its kin ask. */
function verdict({ statuses, others }: Row, group: StatusSet): Verdict {
  if (statuses.isEmpty && !others) return 'never';
  if (statuses.isDisjointWith(group)) return 'false';
  return statuses.isSubsetOf(group) && !others ? 'true' : 'boolean';
}

/** The groups in which a row has statuses, as `StatusGroupOf` and `GroupsOf` spell them. */
function groupsOf({ statuses }: Row): string {
  const names = groups.flatMap((group, i) => (statuses.isDisjointWith(group) ? [] : [`'${i + 1}xx'`]));
  return names.join(' | ') || 'never';
}

const union = (set: StatusSet) => [...set].join(' | ');

/** Each row as assertions that the compiler checks. */
const rows = table
  .flatMap((row, r) => [
    ...row.is.map((is, g) => `export type Row${r}Is${g + 1} = Expect<Equal<Types.Is${g + 1}xx<${row.type}>, ${is}>>;`),
    `export type Row${r}Group = Expect<Equal<Types.StatusGroupOf<${row.type}>, ${groupsOf(row)}>>;`,
    `export type Row${r}Groups = Expect<Equal<Types.GroupsOf<${row.type}>, ${groupsOf(row)}>>;`,
  ])
  .join('\n');

/** Every status one by one, not only those that somebody thought of. */
const sweep = `
type All = ${union(StatusSet.all)};
${groups
  .map(
    (group, i) => `
type Is${i + 1} = { [S in All]: Types.Is${i + 1}xx<S> extends true ? S : never }[All];
type Not${i + 1} = { [S in All]: Types.Is${i + 1}xx<S> extends false ? S : never }[All];
type Of${i + 1} = { [S in All]: Types.StatusGroupOf<S> extends '${i + 1}xx' ? ([Types.StatusGroupOf<S>] extends [never] ? never : S) : never }[All];
export type Sweep${i + 1} = [
  Expect<Equal<Is${i + 1}, ${union(group)}>>,
  Expect<Equal<Not${i + 1}, ${union(group.complement())}>>,
  Expect<Equal<Of${i + 1}, ${union(group)}>>,
  Expect<Equal<Types.Status${i + 1}xx, ${union(group)}>>,
];`,
  )
  .join('\n')}
export type Sets = [
  Expect<Equal<Types.NullBodyStatus, ${union(status.nullBody)}>>,
  Expect<Equal<Types.RedirectStatus, ${union(status.redirects)}>>,
  Expect<Equal<Types.RetryableStatus, ${union(status.retryable)}>>,
  Expect<Equal<Types.StatusCode, ${status.registry.map((entry) => entry.code).join(' | ')}>>,
];
export type Phrases = Expect<Equal<{ [S in Types.StatusCode]: Types.ReasonPhrase<S> }, {
${status.registry.map((entry) => `  ${entry.code}: ${JSON.stringify(entry.phrase)};`).join('\n')}
}>>;
`;

const head = `import type * as Types from 'eslint-plugin-http-status/types';\nimport type { Equal, Expect } from './expect.js';\n`;

describe('the truth table of the predicates', () => {
  it.each(table)('StatusSet: $type', (row) => {
    expect(groups.map((group) => verdict(row, group))).toEqual(row.is);
  });

  describe('types', () => {
    let consumer: Consumer;
    beforeAll(async () => {
      consumer = await createConsumer();
    }, 60_000);
    afterAll(() => consumer.remove());

    it.each(compilers)('TypeScript $version', async (compiler) => {
      const files = {
        'expect.ts': casesFile('expect.ts'),
        'rows.ts': head + preamble + rows,
        'sweep.ts': head + sweep,
      };
      expect(await consumer.compile(compiler, files)).toBe('');
    });

    it('a wrong row would not compile', async () => {
      const wrong = `${head}export type Wrong = Expect<Equal<Types.Is4xx<404>, boolean>>;`;
      const files = { 'expect.ts': casesFile('expect.ts'), 'wrong.ts': wrong };
      expect(await consumer.compile(typescript6, files)).toContain('wrong.ts(3,28): error TS2344');
    });
  });
});
