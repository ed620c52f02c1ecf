// The tables of `docs/precision.md` on reports that somebody read, from `tests/corpus/readings.json`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Reading what was read of one rule
 * @property {string} rule
 * @property {string} [note]
 * @property {number} [reports] how many reports there are, where not all of them were read
 * @property {number} read
 * @property {number} true as the code is, an error can get there
 * @property {number} worth a maintainer who did not ask would change the code
 */

/** The 97.5th percentile of the normal distribution: for an interval at 95 %. */
const z = 1.959964;

/** Wilson's score interval (E. B. Wilson, 1927), as parts of 1: it holds for few and for extreme samples, too. */
export function wilson(hits, all) {
  const share = hits / all;
  const scale = 1 + z ** 2 / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return [(middle - reach) / scale, (middle + reach) / scale];
}

const percent = (share) => String(Math.round(share * 100));

function cell(hits, all) {
  if (all === 0) return '–';
  const [low, high] = wilson(hits, all).map(percent);
  return `${percent(hits / all)} % (${hits} of ${all}; ${low}–${high})`;
}

const row = (cells) => `| ${cells.join(' | ')} |`;

/**
 * @param {object} table
 * @param {readonly Reading[]} table.rows
 * @param {string} [table.all] what all of them together are called, where it says something to add them up
 * @param {'read' | 'true'} [table.worthOf] of which reports those are counted that are worth a change
 */
function written({ rows, all, worthOf = 'read' }) {
  const hasReports = rows.some(({ reports }) => reports !== undefined);
  const counts = (one) => (hasReports ? [one.reports, one.read] : [one.read]);
  const line = (name, one) => row([name, ...counts(one), cell(one.true, one.read), cell(one.worth, one[worthOf])]);
  const sum = (field) => rows.reduce((total, one) => total + one[field], 0);
  const total = { reports: sum('reports'), read: sum('read'), true: sum('true'), worth: sum('worth') };
  const worth = worthOf === 'true' ? 'worth a change, of the true' : 'worth a change';
  return [
    row(['rule', ...(hasReports ? ['reports'] : []), 'read', 'true', worth]),
    row(['---', ...(hasReports ? ['--:'] : []), '--:', '---', '---']),
    ...rows.map((one) => line(`\`${one.rule}\`${one.note ? `, ${one.note}` : ''}`, one)),
    ...(all === undefined ? [] : [line(all, total)]),
  ].join('\n');
}

/** Each table by the name of its block; `root` is the folder of the repository. */
export function readingBlocks(root) {
  const readings = JSON.parse(readFileSync(join(root, 'tests/corpus/readings.json'), 'utf8'));
  return Object.fromEntries(Object.entries(readings).map(([name, table]) => [name, written(table)]));
}
