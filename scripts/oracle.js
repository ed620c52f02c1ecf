// The oracle at length: `node scripts/oracle.js --programs 1000000 --seed 7`. Each seed makes other programs.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const started = Date.now();
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'tests/oracle/programs.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ORACLE_PROGRAMS: values.programs, ORACLE_SEED: values.seed } },
);
const seconds = (Date.now() - started) / 1000;
console.log(
  `${values.programs} programs, seed ${values.seed}: ${Math.round(Number(values.programs) / seconds)} a second`,
);
process.exit(status ?? 1);
