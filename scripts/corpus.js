// `npm run corpus`: precision and recall of the rules on labelled code from the npm registry.
import { existsSync } from 'node:fs';
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { labelledFiles, labelledRules, labelsFor, readCorpus } from './corpus/labels.js';
import { lintFile } from './corpus/lint.js';
import { precisionPage } from './corpus/markdown.js';
import { FetchError, fetchPackages } from './corpus/packages.js';
import { score, scoreUndisputed } from './corpus/score.js';
import { ruleText, totals } from './corpus/text.js';
import { runScript, UsageError } from './usage.js';

const usage = `Usage: npm run corpus -- [options]

  --rule NAME     only this rule (may be repeated); docs/precision.md is left alone
  --package TEXT  only packages whose name contains TEXT; docs/precision.md is left alone
  --verbose       also list packages and right reports, and the slowest files
  --json FILE     where the results go (default .tmp/corpus.json)
  --help          this text`;

const root = new URL('../', import.meta.url);

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        rule: { type: 'string', multiple: true, default: [] },
        package: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        json: { type: 'string', default: fileURLToPath(new URL('.tmp/corpus.json', root)) },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error.message}\n${usage}`);
  }
};

async function loadPlugin() {
  const built = new URL('dist/src/index.js', root);
  if (!existsSync(built)) throw new UsageError('There is no dist folder yet. Run "npm run build" first.');
  return (await import(built.href)).default;
}

function chooseRules(plugin, wanted) {
  const unknown = wanted.find((name) => !(name in plugin.rules));
  if (unknown) throw new UsageError(`There is no rule "${unknown}". Rules: ${Object.keys(plugin.rules).join(', ')}.`);
  return wanted.length > 0 ? wanted : Object.keys(plugin.rules);
}

function progressLine(done, all, name) {
  const text = `Fetching packages: ${done} of ${all} (${name})`;
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}${done === all ? '\n' : ''}`);
  else process.stderr.write(`${text}\n`);
}

/** Lints every file and keeps what each rule said; a file that cannot be linted is told, not hidden. */
function lintAll(plugin, rules, files) {
  const linted = [...files].flatMap(([repo, names]) =>
    names.map((file) => ({ repo, file, ...lintFile(plugin, rules, repo, file) })),
  );
  for (const { repo, file, failure } of linted) {
    if (failure) console.error(`${repo} ${file} ${failure}`);
  }
  return linted;
}

function scoreRule(rule, corpus, repos, reports) {
  const labels = labelsFor(rule, corpus).filter(({ repo }) => repos.has(repo));
  const ours = reports.filter((report) => report.rule === rule);
  return {
    labelled: labelledRules.includes(rule),
    disputes: labels.filter(({ disputed }) => disputed).length,
    all: score(ours, labels),
    undisputed: scoreUndisputed(ours, labels),
  };
}

async function writeText(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const handMark = '<!-- From here on written by hand. -->';

async function writePage(results, files) {
  const path = fileURLToPath(new URL('docs/precision.md', root));
  const fileCount = [...files.values()].reduce((sum, names) => sum + names.length, 0);
  const options = { ...(await resolveConfig(path)), parser: 'markdown' };
  const page = precisionPage(results, files.size, fileCount) + (await writtenByHand(path));
  await writeText(path, await format(page, options));
}

/** The end of the page, which people write: what they found on code without labels. */
async function writtenByHand(path) {
  const page = await readFile(path, 'utf8').catch(() => '');
  const start = page.indexOf(handMark);
  return start < 0 ? '' : `\n${page.slice(start)}`;
}

function slowest(linted) {
  const total = linted.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const slow = linted.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  const lines = slow.map(({ repo, file, milliseconds }) => `  ${milliseconds.toFixed(0)} ms  ${repo} ${file}`);
  return [`\nLinting took ${(total / 1000).toFixed(1)} s, parsing included. Slowest files:`, ...lines].join('\n');
}

async function main() {
  const options = readArguments();
  if (options.help) return console.log(usage);
  const plugin = await loadPlugin();
  const rules = chooseRules(plugin, options.rule);
  const corpus = readCorpus(new URL('tests/corpus/', root));
  const files = new Map([...labelledFiles(corpus)].filter(([repo]) => repo.includes(options.package ?? '')));
  if (files.size === 0) throw new UsageError(`No package of the corpus has "${options.package}" in its name.`);
  await fetchPackages([...files.keys()], progressLine);
  const linted = lintAll(plugin, rules, files);
  const reports = linted.flatMap((file) => file.reports);
  const repos = new Set(files.keys());
  const results = Object.fromEntries(rules.map((rule) => [rule, scoreRule(rule, corpus, repos, reports)]));
  await writeText(options.json, `${JSON.stringify(results, null, 2)}\n`);
  const whole = options.rule.length === 0 && options.package === undefined;
  if (whole) await writePage(results, files);
  for (const [rule, result] of Object.entries(results)) console.log(ruleText(rule, result, options.verbose));
  if (options.verbose) console.log(slowest(linted));
  console.log(totals(results));
  console.log(`\nEverything in detail: ${options.json}`);
  if (whole) console.log('docs/precision.md is written; "npm run docs" takes its figures over into the README.');
  if (linted.some(({ failure }) => failure)) process.exitCode = 1;
}

// Piped into `head`, the rest of the output has no reader: nothing to complain about.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runScript(main, [FetchError]);
