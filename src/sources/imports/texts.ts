import type { Client } from '../../models/index.js';
import { mentions } from '../mention.js';
import { Kept } from './kept.js';
import type { Stamp } from './reader.js';

/** What the text of a file says before it is parsed. */
export interface Says {
  /** It has the name of a client in it. */
  readonly mentions: boolean;
  /** What it imports. */
  readonly specifiers: readonly string[];
}

const imports = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const types = /\b(?:import|export)\s+type\b[^'";]*['"][^'"\n]+['"]/g;

/** An entry is a few words, so many are kept. */
const mostTexts = 20_000;

export class Texts {
  private readonly kept = new Kept<Says>(mostTexts);
  private clients: readonly Client[] = [];

  get(path: string, stamp: Stamp, clients: readonly Client[], read: () => string | undefined): Says | undefined {
    if (this.clients !== clients) {
      this.clients = clients;
      this.kept.clear();
    }
    return this.kept.get(path, stamp, () => {
      const text = read();
      return text === undefined ? undefined : saysOf(text, clients);
    });
  }
}

const saysOf = (text: string, clients: readonly Client[]): Says => ({
  mentions: mentions({ text, ast: {} }, clients),
  specifiers: [...new Set(Array.from(text.replace(types, '').matchAll(imports), ([, , specifier]) => specifier!))],
});
