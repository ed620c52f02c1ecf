// `npm run bench`: what the plugin costs, as ratios measured in one run. Nothing is asserted: machines differ.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';
import { format, resolveConfig } from 'prettier';
import { configOf } from './bench/configs.js';
import { benchFiles } from './bench/files.js';
import { compareLint, shareInside } from './bench/lint.js';
import { followPart } from './bench/following.js';
import { keyToStrip } from './bench/page.js';
import { loadRivals } from './bench/rivals.js';
import { typedProject } from './bench/project.js';
import { page, report } from './bench/text.js';
import { compareTyped } from './bench/typed.js';

const usage = `Usage: npm run bench -- [options]

  --rounds N    how often each file is linted with each configuration (default 10)
  --only PART   lint, once, typed, growth, follow, page or import (may be repeated); docs/performance.md is left
                alone
  --project DIR an application with its dependencies, to be linted with types; without it, a project is written
  --json FILE   where the results go (default .tmp/bench.json)
  --help        this text`;

const root = fileURLToPath(new URL('../', import.meta.url));

function readArguments() {
  try {
    return parseArgs({
      options: {
        rounds: { type: 'string', default: '10' },
        only: { type: 'string', multiple: true, default: [] },
        project: { type: 'string' },
        json: { type: 'string', default: fileURLToPath(new URL('../.tmp/bench.json', import.meta.url)) },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    return process.exit(2);
  }
}

/** Runs one of the scripts in a process of its own and reads what it printed. */
function child(script, args = [], flags = []) {
  const path = fileURLToPath(new URL(`bench/${script}`, import.meta.url));
  const output = execFileSync(process.execPath, [...flags, path, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output);
}

const times = (n, run) => Array.from({ length: n }, run);
const least = (results, by) => results.reduce((best, result) => (by(result) < by(best) ? result : best));

/** Lint of warm code: the rules alone, everything else taken out by turns. */
async function lintPart(files, rounds) {
  const names = ['none', 'again', 'idle', 'ours', ...Object.keys(await loadRivals())];
  const tables = {};
  for (const which of ['mix', 'fetch']) {
    const configs = await Promise.all(['three', 'inside', 'strict'].map(async (name) => [name, await configOf(name)]));
    const inside = await shareInside(files[which], configs, rounds);
    tables[which] = [...(await compareLint(files[which], names, rounds)), ...inside];
  }
  return tables;
}

/** Whole processes, in turns; the least of three. */
function oncePart() {
  const own = ['none', 'idle', 'ours', 'inside'];
  const wanted = { mix: own, fetch: own, typescript: [...own, 'floating'] };
  return Object.fromEntries(
    Object.entries(wanted).map(([which, names]) => {
      const runs = times(3, () => names.map((name) => child('once.js', [name, which], ['--expose-gc'])));
      return [
        which,
        names.map((name, i) => ({
          name,
          ...least(
            runs.map((run) => run[i]),
            ({ share, milliseconds }) => share ?? milliseconds,
          ),
        })),
      ];
    }),
  );
}

function importPart() {
  const runs = times(9, () => child('import.js', ['timed']));
  const eslint = least(runs, (run) => run.eslint.cpu).eslint;
  return { eslint, plugin: least(runs, (run) => run.plugin.cpu).plugin, loaded: child('import.js', ['loaded']) };
}

/** Without a garbage collection in between what a lint allocates can be counted, without optimisation its steps. */
const flags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256', '--no-opt', '--no-maglev'];
const growthPart = () => child('growth.js', [], flags);

const options = readArguments();
if (options.help) {
  console.log(usage);
} else {
  const files = await benchFiles(root);
  const characters = (list) => list.reduce((sum, { code }) => sum + code.length, 0);
  const project = typedProject(options.project);
  const results = {
    project: {
      origin: project.origin,
      count: project.files.length,
      kilobytes: Math.round(characters(project.files) / 1000),
    },
    machine: { node: process.version, eslint: ESLint.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length },
    files: {
      origin: files.origin,
      mix: { count: files.mix.length, kilobytes: Math.round(characters(files.mix) / 1000) },
      fetch: { count: files.fetch.length, kilobytes: Math.round(characters(files.fetch) / 1000) },
    },
  };
  const parts = {
    import: importPart,
    growth: growthPart,
    follow: followPart,
    page: () => keyToStrip(root),
    once: oncePart,
    typed: () => compareTyped(project, Number(options.rounds)),
    lint: () => lintPart(files, Number(options.rounds)),
  };
  for (const [name, measure] of Object.entries(parts)) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    console.error(`Measuring: ${name}`);
    results[name] = await measure();
  }
  await mkdir(dirname(options.json), { recursive: true });
  await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`);
  console.log(report(results));
  if (options.only.length === 0) {
    const path = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
    await writeFile(path, await format(page(results), { ...(await resolveConfig(path)), parser: 'markdown' }));
  }
}
