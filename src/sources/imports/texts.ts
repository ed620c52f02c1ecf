import type { Client } from '../../models/index.js';
import { mentions } from '../mention.js';
import { Kept } from './kept.js';
import type { Stamp } from './reader.js';
import { exportsIn, importsIn, type Taken, type TextExports } from './text-modules.js';

/** What the text of a file says before it is parsed. */
export interface Says {
  /** It has the name of a client in it. */
  readonly mentions: boolean;
  /** What its own code takes from other files. */
  readonly imports: readonly Taken[];
  readonly exports: TextExports;
}

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

function saysOf(text: string, clients: readonly Client[]): Says {
  const exports = exportsIn(text);
  return { mentions: mentions({ text, ast: {} }, clients), imports: importsIn(text, exports), exports };
}
