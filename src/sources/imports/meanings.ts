import type { File } from '../../syntax/file.js';
import type { Node } from '../../syntax/nodes.js';
import type { Meaning } from './meaning.js';
import type { Module } from './modules.js';
import { Search, type Known } from './search.js';
import type { Session } from './session.js';

/** What was asked of the file that is linted. */
interface Answers extends Known {
  /** Expressions without a meaning. */
  readonly silent: Set<Node>;
}

const noAnswers = (file: File): Answers => ({ file, silent: new Set(), variables: new Map() });

/** Says what expressions stand for, through the imports of the file they are in. */
export class Meanings {
  private readonly known = new WeakMap<Node, Meaning>();
  /**
   * Of the file that is linted it is remembered, too, that something has no meaning. Of others it is not: whoever asks has
   * to note what the answer rests on.
   */
  private readonly leading: Answers;
  private readonly all: Answers;

  constructor(
    private readonly session: Session,
    private readonly linted: File,
  ) {
    this.leading = noAnswers(linted);
    this.all = noAnswers(linted);
  }

  /**
   * What an expression stands for; undefined where that is not written down, or not certain. With `mustLead`, files in which
   * no response can be made are not read.
   */
  of(module: Module, expression: Node, mustLead = false): Meaning | undefined {
    const known = this.known.get(expression);
    if (known) return known;
    const answers = module.file === this.linted ? this[mustLead ? 'leading' : 'all'] : undefined;
    if (answers?.silent.has(expression)) return undefined;
    const found = new Search(this.session, mustLead, answers).of(module, expression, 0);
    if (found) this.known.set(expression, found);
    else answers?.silent.add(expression);
    return found;
  }
}
