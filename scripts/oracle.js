// The oracle at length, with other programs than those of the tests. Each seed makes its own.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { runScript, UsageError } from './usage.js';

const usage = `Usage: node scripts/oracle.js [options]

  --programs N   how many random programs to try (default 100000)
  --wide N       how many of the wide kind, judged by three rules (default 200000)
  --growing N    how many whose values grow (default 50000)
  --seed S       which ones (default: others each time)
  --chunk N      how many are tried with one seed; the rest of a chunk is left out where one differs (default 5000)
  --write-known  instead: judge the wide programs of the tests, and write down in which the rules are wrong, by cause
                 (tests/fixtures/known-differences.json)
  --help         this text

Exits with 1 if the analysis was wrong about a program, and not by a cause that is known.`;

function readArguments() {
  const option = (fallback) => ({ type: 'string', default: String(fallback) });
  const options = {
    ...{ programs: option(100_000), wide: option(200_000), growing: option(50_000) },
    ...{ chunk: option(5000), seed: option(Date.now() % 2 ** 31) },
    'write-known': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  };
  let values;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new UsageError(error.message.split('\n')[0], { cause: error });
  }
  const number = (name, least) => {
    const value = Number(values[name]);
    if (values[name].trim() && Number.isInteger(value) && value >= least && value < 2 ** 31) return value;
    throw new UsageError(`--${name} must be a whole number from ${least} on, not "${values[name]}".`);
  };
  return {
    help: values.help,
    writesKnown: values['write-known'],
    ...{ programs: number('programs', 0), wide: number('wide', 0), growing: number('growing', 0) },
    ...{ chunk: number('chunk', 1), seed: number('seed', 0) },
  };
}

/** The oracle is TypeScript, and part of the tests: it is made one module that Node can load. */
async function loadOracle() {
  const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
  const file = path('.tmp/oracle/script.js');
  const bundle = await rolldown({
    input: path('tests/oracle/script.ts'),
    platform: 'node',
    external: /^[^./]/,
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
  });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return import(pathToFileURL(file).href);
}

// Programs fail by the million; nobody reads where.
Error.stackTraceLimit = 0;

/** Neighbouring seeds have no chunk in common. */
const chunkSeed = (seed, number) => (Math.imul(seed + 1, 0x9e3779b1) + Math.imul(number, 0x85ebca6b)) | 0;

/** Tries programs in chunks, each with a seed of its own; `attempt` stops at the first that differs, and makes it small. */
async function inChunks(what, programs, { chunk, seed }, attempt) {
  const found = new Set();
  const started = Date.now();
  let done = 0;
  for (let number = 0; number * chunk < programs; number++) {
    const count = Math.min(chunk, programs - number * chunk);
    const { tried, shrunken } = await attempt(count, chunkSeed(seed, number));
    done += tried;
    if (shrunken && !found.has(shrunken)) console.log(`\n${shrunken}\n`);
    if (shrunken) found.add(shrunken);
    const rate = Math.round((done * 1000) / (Date.now() - started));
    console.log(`${done} ${what}, ${rate} a second; that differ: ${found.size}`);
  }
  return found.size;
}

/** Judges programs of the wide kind, and says by which causes they differ. */
async function judgeWide(oracle, programs, { chunk, seed }) {
  const tally = new oracle.Tally();
  // Those of the tests have the lowest seeds.
  const first = (chunkSeed(seed, 0) >>> 2) + 1_000_000;
  while (tally.programs < programs) {
    const count = Math.min(chunk, programs - tally.programs);
    await oracle.judgeMany(first + tally.programs, count, tally);
    console.log(`${tally.programs} wide programs, ${tally.sites} sites; programs that differ: ${tally.found.length}`);
  }
  const known = await oracle.byCause(tally, (done) => {
    if (done % 100 === 0) console.log(`${done} of ${tally.found.length} made small`);
  });
  tell(tally, known);
  return known.filter(({ cause }) => cause === oracle.unknownCause);
}

/** What came of it, as a table. */
function tell(tally, known) {
  for (const [rule, count] of tally.judged) console.log(`${rule}: ${count} sites`);
  for (const [reason, count] of tally.skips) console.log(`not judged, or in part: ${count} programs (${reason})`);
  for (const { kind, cause, seeds, smallest } of known) {
    console.log(`\n${seeds.length} programs, ${kind}: ${cause}; the smallest:\n${smallest.join('\n')}`);
  }
}

/** The programs of the tests: see tests/oracle/wide.ts. */
const testPrograms = 20_000;

async function writeKnown(oracle) {
  const tally = await oracle.judgeMany(0, testPrograms);
  const known = await oracle.byCause(tally, (done) => {
    if (done % 50 === 0) console.log(`${done} of ${tally.found.length} made small`);
  });
  tell(tally, known);
  const file = new URL('../tests/fixtures/known-differences.json', import.meta.url);
  await writeFile(file, `${JSON.stringify(known, null, 1)}\n`);
}

async function run(options) {
  const oracle = await loadOracle();
  if (options.writesKnown) return (await writeKnown(oracle), 0);
  let wrong = await inChunks('programs', options.programs, options, oracle.tryPrograms);
  wrong += await inChunks('programs that grow', options.growing, options, oracle.tryGrowing);
  if (options.wide > 0) wrong += (await judgeWide(oracle, options.wide, options)).length;
  return wrong > 0 ? 1 : 0;
}

await runScript(async () => {
  const values = readArguments();
  if (values.help) console.log(usage);
  else process.exitCode = await run(values);
});
