import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/sandbox.js';

/** One row of the table in docs/compatibility.md: what was tried, in which version, and what was seen. */
interface Row {
  readonly what: string;
  readonly version: string;
  readonly seen: string;
}

/** Where the tests note what they tried, one line each; see pack.ts. */
const notes = (): string => process.env.HTTP_STATUS_TRIED!;

/** Notes at the end of a test, so that only what has passed gets into the table. */
export function tried(what: string, version: string, seen: string): void {
  appendFileSync(notes(), `${JSON.stringify({ what, version, seen })}\n`);
}

/** Rows that differ in their version only become one. */
export function tableOf(rows: readonly Row[]): string {
  const merged = new Map<string, { what: string; seen: string; versions: Set<string> }>();
  for (const { what, version, seen } of rows) {
    const row = merged.get(`${what}\n${seen}`) ?? { what, seen, versions: new Set() };
    if (version) row.versions.add(version);
    merged.set(`${what}\n${seen}`, row);
  }
  const byWhat = [...merged.values()].sort((a, b) =>
    a.what === b.what ? (a.seen < b.seen ? -1 : 1) : a.what < b.what ? -1 : 1,
  );
  const order = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
  const cells = byWhat.map(({ what, seen, versions }) => [what, [...versions].sort(order).join(', '), seen]);
  return toMarkdown([['tried', 'versions', 'seen'], ...cells]);
}

/** As prettier lays a table out. */
function toMarkdown([head, ...rows]: readonly (readonly string[])[]): string {
  const widths = head!.map((_, column) => Math.max(...[head!, ...rows].map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [head!, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n');
}

const page = join(root, 'docs/compatibility.md');
const marks = ['<!-- begin of the table that npm run compat writes -->', '<!-- end of the table -->'] as const;

export function withTable(text: string, table: string): string {
  const [start, end] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  if (start < 0 || end < start) throw new Error('docs/compatibility.md has lost the marks of its table.');
  return `${text.slice(0, start)}${marks[0]}\n\n${table}\n\n${text.slice(end)}`;
}

/** Writes the table of a run in which all tests were asked for. */
export function writeTable(): void {
  if (!existsSync(notes())) return;
  const rows = readFileSync(notes(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), tableOf(rows)));
}
