import { GivenUp } from '../choices.js';
import type { Role } from './roles.js';
import { Run } from './run.js';
import { Stub } from './stub.js';

/** What an instrumented program calls; each takes the number of a node first. */
export class Probes {
  /** What became of what the running functions return, where nothing is waited for in between. */
  private readonly callers: [node: number, role: Role][] = [];
  /** The responses of whose status a variable says something. */
  private readonly flags: Map<string, Set<Stub>> = new Map();
  private readonly tries: Map<number, number[]> = new Map();

  constructor(private readonly run: Run) {}

  /** A statement or a branch starts. */
  s(node: number): void {
    if (this.run.isGivenUp) throw new GivenUp();
    this.run.trace.push(node);
  }

  l(): void {
    this.run.turn();
  }

  /** A status is read of a response. */
  r<T>(node: number, role: Role, value: T): T {
    if (value instanceof Stub) this.look(value, node, role);
    return value;
  }

  /** A variable that remembers statuses is read. */
  f<T>(node: number, role: Role, name: string, value: T): T {
    for (const stub of this.flags.get(name) ?? []) this.look(stub, node, role);
    return value;
  }

  /** A variable that remembers statuses starts anew. */
  i(name: string): void {
    this.flags.set(name, new Set());
  }

  private look(stub: Stub, node: number, role: Role): void {
    const [kind, name] = role.split(':');
    stub.isTouched ||= kind !== 'logged' && kind !== 'flag';
    switch (kind) {
      case 'caller': {
        const caller = this.callers.at(-1);
        if (caller) this.look(stub, ...caller);
        else this.lookPerhaps(stub, node);
        break;
      }
      case 'flag':
        stub.isRemembered = true;
        this.flags.set(name!, (this.flags.get(name!) ?? new Set()).add(stub));
        break;
      case 'param':
        this.flags.set(name!, new Set([stub]));
        break;
      case 'told':
        stub.isTold = true;
        this.inspect(stub, node);
        break;
      case 'condition':
        this.inspect(stub, node);
        break;
      case 'unsure':
        this.lookPerhaps(stub, node);
    }
  }

  private inspect(stub: Stub, node: number): void {
    stub.isInspected = true;
    stub.looks.push({ node, at: this.run.trace.length });
  }

  private lookPerhaps(stub: Stub, node: number): void {
    stub.isPerhapsInspected = true;
    stub.looks.push({ node, at: this.run.trace.length });
  }

  /** A body is about to be read. */
  u<T>(node: number, value: T): T {
    this.run.reading = node;
    return value;
  }

  /** A pattern takes members of a response. */
  d<T>(node: number, members: Readonly<Record<string, string>>, value: T): T {
    if (!(value instanceof Stub)) return value;
    for (const [member, name] of Object.entries(members)) {
      if (member === 'body') this.run.reading = node;
      else {
        this.flags.set(name, new Set([value]));
        value.isRemembered = true;
      }
    }
    return value;
  }

  /** It is waited for. */
  a<T>(value: T): T {
    if (value instanceof Promise) return value.then((it) => this.a(it as unknown)) as T;
    if (value instanceof Stub) value.isAwaited = true;
    if (Array.isArray(value)) value.forEach((it) => this.a(it));
    return value;
  }

  /** Nobody asks for a value: if it is a promise, nobody minds whether it is rejected. */
  o(value: unknown): void {
    if (value instanceof Promise) value.catch(() => undefined);
  }

  /** A function of the program is called: from here on it is known what becomes of what it returns. */
  c(node: number, role: Role): number {
    // What is passed on to a caller is that caller's to judge.
    const caller = role === 'caller' ? this.callers.at(-1) : undefined;
    return this.callers.push(caller ?? [node, role === 'caller' ? 'unsure' : role]) - 1;
  }

  e<T>(depth: number, value: T): T {
    this.callers.length = depth;
    return value;
  }

  /** A function is given to code that runs it whenever it likes. */
  g<T>(names: readonly (() => unknown)[], fn: T): T {
    for (const read of names) {
      try {
        const value = read();
        if (value instanceof Stub) value.isPerhapsHanded = true;
      } catch {
        // Declared further down.
      }
    }
    return fn;
  }

  /** Code starts of which exceptions are caught. */
  t(node: number): void {
    this.tries.set(
      node,
      this.run.stubs.map(({ reads }) => reads.length),
    );
  }

  /** An exception was caught: what was read before it was perhaps read in vain. */
  x(error: unknown, node: number): void {
    if (this.run.isGivenUp || error instanceof GivenUp || error instanceof TypeError || error instanceof ReferenceError)
      this.run.giveUp(error);
    this.callers.length = 0;
    const before = this.tries.get(node) ?? [];
    this.run.stubs.forEach(({ reads }, i) => {
      for (const read of reads.slice(before[i] ?? 0)) read.isDoubtful = true;
    });
  }
}
