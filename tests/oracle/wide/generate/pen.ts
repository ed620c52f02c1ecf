import { Random } from './random.js';

/** What a statement can mean by name where it stands. */
export interface Scope {
  readonly responses: string[];
  /** Responses that may be assigned again. */
  readonly mutable: string[];
  /** Variables that remember what a condition on a response said. */
  readonly flags: string[];
  readonly lists: string[];
  /** Functions of this function, none of which takes arguments. */
  readonly closures: string[];
  /** Responses whose body was read: nobody reads it again, as that would throw. */
  readonly read: string[];
  readonly isAsync: boolean;
  readonly labels: readonly { readonly name: string; readonly isLoop: boolean }[];
  readonly isInLoop: boolean;
  /** What a `return` gives its value to: the caller of the whole program, of a helper, or of a closure. */
  readonly owner: 'main' | 'helper' | 'closure';
  /** It is outside of the class around the program. */
  readonly isInHelper: boolean;
  /** How many blocks are around it. */
  readonly depth: number;
}

export const topScope: Scope = {
  ...{ responses: [], mutable: [], flags: [], lists: [], closures: [], read: [], labels: [] },
  ...{ isAsync: true, isInLoop: false, owner: 'main', isInHelper: false, depth: 0 },
};

/** A block of its own: what is declared in it is not seen outside. */
export const inner = (scope: Scope, changes: Partial<Scope> = {}): Scope => ({
  ...scope,
  responses: [...scope.responses],
  mutable: [...scope.mutable],
  flags: [...scope.flags],
  lists: [...scope.lists],
  closures: [...scope.closures],
  read: [...scope.read],
  depth: scope.depth + 1,
  ...changes,
});

/** A function inside: no jump leaves it. */
export const innerFunction = (scope: Scope, isAsync: boolean): Scope =>
  inner(scope, { owner: 'closure', isAsync, labels: [], isInLoop: false });

/** A function that is given everything it sees. */
export const helperScope = (responses: string[], isAsync: boolean): Scope => ({
  ...inner(topScope, { responses, isAsync, owner: 'helper', isInHelper: true }),
});

/** Whether a helper is a function, a constant, a member of an object, or of the class around the program. */
export type Place = 'function' | 'constant' | 'object' | 'static' | 'method' | 'private';

const mostRequests = 3;

/** A program as it is written down. */
export class Pen {
  readonly random: Random;
  private lines: string[] = [];
  private names = 0;
  private sites = 0;
  /** What stands behind the program itself, by where it stands. */
  readonly helpers: Map<Place, string[]> = new Map();
  /** Helpers that were written before and may be called again: how they are called, by what they do. */
  readonly known: Map<string, string[]> = new Map();
  /** Statements that may still be written: programs are small, so that every way through them can be gone. */
  left: number;

  constructor(
    seed: number,
    /** The program is a method of a class. */
    readonly isInClass: boolean,
  ) {
    this.random = new Random(seed);
    this.left = 5 + this.random.below(9);
  }

  name(prefix: string): string {
    return `${prefix}${++this.names}`;
  }

  /** Whether the program has room for so many more requests: the runs of each are tried with those of all others. */
  hasRoom(requests: number): boolean {
    return this.sites + requests <= mostRequests;
  }

  /** Each request has a URL of its own, by which its reports are found. */
  url(): string {
    return `'/${++this.sites}'`;
  }

  line(text: string): void {
    this.lines.push(text);
  }

  /** Whether what `write` adds leaves the block for certain: nobody writes anything behind it. */
  ends(write: () => void): boolean {
    const before = this.lines.length;
    write();
    return this.lines.length === before + 1 && /^(return\b|throw |break\b|continue\b)/.test(this.lines[before]!);
  }

  /** The lines that `write` adds, taken out again. */
  aside(write: () => void): string {
    const around = this.lines;
    this.lines = [];
    write();
    const text = this.lines.join('\n');
    this.lines = around;
    return text;
  }

  get text(): string {
    return this.lines.join('\n');
  }
}
