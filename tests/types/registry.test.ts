import { describe, expect, it } from 'vitest';
import { parseList, readSource, renderRegistry } from '../../scripts/types-registry.js';
import { renderCodes } from '../../scripts/types-generate.js';
import { type RegisteredStatus, registry, registryUpdated } from '../../src/status/index.js';
import { readFileSync } from 'node:fs';

const { list, reading } = readSource();
const header = 'Value,Description,Reference';

/** What has to be done about each temporary registration whose mark does not fit that day. */
const overdue = (today: string, entries: readonly RegisteredStatus[] = registry): string[] =>
  entries.flatMap(({ code, temporary }) => {
    if (!temporary || temporary.lapsed === temporary.until < today) return [];
    return temporary.lapsed
      ? `${code} is registered until ${temporary.until}: take it out of "lapsed" in src/status/iana/reading.json.`
      : `The registration of ${code} ended on ${temporary.until}: see src/status/iana/README.md.`;
  });

describe("the registry, made of IANA's list", () => {
  it('is up to date; if not, run node scripts/types-registry.js', () => {
    const generated = new URL('../../src/status/registry.generated.ts', import.meta.url);
    expect(readFileSync(generated, 'utf8')).toBe(renderRegistry(list, reading));
    expect(registryUpdated).toBe(reading.lastUpdated);
  });

  it('reads codes, documents, notes, and leaves out what is unassigned or unused', () => {
    const rows = [
      '104,"Upload (TEMPORARY - registered 2024-11-13, expires 2030-01-31)",[draft-x-05]',
      '105-199,Unassigned,',
      '306,(Unused),"[RFC9110, Section 15.4.7]"',
      '404,Not Found,"[RFC9110, Section 15.5.5]"',
      '510,Not Extended (OBSOLETED),[RFC2774][status-change]',
    ];
    expect(parseList([header, ...rows, ''].join('\n'), { ...reading, lapsed: [] })).toEqual([
      { code: 104, phrase: 'Upload', document: 'draft-x-05', temporary: { until: '2030-01-31', lapsed: false } },
      { code: 404, phrase: 'Not Found', document: 'RFC 9110, Section 15.5.5' },
      { code: 510, phrase: 'Not Extended', document: 'RFC 2774', obsolete: true },
    ]);
  });

  it.each([
    ['Code,Name', 'begins with an unknown line: Code,Name'],
    [`${header}\n404;Not Found`, 'no row of three cells: 404;Not Found'],
    [`${header}\n404,Not Found,`, 'without a phrase or a document: 404,Not Found,'],
    [`${header}\n404,Not Found (FROZEN),[RFC1]`, 'says "FROZEN" of 404'],
  ])('refuses %j', (text, message) => {
    expect(() => parseList(text, reading)).toThrow(message);
  });
});

describe('temporary registrations', () => {
  it('that have ended are marked; if not, IANA has to be asked whether they were renewed', () => {
    expect(overdue(new Date().toISOString().slice(0, 10))).toEqual([]);
  });

  it('are noticed on the day after their last, and when marked too early', () => {
    const entry = (lapsed: boolean): RegisteredStatus[] => [
      { code: 104, phrase: 'Upload', document: 'draft-x', temporary: { until: '2026-11-13', lapsed } },
    ];
    expect(overdue('2026-11-13', entry(false))).toEqual([]);
    expect(overdue('2026-11-14', entry(false))).toEqual([expect.stringContaining('104 ended on 2026-11-13')]);
    expect(overdue('2026-11-13', entry(true))).toEqual([expect.stringContaining('registered until 2026-11-13')]);
    expect(overdue('2026-11-14', entry(true))).toEqual([]);
  });

  it('carry their date in the hover text, and whether it has passed', () => {
    const hover = (lapsed: boolean): string =>
      renderCodes(
        [{ code: 104, phrase: 'Upload', document: 'draft-x', temporary: { until: '2026-11-13', lapsed } }],
        '2025-09-15',
      );
    expect(hover(false)).toContain('(a temporary registration until 2026-11-13)');
    expect(hover(true)).toContain('(a temporary registration that ended on 2026-11-13 unless it was renewed)');
    expect(hover(true)).toContain('as of\n * 2025-09-15');
  });
});
