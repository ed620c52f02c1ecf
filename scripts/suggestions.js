// `npm run suggestions`: applies every suggestion to the labelled corpus and checks what a suggestion promises: the result
// parses, the report is gone, no other has come, and something changes only for the statuses that it names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labelledFiles, readCorpus } from './corpus/labels.js';
import { fetchPackages, folderOf } from './corpus/packages.js';
import { examine, linterFor } from './suggestions/apply.js';
import { compareRuns } from './suggestions/run.js';

const { values: options } = parseArgs({
  options: {
    plugin: { type: 'string', default: new URL('../dist/src/index.js', import.meta.url).href },
    verbose: { type: 'boolean', default: false },
    messages: { type: 'boolean', default: false },
  },
});

const plugin = (await import(options.plugin)).default;
const { rules } = plugin.configs.recommended;

/** The part of a text that lies within a report. */
function reported(code, message) {
  const starts = [0];
  for (const match of code.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  const at = (line, column) => starts[line - 1] + column - 1;
  return { from: at(message.line, message.column), to: at(message.endLine, message.endColumn) };
}

async function judge(repo, file, code, lint, messages, message) {
  const { from, to } = reported(code, message);
  const callee = code.slice(from, to).split('.').at(-1);
  const results = [];
  for (const suggestion of message.suggestions ?? []) {
    const examined = examine(lint, code, messages, message, suggestion);
    const run = await compareRuns({ file, code, fix: suggestion.fix, from, to, callee, text: suggestion.desc });
    results.push({ suggestion, ...examined, run });
  }
  return { repo, file, message, results };
}

async function judgeFile(repo, file) {
  const code = readFileSync(join(folderOf(repo), file), 'utf8');
  const lint = linterFor(plugin, rules, file, code);
  if (!lint) return [];
  const messages = lint(code);
  const judged = [];
  for (const message of messages) judged.push(await judge(repo, file, code, lint, messages, message));
  return judged;
}

/** The lines around a change, after it. */
function excerpt(code, { range, text }) {
  const after = code.slice(0, range[0]) + text + code.slice(range[1]);
  const start = after.lastIndexOf('\n', Math.max(0, range[0] - 160)) + 1;
  const end = after.indexOf('\n', range[0] + text.length + 60);
  return after
    .slice(start, end)
    .split('\n')
    .map((line) => `    | ${line.slice(0, 160)}`)
    .join('\n');
}

function show({ repo, file, message, results }) {
  console.log(`\n${repo} ${file}:${message.line}:${message.column} ${message.ruleId}\n  ${message.message}`);
  if (results.length === 0) console.log('  no suggestion');
  for (const { suggestion, parses, gone, added, run, error } of results) {
    const flaws = [
      !parses && `does not parse: ${error}`,
      !gone && 'the report is still there',
      added.length > 0 && `new: ${added}`,
      !run.ran && `not run: ${run.why}`,
      run.ran && run.unnamed.length > 0 && `changes ${run.unnamed.slice(0, 5)}: ${JSON.stringify(run.sample)}`,
      run.ran && run.changed.length === 0 && `changes nothing in a run: ${run.trace}`,
    ].filter(Boolean);
    console.log(`  ${suggestion.desc}${flaws.length > 0 ? `  !! ${flaws.join('; ')}` : '  fine'}`);
    console.log(excerpt(readFileSync(join(folderOf(repo), file), 'utf8'), suggestion.fix));
  }
}

function summary(all) {
  const suggestions = all.flatMap(({ results }) => results);
  const count = (test) => suggestions.filter(test).length;
  const withOne = all.filter(({ results }) => results.length > 0).length;
  const ran = suggestions.filter(({ run }) => run.ran);
  console.log(`\n${all.length} reports, ${withOne} with a suggestion (${suggestions.length} suggestions)`);
  for (const rule of new Set(all.map(({ message }) => message.ruleId))) {
    const own = all.filter(({ message }) => message.ruleId === rule);
    console.log(
      `  ${rule}: ${own.length} reports, ${own.filter(({ results }) => results.length > 0).length} with a suggestion`,
    );
  }
  console.log(`parses                               ${count(({ parses }) => parses)} of ${suggestions.length}`);
  console.log(`the report is gone                   ${count(({ gone }) => gone)} of ${suggestions.length}`);
  console.log(
    `no new report                        ${count(({ parses, added }) => parses && added.length === 0)} of ${suggestions.length}`,
  );
  console.log(
    `changes the named statuses only      ${ran.filter(({ run }) => run.unnamed.length === 0).length} of ${ran.length} that run`,
  );
  console.log(
    `  and changes something under them   ${ran.filter(({ run }) => run.changed.length > 0).length} of ${ran.length}`,
  );
}

const files = labelledFiles(readCorpus(new URL('../tests/corpus/', import.meta.url)));
await fetchPackages([...files.keys()], (done, all, name) =>
  console.error(`Fetching packages: ${done} of ${all} (${name})`),
);
const all = [];
for (const [repo, names] of files) for (const file of names) all.push(...(await judgeFile(repo, file)));
if (options.verbose) all.forEach(show);
if (options.messages) for (const text of new Set(all.map(({ message }) => message.message))) console.log(text);
summary(all);

const isFlawed = ({ parses, gone, added, run }) =>
  !parses || !gone || added.length > 0 || !run.ran || run.unnamed.length > 0;
if (all.some(({ results }) => results.some(isFlawed))) process.exitCode = 1;
