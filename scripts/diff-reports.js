// `npm run diff-reports -- BASE`: which reports on the labelled packages a change brings and takes away, for a reviewer to
// read. BASE is built beside this checkout, with the packages that are installed here.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { labelledFiles, readCorpus } from './corpus/labels.js';
import { lintFile } from './corpus/lint.js';
import { FetchError, fetchPackages } from './corpus/packages.js';
import { runScript, UsageError } from './usage.js';

const usage = 'Usage: npm run diff-reports -- BASE      BASE is a commit, a branch or a tag, such as main';

const root = new URL('../', import.meta.url);

const git = (...args) =>
  execFileSync('git', ['-C', fileURLToPath(root), ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function commitOf(name) {
  try {
    return git('rev-parse', '--verify', '--end-of-options', `${name}^{commit}`).trim();
  } catch {
    throw new UsageError(`There is no commit "${name}" here.\n${usage}`);
  }
}

function readArguments() {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length !== 1) throw new UsageError(usage);
  return { base: positionals[0], commit: commitOf(positionals[0]) };
}

/** The plugin as it was at a commit; a build is kept until the next base is asked for. */
async function pluginAt(commit) {
  const folder = fileURLToPath(new URL(`.tmp/base/${commit}/`, root));
  if (!existsSync(`${folder}dist/src/index.js`)) {
    rmSync(fileURLToPath(new URL('.tmp/base', root)), { recursive: true, force: true });
    git('worktree', 'prune');
    mkdirSync(fileURLToPath(new URL('.tmp/base', root)), { recursive: true });
    git('worktree', 'add', '--detach', folder, commit);
    symlinkSync(fileURLToPath(new URL('node_modules', root)), `${folder}node_modules`, 'junction');
    execFileSync(process.execPath, ['scripts/build.js'], { cwd: folder, stdio: 'inherit' });
  }
  return (await import(pathToFileURL(`${folder}dist/src/index.js`).href)).default;
}

const keyOf = ({ rule, line, column, message }) => `${line}:${column}  ${rule}  ${message}`;

const reportsOf = (plugin, repo, file) =>
  new Set(lintFile(plugin, Object.keys(plugin.rules), repo, file).reports.map(keyOf));

/** Lines that only one side has, as a difference shows them. */
function differences(base, ours, repo, file) {
  const [before, after] = [reportsOf(base, repo, file), reportsOf(ours, repo, file)];
  const lines = [
    ...[...before].filter((key) => !after.has(key)).map((key) => `- ${key}`),
    ...[...after].filter((key) => !before.has(key)).map((key) => `+ ${key}`),
  ];
  return lines.length > 0 ? [`${repo} ${file}`, ...lines.map((line) => `  ${line}`)] : [];
}

async function main() {
  const { base, commit } = readArguments();
  const files = labelledFiles(readCorpus(new URL('tests/corpus/', root)));
  await fetchPackages([...files.keys()], () => undefined);
  const theirs = await pluginAt(commit);
  const ours = (await import(new URL('dist/src/index.js', root).href)).default;
  const all = [...files].flatMap(([repo, names]) => names.map((file) => [repo, file]));
  const lines = all.flatMap(([repo, file]) => differences(theirs, ours, repo, file));
  for (const line of lines) console.log(line);
  const count = (sign) => lines.filter((line) => line.startsWith(`  ${sign} `)).length;
  console.log(`${all.length} files, against ${base}: ${count('+')} reports more, ${count('-')} fewer.`);
}

await runScript(main, [FetchError]);
