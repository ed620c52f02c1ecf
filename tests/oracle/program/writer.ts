import { switchCases } from './conditions.js';
import type { Setting } from './settings.js';

/** Whose a `return` is: what callbacks give back, `main` gives back (`returned`), none (`module`), an
 * executor's callback by `resolve`, a generator inside with `yield`, or it is awaited as a response (`result`). */
type Owner = 'main' | 'module' | 'executor' | 'pages' | 'callback' | 'closure' | 'returned' | 'result';

/** The names that a statement can mean where it stands. */
export interface Scope {
  readonly responses: string[];
  /** Responses that may be assigned again. */
  readonly mutable: string[];
  readonly flags: string[];
  readonly mutableFlags: string[];
  readonly lists: string[];
  readonly promises: string[];
  /** Promises that may be assigned again. */
  readonly mutablePromises: string[];
  readonly labels: readonly { readonly name: string; readonly isLoop: boolean }[];
  readonly breaks: boolean;
  readonly continues: boolean;
  /** No `await` here. */
  readonly isSync: boolean;
  readonly owner: Owner;
  /** In a callback, its parameter: the response of the promise it belongs to. */
  readonly own: string;
  /** A `finally` around it may assign variables before the callbacks of a promise that is returned here run. */
  readonly isFinalized: boolean;
  /** What helpers are methods of here, as an expression. */
  readonly self: string;
}

export const topScope: Scope = {
  ...{ responses: [], mutable: [], flags: [], mutableFlags: [], labels: [] },
  ...{ lists: [], promises: [], mutablePromises: [] },
  ...{ breaks: false, continues: false, isSync: false, owner: 'main' as const, own: '', isFinalized: false, self: '' },
};

/** A block of its own: what is declared in it is not seen outside. */
export const inner = (scope: Scope, changes: Partial<Scope> = {}): Scope => ({
  ...scope,
  responses: [...scope.responses],
  mutable: [...scope.mutable],
  flags: [...scope.flags],
  mutableFlags: [...scope.mutableFlags],
  lists: [...scope.lists],
  promises: [...scope.promises],
  mutablePromises: [...scope.mutablePromises],
  ...changes,
});

/** A function inside: no jump leaves it. */
export const innerFunction = (scope: Scope, owner: Owner, isSync: boolean): Scope =>
  inner(scope, { owner, own: '', isSync, labels: [], breaks: false, continues: false });

/** A function inside that runs at some later time: what may be assigned again meanwhile is not seen from there. */
export const laterFunction = (scope: Scope): Scope => ({
  ...innerFunction(scope, 'callback', false),
  ...{ mutable: [], mutableFlags: [], mutablePromises: [] },
  responses: scope.responses.filter((name) => !scope.mutable.includes(name)),
  flags: scope.flags.filter((name) => !scope.mutableFlags.includes(name)),
  promises: scope.promises.filter((name) => !scope.mutablePromises.includes(name)),
});

export const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** Text that only the instrumented program has. */
export const hidden = (text: string): string => `⟦${text}⟧`;

/** A call around an expression in the instrumented program. */
export const wrapped = (name: string, text: string): string => `⟦${name}(⟧${text}⟦)⟧`;

/** A program as it is written down, twice in one: as the rule sees it, and instrumented. */
export class Writer {
  private readonly lines: string[] = [];
  private names = 0;
  /** How many there are so far. */
  requests = 0;
  /** The response variables in scope, by line. */
  readonly marks: Map<number, readonly string[]> = new Map();
  readonly helpers: Set<string> = new Set();
  /** The same, as methods. */
  readonly methods: Set<string> = new Set();
  /** What the program asks of statuses. */
  readonly tests: Set<(status: number) => boolean> = new Set();
  /** The program catches exceptions. */
  catches = false;
  /** Variables that may hold none. */
  readonly nullable: Set<string> = new Set();
  /** Variables that hold one of those in a list. */
  readonly elements: Set<string> = new Set();
  /** Variables that hold one after the other of those in a list. */
  readonly turns: Set<string> = new Set();
  /** A variable keeps what another held in the last turn. */
  hasKept = false;
  /** Lists that hold one at most. */
  readonly singles: Set<string> = new Set();
  /** Variables whose response has another name, or is held by a promise. */
  readonly shared: Set<string> = new Set();
  /** Variables that are assigned again. */
  readonly reassigned: Set<string> = new Set();
  /** The executor that is being written may give the body of a response. */
  settlesBody = false;
  /** A promise may give one response or another. */
  mixesResponses = false;
  /** A `finally` may take back a promise that was returned: what is read behind it, nobody asks for. */
  takesBack = false;
  /** Sites whose failure is swallowed on purpose, or that wait for several: to ignore them is no finding. */
  readonly tolerated: Set<number> = new Set();

  /**
   * Reports are not to be compared: a request in a function that has a name belongs to that function, whose paths end
   * where it does, called or not.
   */
  isVague = false;
  /** A condition of several parts is remembered: the analysis may take that for a look at the status. */
  hasCompoundFlags = false;

  constructor(readonly setting: Setting) {}

  /** How a helper is called here. */
  helper(scope: Scope, name: string): string {
    (scope.self ? this.methods : this.helpers).add(name);
    return scope.self ? `${scope.self}.${name}` : name;
  }

  name(prefix: string): string {
    return `${prefix}${++this.names}`;
  }

  /** A number for the next request; it is in its URL, and so in its response. */
  site(): number {
    return ++this.requests;
  }

  /** What is kept of a list stands for all that it holds: nobody asks for another of them meanwhile. */
  mayKeep(source: string): boolean {
    return !this.turns.has(source) || this.elements.size === 0;
  }

  line(text: string): void {
    this.lines.push(text);
  }

  /** A statement that starts here. */
  statement(text: string, scope: Scope): void {
    const line = this.lines.length + 1;
    this.marks.set(line, [...scope.responses]);
    this.line(hidden(`m(${[line, ...scope.responses].join()});`) + text);
  }

  /**
   * What is missed is not to be compared: something may be a look at the status for the analysis that is none. A test of a
   * variable that holds one response or another is a look at both, also where the other is meant.
   */
  get isCredulous(): boolean {
    if (this.hasCompoundFlags || this.mixesResponses || this.takesBack) return true;
    return [...this.shared].some((name) => this.reassigned.has(name));
  }

  distinguishCases(): void {
    for (const of of switchCases) this.tests.add(caseTest(of));
  }

  get clean(): string {
    return this.lines.join('\n').replaceAll(/⟦[^⟧]*⟧/g, '');
  }

  get instrumented(): string {
    return this.lines.join('\n').replaceAll(/[⟦⟧]/g, '');
  }
}

const caseTests = new Map(switchCases.map((of) => [of, (status: number) => status === of]));
const caseTest = (of: number) => caseTests.get(of)!;
