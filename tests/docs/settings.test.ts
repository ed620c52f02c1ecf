import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../scripts/docs/settings.js';
import { readSettings } from '../../src/models/settings.js';
import { root } from '../support/sandbox.js';

interface Setting {
  readonly name: string;
  readonly what: string;
  readonly example: string;
}

const settings = settingsOf(readFileSync(join(root, 'src/models/settings.ts'), 'utf8')) as Setting[];

describe('docs/settings.md', () => {
  const page = readFileSync(join(root, 'docs/settings.md'), 'utf8');

  it('has every setting, and no other', () => {
    const taken = Object.keys(readSettings({}));
    expect(settings.map(({ name }) => name).sort()).toEqual(taken.sort());
    expect([...page.matchAll(/^- \*\*`(\w+)`\*\*/gm)].map(([, name]) => name).sort()).toEqual(taken.sort());
  });

  it.each(settings)('says what $name is for, with an example that is taken', ({ name, what, example }) => {
    expect(what).toMatch(/[\w`]\.$/);
    expect(() => readSettings({ 'http-status': { [name]: fresh(example) } })).not.toThrow();
  });

  it('has a configuration that is taken', () => {
    const [, text = ''] = /'http-status': (\{.*?\n {6}\}),/s.exec(page) ?? [];
    expect(() => readSettings({ 'http-status': fresh(text) })).not.toThrow();
  });
});

/** The value that a text of the page stands for, as an object of this world. */
const fresh = (text: string): unknown => JSON.parse(JSON.stringify(runInNewContext(`(${text})`)));
