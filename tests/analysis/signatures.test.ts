import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { isWritable, readSignature, writeSignature } from '../../src/analysis/domain/signature-text.js';
import type { Signature } from '../../src/analysis/domain/signature.js';
import { parse, parseTypeScript } from '../oracle/parse.js';

const folder = new URL('../fixtures/', import.meta.url);
const files = readdirSync(folder).filter((file) => /\.[jt]s$/.test(file));

const signaturesOf = (code: string): readonly Signature[] => analyse(parse(code)).signatures();

describe('the signatures of the fixtures', () => {
  it.each(files)('are read back from their text as they were: %s', async (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const source = file.endsWith('.ts') ? await parseTypeScript(text) : parse(text);
    for (const signature of analyse(source).signatures()) {
      const written = writeSignature(signature);
      expect(written).not.toContain('undefined":');
      const read = readSignature(written);
      expect(writeSignature(read)).toBe(written);
      expect(read.parameters).toHaveLength(signature.parameters.length);
    }
  });
});

describe('the text of a signature', () => {
  it('says what happens to a parameter, for each status', () => {
    const [check] = signaturesOf(
      'const check = (r) => { if (!r.ok) throw new Error(); }; const load = async (u) => { const r = await fetch(u); check(r); return r.json(); };',
    ).filter(({ parameters }) => parameters[0]);
    const text = writeSignature(check!);
    expect(text).toContain('"statuses":["#statuses","2xx"]');
    const [effect] = readSignature(text).parameters;
    expect(effect?.ends.map(({ statuses }) => statuses.has(404))).toEqual([false]);
    expect(effect?.tellsErrors).toBe(true);
  });

  it('keeps how a status is computed', () => {
    const [group] = signaturesOf(
      'const group = (r) => Math.floor(r.status / 100); const load = async (u) => { const r = await fetch(u); if (group(r) === 4) go(); };',
    ).filter(({ parameters }) => parameters[0]);
    expect(readSignature(writeSignature(group!)).value).toMatchObject({
      kind: 'status',
      expression: { kind: 'operation', name: 'Math.floor' },
    });
  });

  it.each<[string, unknown]>([
    ['a text', 'x'],
    ['nothing', undefined],
    ['no number', Number.NaN],
    ['less than nothing', -0],
    ['a large number', 12n],
    ['a pattern', /^4/i],
    ['a set', new Set([200, undefined])],
    ['a list whose first item looks like a tag', ['#set', 1]],
  ])('keeps a constant that is %s', (_, value) => {
    const signature: Signature = {
      parameters: [],
      made: [],
      ends: true,
      fails: false,
      rejects: false,
      value: { kind: 'constant', value },
      tests: [],
    };
    expect(isWritable(value)).toBe(true);
    expect(readSignature(writeSignature(signature)).value).toEqual({ kind: 'constant', value });
  });

  it('has no words for what only lives in a program', () => {
    expect([() => 1, Symbol('x'), [() => 1], {}].map(isWritable)).toEqual([false, false, false, false]);
  });
});
