// `npm run reach -- DIR…`: of how many requests of an application the rules see the response, alone and with the other
// files of the project, and what following these costs a lint that has other rules as well.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { lintingProcess } from './bench/process.js';
import { runScript, UsageError } from './usage.js';

const usage = `Usage: npm run reach -- [options] DIR…

  DIR     the folder of an application: its code is read and linted, never run
  --ours  lint with these rules alone, without those that a project mostly has beside them
  --count only count the responses, in one process that parses each file once: what it costs is not measured
  --help  this text`;

function readArguments() {
  const flag = { type: 'boolean', default: false };
  const options = { ours: flag, count: flag, help: flag };
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (values.help || positionals.length > 0) return { ...values, folders: positionals };
  } catch (error) {
    throw new UsageError(`${error.message.split('\n')[0]}\n${usage}`, { cause: error });
  }
  throw new UsageError(usage);
}

/** What is made, not written. */
const passedOver = /(^|[\\/])(node_modules|dist|build|\.git|\.next|vendor)([\\/]|$)|\.d\.[cm]?ts$|[.-]min\.js$/;

function codeIn(folder) {
  let paths;
  try {
    paths = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw new UsageError(`There is no folder "${folder}".\n${usage}`);
  }
  return paths
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !passedOver.test(relative(folder, path)))
    .sort();
}

const lintScript = fileURLToPath(new URL('reach/lint.js', import.meta.url));

/** How many files a process lints before another one has its turn: what else the machine does befalls them alike. */
const stretch = 40;

async function start(variant, folder, files, isAlone) {
  const { ask, stop } = lintingProcess(lintScript, [variant, folder, String(isAlone)]);
  await ask({ files });
  const total = { milliseconds: 0, requests: 0, reports: 0 };
  const turn = async (from) => {
    const { milliseconds, requests, reports } = await ask({ from, to: from + stretch });
    total.milliseconds += milliseconds;
    total.reports += reports;
    total.requests += requests;
  };
  return { turn, total, stop };
}

async function measure(folder, isAlone) {
  const files = codeIn(folder);
  const variants = await Promise.all(
    ['none', 'alone', 'follow'].map((variant) => start(variant, resolve(folder), files, isAlone)),
  );
  for (let from = 0; from < files.length; from += stretch) for (const { turn } of variants) await turn(from);
  for (const { stop } of variants) stop();
  const [none, alone, follow] = variants.map(({ total }) => total);
  return { files: files.length, none, alone, follow };
}

/** How many responses the rules see in a folder: those of each file alone, and with the other files. */
async function count(folder) {
  const { listenToRequests } = await import('../dist/src/index.js');
  const linter = new Linter({ cwd: resolve(folder) });
  let seen = 0;
  const counter = {
    create: (context) =>
      listenToRequests(context, ({ followed }) => {
        seen += followed;
      }),
  };
  const config = (followImports) => ({
    files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
    linterOptions: { noInlineConfig: true },
    languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { reach: { rules: { counter } } },
    rules: { 'reach/counter': 'error' },
    settings: { 'http-status': { followImports } },
  });
  const lint = (code, filename, followImports) => {
    seen = 0;
    linter.verify(code, config(followImports), { filename });
    return seen;
  };
  const files = codeIn(folder).map((file) => resolve(file));
  const total = { files: files.length, alone: 0, follow: 0 };
  for (const file of files) {
    total.alone += lint(readFileSync(file, 'utf8'), file, false);
    const parsed = linter.getSourceCode();
    if (parsed) total.follow += lint(parsed, file, true);
  }
  return total;
}

const percent = (ratio) => `${((ratio - 1) * 100).toFixed(1)} %`;

function print(folder, { files, none, alone, follow }) {
  console.log(`${basename(resolve(folder))}: ${files} files`);
  console.log(`  responses seen   ${alone.requests} in their own file, ${follow.requests} with the others`);
  console.log(`  reports          ${alone.reports}, with the others ${follow.reports}`);
  const over = (one, other) => percent(one.milliseconds / other.milliseconds);
  console.log(`  CPU              the rules ${over(alone, none)} on top, following ${over(follow, alone)} more`);
}

function printCount(folder, { files, alone, follow }) {
  console.log(
    `${basename(resolve(folder))}: ${files} files, ${alone} responses in their own file, ${follow} with the others`,
  );
}

async function main() {
  const { help, ours, folders, ...chosen } = readArguments();
  if (help) return console.log(usage);
  if (chosen.count) {
    for (const folder of folders) printCount(folder, await count(folder));
    return;
  }
  for (const folder of folders) print(folder, await measure(folder, ours));
}

await runScript(main);
