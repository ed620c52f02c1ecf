// What the corpus prints: a table per rule, then every report and label that needs a look.
import { join } from 'node:path';
import { folderOf } from './packages.js';

export const figure = (/** @type {number | null} */ value) => (value === null ? 'n/a' : value.toFixed(3));

const place = ({ repo, file, line, col, column }) =>
  `${join(folderOf(repo), file)}:${line}${(col ?? column) ? `:${col ?? column}` : ''}`;

const shorten = (/** @type {string} */ text) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

function labelLines(label) {
  const disputed = label.disputed ? ' (disputed)' : '';
  const code = label.code && ` ${shorten(label.code)}`;
  const note = label.note && `\n      note: ${label.note}`;
  return `      label: ${label.kind}${disputed}${code}${note}`;
}

const reportLines = (report) =>
  `  ${place(report)}\n      says: ${report.message}\n${report.labels.map(labelLines).join('\n')}`;

const missedLines = (label) => `  ${place(label)}\n${labelLines(label)}`;

function list(title, entries, lines) {
  if (entries.length === 0) return '';
  return `\n${title} (${entries.length})\n${entries.map((entry) => lines(entry).trimEnd()).join('\n')}\n`;
}

const summary = (name, { precision, recall, right, wrong, found, wanted }) =>
  `${name}: precision ${figure(precision)} (${right} of ${right + wrong}), recall ${figure(recall)} (${found} of ${wanted})`;

const cell = (value) => String(value).padStart(8);

function packageTable(perPackage) {
  const rows = perPackage.map(
    ({ repo, right, wrong, found, wanted }) =>
      `  ${repo.padEnd(40)}${cell(right)}${cell(wrong)}${cell(wanted - found)}${cell(wanted)}`,
  );
  const header = `  ${'package'.padEnd(40)}${['right', 'wrong', 'missed', 'wanted'].map(cell).join('')}`;
  return [header, ...rows].join('\n');
}

const of = (result, verdict) => result.reports.filter((report) => report.verdict === verdict);

/** One rule's result. `verbose` adds the packages and the reports that are right. */
export function ruleText(rule, { all, undisputed, disputes, labelled }, verbose) {
  const unlabelled = of(all, 'unlabelled');
  if (!labelled) return `\n== ${rule}: no labels\n${list('To judge by hand', unlabelled, reportLines)}`;
  return [
    `\n== ${summary(rule, all.total)}`,
    disputes > 0 && `   ${summary('without disputed labels', undisputed.total)}`,
    verbose && packageTable(all.perPackage.filter(({ right, wrong, wanted }) => right + wrong + wanted > 0)),
    list('Wrong reports', of(all, 'wrong'), reportLines),
    list('Missed', all.missed, missedLines),
    list('Reports whose label counts neither way', of(all, 'open'), reportLines),
    list('Reports without a label, to judge by hand', unlabelled, reportLines),
    verbose && list('Right reports', of(all, 'true'), reportLines),
  ]
    .filter(Boolean)
    .join('\n');
}

/** The last lines: the figures alone. */
export function totals(results) {
  const lines = Object.entries(results)
    .filter(([, { labelled }]) => labelled)
    .map(([rule, { all }]) => `  ${summary(rule, all.total)}, ${of(all, 'unlabelled').length} without a label`);
  return ['\nIn short:', ...lines].join('\n');
}
