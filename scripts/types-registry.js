// Writes src/status/registry.generated.ts, the registered codes, from IANA's list in src/status/iana.
//
//   node scripts/types-registry.js           writes it
//   node scripts/types-registry.js --check   only says whether it is up to date (exit code 1 if it is not)
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { settle } from './types-settle.js';

/** @typedef {import('../src/status/registry.js').RegisteredStatus} RegisteredStatus */
/** @typedef {{ address: string, lastUpdated: string, lapsed: readonly number[] }} Reading */

const source = new URL('../src/status/iana/', import.meta.url);

// A cell is plain or in quotes: 404,Not Found,"[RFC9110, Section 15.5.5]"
const line = /^(\d+)(?:-\d+)?,("[^"]*"|[^",]*),("[^"]*"|[^",]*)$/;
const unquoted = (/** @type {string} */ cell) => cell.replace(/^"(.*)"$/, '$1');

/**
 * One row of the list; undefined for what is no code: "Unassigned" and "(Unused)".
 * @param {string} text
 * @param {Reading} reading
 * @returns {RegisteredStatus | undefined}
 */
function readRow(text, { lapsed }) {
  const [, value, quotedDescription, reference] = line.exec(text) ?? [];
  if (!value) throw new Error(`IANA's list has a line that is no row of three cells: ${text}`);
  const description = unquoted(quotedDescription);
  if (description === 'Unassigned' || description === '(Unused)') return undefined;
  const [, phrase, note] = /^([^(]+?)(?: \((.+)\))?$/.exec(description) ?? [];
  const [, document] = /^\[([^\]]+)\]/.exec(unquoted(reference)) ?? [];
  if (!phrase || !document) throw new Error(`IANA's list has a code without a phrase or a document: ${text}`);
  const code = Number(value);
  return { code, phrase, document: document.replace(/^RFC(\d)/, 'RFC $1'), ...readNote(code, note, lapsed) };
}

/**
 * What stands in parentheses behind a phrase: "OBSOLETED", or "TEMPORARY - registered …, expires 2026-11-13".
 * @param {number} code
 * @param {string | undefined} note
 * @param {readonly number[]} lapsed
 */
function readNote(code, note, lapsed) {
  if (note === undefined) return {};
  if (note === 'OBSOLETED') return { obsolete: true };
  const [, until] = /^TEMPORARY - .*expires (\d{4}-\d\d-\d\d)$/.exec(note) ?? [];
  if (!until)
    throw new Error(`IANA's list says "${note}" of ${code}: teach scripts/types-registry.js what that means.`);
  return { temporary: { until, lapsed: lapsed.includes(code) } };
}

/**
 * @param {string} list
 * @param {Reading} reading
 */
export function parseList(list, reading) {
  const [header, ...rows] = list.trimEnd().split(/\r?\n/);
  if (header !== 'Value,Description,Reference') throw new Error(`IANA's list begins with an unknown line: ${header}`);
  return rows.map((row) => readRow(row, reading)).filter((entry) => entry !== undefined);
}

const quoted = (/** @type {string} */ text) => `'${text.replaceAll("'", "\\'")}'`;

/** @param {RegisteredStatus} entry */
function renderRow({ code, phrase, document, obsolete, temporary }) {
  const rest = [
    ...(obsolete ? ['obsolete: true'] : []),
    ...(temporary ? [`temporary: { until: ${quoted(temporary.until)}, lapsed: ${temporary.lapsed} }`] : []),
  ];
  const cells = [`code: ${code}`, `phrase: ${quoted(phrase)}`, `document: ${quoted(document)}`, ...rest];
  return `  { ${cells.join(', ')} },`;
}

/**
 * @param {string} list
 * @param {Reading} reading
 */
export function renderRegistry(list, reading) {
  return `// Written by scripts/types-registry.js from src/status/iana. Do not edit.

/** The day on which IANA last changed the list that this was made of. */
export const lastUpdated = ${quoted(reading.lastUpdated)};

// prettier-ignore
export const codes = [
${parseList(list, reading).map(renderRow).join('\n')}
];
`;
}

export function readSource() {
  return {
    list: readFileSync(new URL('http-status-codes.csv', source), 'utf8'),
    reading: /** @type {Reading} */ (JSON.parse(readFileSync(new URL('reading.json', source), 'utf8'))),
  };
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const { list, reading } = readSource();
  settle({ 'src/status/registry.generated.ts': renderRegistry(list, reading) }, 'node scripts/types-registry.js');
}
