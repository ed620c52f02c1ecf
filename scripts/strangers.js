// `node scripts/strangers.js`: every rule on every file of many packages that nobody here wrote.
// Looks for crashes, for files that take long, and writes down all reports for a person to judge.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { FetchError, fetchPackages, folderOf } from './corpus/packages.js';
import { isSlow, ratioOf } from './strangers/lint.js';
import { lintPackages } from './strangers/run.js';

const usage = `Usage: node scripts/strangers.js [options]

  --package TEXT  only packages whose name contains TEXT
  --plugin FILE   the built plugin (default dist/src/index.js)
  --out FOLDER    where strangers-reports.jsonl and strangers-summary.json go (default .tmp)
  --help          this text`;

const root = fileURLToPath(new URL('../', import.meta.url));

const readList = (name) => JSON.parse(readFileSync(resolve(root, 'tests/corpus', name), 'utf8'));

function progress(text, last) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}${last ? '\n' : ''}`);
  else process.stderr.write(`${text}\n`);
}

/** A package that cannot be fetched is told and left out: one of many. */
async function fetchAll(repos) {
  const missing = repos.filter((repo) => !existsSync(folderOf(repo)));
  const queue = missing.slice();
  let done = 0;
  const worker = async () => {
    for (let repo = queue.shift(); repo; repo = queue.shift()) {
      try {
        await fetchPackages([repo], () => undefined);
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        console.error(error.message);
      }
      progress(`Fetching packages: ${++done} of ${missing.length} (${repo})`, done === missing.length);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  return repos.filter((repo) => existsSync(folderOf(repo)));
}

function summarize(packages, files, megabytes) {
  const linted = files.filter(({ refusal, crash }) => !refusal && !crash);
  const byRule = {};
  for (const { reports } of files) for (const { rule } of reports) byRule[rule] = (byRule[rule] ?? 0) + 1;
  const brief = ({ repo, file, bytes, parse, rules }) => ({
    repo,
    file,
    bytes,
    parse: Math.round(parse),
    rules: Math.round(rules),
  });
  return {
    packages,
    files: linted.length,
    refused: files.filter(({ refusal }) => refusal).length,
    parseSeconds: files.reduce((sum, { parse }) => sum + parse, 0) / 1000,
    rulesSeconds: files.reduce((sum, { rules }) => sum + rules, 0) / 1000,
    peakMegabytes: Math.round(megabytes),
    reports: byRule,
    crashes: files.filter(({ crash }) => crash).map(({ repo, file, crash }) => ({ repo, file, crash })),
    slow: linted.filter(isSlow).map(brief),
    longest: linted
      .toSorted((a, b) => b.rules - a.rules)
      .slice(0, 10)
      .map(brief),
    highestRatio: linted
      .toSorted((a, b) => ratioOf(b) - ratioOf(a))
      .slice(0, 10)
      .map(brief),
  };
}

async function lintAll(pluginUrl, repos) {
  const files = [];
  let peak = 0;
  let done = 0;
  await lintPackages(pluginUrl, repos, (repo, results, megabytes) => {
    peak = Math.max(peak, megabytes);
    for (const result of results) files.push({ repo, ...result });
    progress(
      `Linting packages: ${++done} of ${repos.length} (${repo}, ${results.length} files)`,
      done === repos.length,
    );
  });
  return { files, peak };
}

async function main() {
  const { values } = parseArgs({
    options: {
      package: { type: 'string', default: '' },
      plugin: { type: 'string', default: resolve(root, 'dist/src/index.js') },
      out: { type: 'string', default: resolve(root, '.tmp') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  if (!existsSync(values.plugin)) throw new FetchError('There is no built plugin yet. Run "npm run build" first.');
  const names = [...new Set([...readList('packages.json'), ...readList('strangers.json')])];
  const repos = await fetchAll(names.filter((name) => name.includes(values.package)));
  const { files, peak } = await lintAll(pathToFileURL(resolve(values.plugin)).href, repos);
  const reports = files.flatMap(({ repo, file, reports }) => reports.map((report) => ({ repo, file, ...report })));
  const summary = summarize(repos.length, files, peak);
  await mkdir(values.out, { recursive: true });
  const lines = reports.map((report) => `${JSON.stringify(report)}\n`).join('');
  await writeFile(resolve(values.out, 'strangers-reports.jsonl'), lines);
  await writeFile(resolve(values.out, 'strangers-summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  console.log(JSON.stringify(summary, null, 2));
  if (summary.crashes.length > 0 || summary.slow.length > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof FetchError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
