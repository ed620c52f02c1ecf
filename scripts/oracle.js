// The oracle at length, with other programs than those of the tests. Each seed makes its own.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

const usage = `Usage: node scripts/oracle.js [options]

  --programs N  how many random programs to try (default 100000)
  --seed S      which ones (default: others each time)
  --chunk N     how many are tried with one seed; the rest of a chunk is left out where one differs (default 5000)
  --help        this text

Exits with 1 if the analysis was wrong about a program.`;

class UsageError extends Error {}

function readArguments() {
  const option = (fallback) => ({ type: 'string', default: String(fallback) });
  const options = {
    ...{ programs: option(100_000), chunk: option(5000), seed: option(Date.now() % 2 ** 31) },
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
  return { help: values.help, programs: number('programs', 1), chunk: number('chunk', 1), seed: number('seed', 0) };
}

/** The oracle is TypeScript, and part of the tests: it is made one module that Node can load. */
async function loadOracle() {
  const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
  const file = path('.tmp/oracle/differences.js');
  const bundle = await rolldown({
    input: path('tests/oracle/differences.ts'),
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

async function run({ programs, chunk, seed }) {
  const { tryPrograms } = await loadOracle();
  const found = new Set();
  const started = Date.now();
  let done = 0;
  for (let number = 0; number * chunk < programs; number++) {
    const count = Math.min(chunk, programs - number * chunk);
    // Neighbouring seeds have no chunk in common.
    const chunkSeed = Math.imul(seed + 1, 0x9e3779b1) + Math.imul(number, 0x85ebca6b);
    const { tried, shrunken } = await tryPrograms(count, chunkSeed | 0);
    done += tried;
    if (shrunken && !found.has(shrunken)) console.log(`\n${shrunken}\n`);
    if (shrunken) found.add(shrunken);
    const rate = Math.round((done * 1000) / (Date.now() - started));
    console.log(`${done} programs, ${rate} a second; programs that differ: ${found.size}`);
  }
  return found.size > 0 ? 1 : 0;
}

try {
  const values = readArguments();
  if (values.help) console.log(usage);
  else process.exitCode = await run(values);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
