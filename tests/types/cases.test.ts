import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allCases, casesFile } from './cases-file.js';
import { compilers, typescript6 } from './compilers.js';
import { type Consumer, createConsumer } from './consumer.js';
import { suggestedFiles } from './typed-programs.js';

// The cases are ordinary TypeScript: what must compile, and what must not below a `@ts-expect-error`, which is itself an
// error where the next line compiles. They are compiled together, once for each version of TypeScript, and with them what
// becomes of programs with typed responses by the suggestions of the rules.
describe('the cases compile as they say', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await createConsumer();
  }, 60_000);
  afterAll(() => consumer.remove());

  it.each(compilers)('TypeScript $version', async (compiler) => {
    expect(await consumer.compile(compiler, { ...allCases(), ...suggestedFiles() })).toBe('');
  });

  it('and nowhere because their own checks let everything pass', async () => {
    const wrong = `import { type Equal, type Expect, expectType } from './expect.js';
declare const status: 404;
export type Wider = Expect<Equal<404, number>>;
export type FromAny = Expect<Equal<404, any>>;
expectType<number>()(status);
expectType<404>()(status);
`;
    const output = await consumer.compile(typescript6, { 'expect.ts': casesFile('expect.ts'), 'wrong.ts': wrong });
    expect(output.match(/wrong\.ts\(\d+/g)).toEqual(['wrong.ts(3', 'wrong.ts(4', 'wrong.ts(5']);
  });
});
