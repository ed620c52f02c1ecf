// Reads the labels of tests/corpus and says, for each rule, what each label asks of it.
import { readFileSync } from 'node:fs';

/**
 * @typedef {'want' | 'reject' | 'open'} Ask want a report, want none, or count neither way
 * @typedef {object} Label
 * @property {string} repo the package, `name@version`
 * @property {string} file
 * @property {number} line
 * @property {number | null} col counted from 1; null where the label names a line only
 * @property {Ask} asks
 * @property {'call' | 'comparison' | 'check'} source
 * @property {string} code what stands there, shortened
 * @property {string} note the reviewer's reason
 * @property {string} kind what the reviewer called it
 * @property {boolean} disputed
 */

const readLines = (/** @type {URL} */ url) =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** Everything in tests/corpus, as it is written there. */
export function readCorpus(folder) {
  const at = (/** @type {string} */ name) => new URL(name, folder);
  return {
    packages: JSON.parse(readFileSync(at('packages.json'), 'utf8')),
    calls: readLines(at('calls.jsonl')),
    comparisons: readLines(at('comparisons.jsonl')),
    sites: readLines(at('sites.jsonl')),
    disputed: readLines(at('disputed.jsonl')),
  };
}

/** The labelled files of each package: `Map<package, sorted file names>`. */
export function labelledFiles(corpus) {
  const files = new Map();
  for (const { repo, file } of [...corpus.calls, ...corpus.comparisons, ...corpus.sites]) {
    if (!files.has(repo)) files.set(repo, new Set());
    files.get(repo).add(file);
  }
  return new Map(corpus.packages.map((name) => [name, [...(files.get(name) ?? [])].sort()]));
}

const wantIf = (/** @type {boolean} */ condition) => (condition ? 'want' : 'reject');

/** @returns {Ask} */
function askOfCall({ verdict, how }) {
  if (verdict === 'unsure' || how === 'headers') return 'open';
  return wantIf(verdict === 'unchecked');
}

/** @returns {Ask} */
function askOf200({ exact200, worth }) {
  if (!exact200) return 'reject';
  if (worth === 'yes') return 'want';
  return worth === 'no' ? 'reject' : 'open';
}

/** @returns {Ask} */
function askOfErrorBranch({ missingError, client }) {
  // Nobody judged these, but a status that is not a response's needs no branch.
  if (client === 'not-http' || client === 'server') return 'reject';
  return missingError === null ? 'open' : wantIf(missingError);
}

/** For each rule that has labels: what a call, a comparison and a call's check ask of it. */
const asks = {
  'no-unchecked-response': { call: askOfCall },
  'no-200-only': {
    comparison: askOf200,
    // A check says that 200 alone passes, not whether the warning is worth it.
    check: (check) => (check.exact200 ? 'open' : 'reject'),
  },
  'require-error-branch': { comparison: askOfErrorBranch, check: askOfErrorBranch },
  'no-impossible-status': { comparison: ({ wrong }) => wantIf(wrong !== null) },
};

export const labelledRules = Object.keys(asks);

const describe = {
  call: ({ verdict, how }) => (how ? `${verdict}, ${how}` : verdict),
  comparison: ({ client, exact200, worth, missingError, wrong }) =>
    [
      client,
      exact200 && `200 only, worth a warning: ${worth}`,
      missingError && 'an error goes on (arguable: also said of errors handed on)',
      wrong,
    ]
      .filter(Boolean)
      .join('; '),
  check: ({ exact200, missingError }) =>
    [
      'condition on a labelled call',
      exact200 && '200 only',
      missingError && 'an error goes on (arguable: also said of errors handed on)',
    ]
      .filter(Boolean)
      .join('; '),
};

const sameText = (/** @type {string} */ a, /** @type {string} */ b) => a.replace(/\s+/g, '') === b.replace(/\s+/g, '');

/** A check that a comparison's label already judges would be counted twice. */
const isJudged = (check, comparisons) =>
  comparisons.some(
    ({ repo, file, line, code }) =>
      repo === check.repo &&
      file === check.file &&
      line === check.line &&
      (sameText(check.expr, code) || check.expr.includes(code) || code.includes(check.expr)),
  );

function checksOf({ calls, comparisons }) {
  return calls
    .flatMap(({ repo, file, note, checks }) =>
      checks.map((check) => ({ repo, file, note, col: null, code: check.expr, ...check })),
    )
    .filter((check) => !isJudged(check, comparisons));
}

const isDisputed = (label, rule, disputed) =>
  disputed.some(
    (entry) =>
      entry.rule === rule &&
      entry.repo === label.repo &&
      entry.file === label.file &&
      entry.line === label.line &&
      (entry.col === undefined || label.col === null || entry.col === label.col),
  );

/**
 * The labels that speak about one rule.
 * @returns {Label[]}
 */
export function labelsFor(rule, corpus) {
  const ask = asks[rule] ?? {};
  const all = { call: corpus.calls, comparison: corpus.comparisons, check: checksOf(corpus) };
  return Object.entries(all).flatMap(([source, entries]) =>
    ask[source] === undefined
      ? []
      : entries.map((entry) => ({
          repo: entry.repo,
          file: entry.file,
          line: entry.line,
          col: entry.col ?? null,
          asks: ask[source](entry),
          source,
          code: entry.code ?? '',
          note: entry.note ?? '',
          kind: describe[source](entry),
          disputed: isDisputed(entry, rule, corpus.disputed),
        })),
  );
}
