// What the type library costs a program that uses it, in the compiler's own counts, and what others cost for the same.
// The counts are the same from run to run, so a budget is a number and not a stop watch.
//
//   node scripts/types-budget.js            prints a table for each version of TypeScript
//   node scripts/types-budget.js 6.0 7.0    for these only
//
// The exit code is 1 if a budget is exceeded.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv, execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { comparisons, scenarios } from './types-scenarios.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compilers = { 5.4: 'ts54', 5.9: 'ts59', '6.0': 'typescript', '7.0': 'typescript7' };
const packages = ['eslint-plugin-http-status', ...new Set(comparisons.map((comparison) => comparison.package))];

/** The version for which other libraries are measured, too: once is enough, and theirs are the slowest programs. */
const newest = '7.0';

/** @typedef {{ files: number, types: number, instantiations: number }} Cost */

/** A folder in which `node_modules` holds this package and those that it is compared with. */
function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'http-status-budget-'));
  for (const name of packages) {
    const target = name === 'eslint-plugin-http-status' ? root : join(root, 'node_modules', name);
    if (!existsSync(target)) continue;
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link);
  }
  return folder;
}

/**
 * The counts for one file, as `tsc --extendedDiagnostics` prints them.
 * @param {string} folder
 * @param {string} compiler
 * @param {string} text
 * @returns {Cost}
 */
function count(folder, compiler, text) {
  writeFileSync(join(folder, 'scenario.mts'), text);
  const options = {
    compilerOptions: {
      ...{ strict: true, noEmit: true, skipLibCheck: true, module: 'nodenext', target: 'es2022' },
      ...{ lib: ['es2022', 'dom'], types: [] },
    },
    files: ['scenario.mts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options));
  const tsc = join(root, 'node_modules', compiler, 'bin/tsc');
  const { stdout, status } = spawnSync(execPath, [tsc, '-p', folder, '--extendedDiagnostics'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`A scenario does not compile with ${compiler}:\n${stdout}\n${text}`);
  const read = (/** @type {string} */ label) => {
    const found = new RegExp(`^${label}:\\s+(\\d+)$`, 'm').exec(stdout);
    if (!found) throw new Error(`${compiler} printed no count of ${label}:\n${stdout}`);
    return Number(found[1]);
  };
  return { files: read('Files'), types: read('Types'), instantiations: read('Instantiations') };
}

/** @param {string} version @param {readonly string[]} cells */
function row(version, ...cells) {
  console.log(
    [version.padEnd(3), ...cells.map((cell, i) => (i === 0 ? cell.padEnd(52) : cell.padStart(14)))].join('  '),
  );
}

/**
 * The cells of a row: each count, and whether it keeps within the limit where there is one.
 * @param {Cost} cost
 * @param {Partial<Cost>} limits
 */
export function judge(cost, limits) {
  const units = /** @type {const} */ (['files', 'types', 'instantiations']);
  const exceeded = units.filter((unit) => cost[unit] > (limits[unit] ?? Infinity));
  const cells = units.map((unit) => {
    if (limits[unit] === undefined) return `${cost[unit]}`;
    return `${cost[unit]} ${exceeded.includes(unit) ? '>' : '≤'} ${limits[unit]}`;
  });
  return { cells, within: exceeded.length === 0 };
}

/**
 * What something may cost that is built on something else: what that costs, and so much more.
 * @param {Cost} base
 * @param {Partial<Cost>} more
 * @returns {Partial<Cost>}
 */
export function addLimits(base, more) {
  return Object.fromEntries(Object.entries(more).map(([unit, limit]) => [unit, base[unit] + limit]));
}

/**
 * Prints the rows of one compiler and says whether all keep within their budgets.
 * @param {string} folder
 * @param {string} version
 * @param {string} compiler
 */
function measure(folder, version, compiler) {
  const empty = count(folder, compiler, 'export {};\n');
  const overEmpty = (/** @type {string} */ text) => {
    const { files, types, instantiations } = count(folder, compiler, text);
    return {
      files: files - empty.files,
      types: types - empty.types,
      instantiations: instantiations - empty.instantiations,
    };
  };
  const results = scenarios.map(({ name, text, budget }) => {
    const { cells, within } = judge(overEmpty(text), { ...budget, ...budget.on?.[version] });
    row(version, name, ...cells);
    return within;
  });
  if (version !== newest) return results.every(Boolean);
  /** @type {Record<string, Cost>} */
  const costs = {};
  for (const { name, package: needed, text, over, budget = {} } of comparisons) {
    if (!existsSync(join(folder, 'node_modules', needed))) {
      row(version, `${name}: skipped, ${needed} is not installed`);
      continue;
    }
    const cost = (costs[name] = overEmpty(text));
    const { cells, within } = judge(cost, over ? addLimits(costs[over], budget) : budget);
    row(version, name, ...cells);
    results.push(within);
  }
  return results.every(Boolean);
}

/** @param {readonly string[]} versions */
function main(versions) {
  const folder = createFolder();
  try {
    row('TS', 'over an empty file', 'files', 'types', 'instantiations');
    for (const [version, compiler] of Object.entries(compilers).sort()) {
      if (versions.length > 0 && !versions.includes(version)) continue;
      if (!measure(folder, version, compiler)) process.exitCode = 1;
    }
    if (process.exitCode) console.error('\nOver budget: a count marked with ">" is larger than it may be.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) main(argv.slice(2));
