// Compares one rule's reports with its labels.

/**
 * How far from a label a report on the same line may begin. Enough for a longer callee or a bracket;
 * in minified code, where a whole file is one line, the next call is further away than this.
 */
const nearby = 60;

/**
 * @typedef {object} Report
 * @property {string} repo
 * @property {string} file
 * @property {number} line
 * @property {number} column counted from 1
 * @property {number} endLine
 * @property {number} endColumn
 * @property {string} message
 */

const sameFile = (report, label) => report.repo === label.repo && report.file === label.file;

const distance = (report, label) => (label.col === null ? 0 : Math.abs(report.column - label.col));

/** The one label a report on a call belongs to: the nearest on its own line. */
export function nearest(report, labels) {
  const candidates = labels.filter(
    (label) => sameFile(report, label) && label.line === report.line && distance(report, label) <= nearby,
  );
  return candidates.sort((a, b) => distance(report, a) - distance(report, b)).slice(0, 1);
}

function covers({ line, column, endLine, endColumn }, label) {
  if (label.line < line || label.line > endLine) return false;
  if (label.col === null) return label.line === line;
  const startsBefore = label.line > line || label.col >= column;
  const endsAfter = label.line < endLine || label.col < endColumn;
  return startsBefore && endsAfter;
}

/** The labels within a report on a condition, which may hold several comparisons; else the nearest one. */
export function within(report, labels) {
  const inside = labels.filter((label) => sameFile(report, label) && covers(report, label));
  if (inside.some(({ col }) => col !== null)) return inside;
  return [...new Set([...inside, ...nearest(report, labels)])];
}

/** A report is right if one of its labels wants it, and wrong only if none does and one says no. */
function judge(labels) {
  if (labels.length === 0) return 'unlabelled';
  if (labels.some(({ asks }) => asks === 'want')) return 'true';
  return labels.some(({ asks }) => asks === 'reject') ? 'wrong' : 'open';
}

const ratio = (part, whole) => (whole === 0 ? null : part / whole);

function count(judged, wanted, found) {
  const right = judged.filter(({ verdict }) => verdict === 'true').length;
  const wrong = judged.filter(({ verdict }) => verdict === 'wrong').length;
  const hit = wanted.filter((label) => found.has(label)).length;
  return {
    right,
    wrong,
    wanted: wanted.length,
    found: hit,
    precision: ratio(right, right + wrong),
    recall: ratio(hit, wanted.length),
  };
}

/**
 * @param {Report[]} reports one rule's
 * @param {import('./labels.js').Label[]} labels those that speak about the rule
 */
export function score(reports, labels) {
  const onCalls = labels.some(({ source }) => source === 'call');
  const match = onCalls ? nearest : within;
  const judged = reports.map((report) => {
    const matched = match(report, labels);
    return { ...report, verdict: judge(matched), labels: matched };
  });
  const found = new Set(judged.flatMap((report) => report.labels));
  const wanted = labels.filter(({ asks }) => asks === 'want');
  const packages = [...new Set([...labels, ...reports].map(({ repo }) => repo))].sort();
  return {
    total: count(judged, wanted, found),
    perPackage: packages.map((repo) => ({
      repo,
      ...count(
        judged.filter((report) => report.repo === repo),
        wanted.filter((label) => label.repo === repo),
        found,
      ),
    })),
    reports: judged,
    missed: wanted.filter((label) => !found.has(label)),
  };
}

/** The same with every disputed label counting neither way. */
export function scoreUndisputed(reports, labels) {
  return score(
    reports,
    labels.map((label) => (label.disputed ? { ...label, asks: 'open' } : label)),
  );
}
