import type { Outcome } from './explore.js';
import type { Instrumented } from './instrument.js';
import { Stub } from './stub.js';

export const isError = (status: number): boolean => status >= 400 && status <= 599;
export const isSuccess = (status: number): boolean => status >= 200 && status <= 299;

/** A failure that went on like a success, behind a look at its status. */
export interface Slip {
  readonly site: number;
  readonly status: number;
  /** What looked. */
  readonly looks: readonly number[];
  /** Where its body was read, if it was. */
  readonly reads: readonly number[];
  /** What was run before each of these reads, and all that was run. */
  readonly before: readonly (readonly number[])[];
  readonly all: readonly number[];
}

/** A body that was read of a response whose status nobody looked at. */
interface Unchecked {
  readonly site: number;
  /** What looked at any response meanwhile. */
  readonly looks: ReadonlySet<number>;
}

/** What all runs of a program showed together. */
export class Evidence {
  readonly made: Set<number> = new Set();
  /** Requests of which an ordinary run has a response. */
  readonly ended: Set<number> = new Set();
  readonly awaited: Set<number> = new Set();
  readonly touched: Set<number> = new Set();
  readonly perhapsTouched: Set<number> = new Set();
  readonly unchecked: Unchecked[] = [];
  readonly slips: Slip[] = [];
  /** The requests whose responses were looked at, by what looked. */
  readonly looked: Map<number, Set<number>> = new Map();
  /** Requests whose response or status was handed on in some run. */
  readonly handed: Set<number> = new Set();
  /** What each success of a request runs: statements, and reads of its body. */
  readonly ranBySuccess: Map<number, Map<number, Set<number>>> = new Map();
  /** Requests that were made more than once in a run. */
  readonly repeated: Set<number> = new Set();
  runs = 0;
  /** Runs in which the program went wrong by itself. */
  broken = 0;
  ordinary = 0;

  constructor(private readonly idle: Instrumented['idle']) {}

  add({ run, isOrdinary, isBroken, end }: Outcome): void {
    this.runs++;
    if (isBroken) this.broken++;
    if (isOrdinary) this.ordinary++;
    const sites = new Set<number>();
    for (const stub of run.stubs) {
      if (sites.has(stub.site)) this.repeated.add(stub.site);
      sites.add(stub.site);
      this.made.add(stub.site);
      this.note(stub);
      if (isSuccess(stub.status) && end !== 'given up') this.noteSuccess(stub, run.trace);
      if (isOrdinary) this.noteEnd(stub, run.trace, run.stubs);
    }
  }

  private note(stub: Stub): void {
    const { site, looks } = stub;
    for (const { node } of looks) setOf(this.looked, node).add(site);
    if (stub.isTouched) this.touched.add(site);
    if (stub.isTouched || stub.isRemembered || stub.isPerhapsInspected || stub.isPerhapsHanded)
      this.perhapsTouched.add(site);
    if (stub.isHanded || stub.isTold || stub.isPerhapsHanded) this.handed.add(site);
  }

  private noteEnd(stub: Stub, trace: readonly number[], all: readonly Stub[]): void {
    const { site, status, reads, madeAt } = stub;
    this.ended.add(site);
    if (stub.isAwaited) this.awaited.add(site);
    if (isError(status) && reads.length > 0 && !stub.isInspected && !stub.isHanded) {
      const isSure = reads.some(({ isDoubtful }) => !isDoubtful) && !stub.isPerhapsInspected && !stub.isPerhapsHanded;
      const looks = new Set(
        all.flatMap((other) => other.looks.filter(({ at }) => at >= madeAt).map(({ node }) => node)),
      );
      this.unchecked.push({ site, looks: isSure ? looks : unsure });
    }
    if (isError(status)) this.noteFailure(stub, trace);
  }

  private noteSuccess({ site, status, madeAt, reads }: Stub, trace: readonly number[]): void {
    let ofSite = this.ranBySuccess.get(site);
    if (!ofSite) this.ranBySuccess.set(site, (ofSite = new Map()));
    const ran = setOf(ofSite, status);
    for (const id of trace.slice(madeAt)) ran.add(id);
    for (const { node } of reads) ran.add(node);
  }

  /** Whether some success of a request runs this. */
  isRunBySome(site: number, id: number): boolean {
    return [...(this.ranBySuccess.get(site)?.values() ?? [])].some((ran) => ran.has(id));
  }

  /** Whether all of them do: what 200 alone does not is there for failures, whoever else comes there. */
  isRunByAll(site: number, id: number): boolean {
    const all = [...(this.ranBySuccess.get(site)?.values() ?? [])];
    return all.length > 0 && all.every((ran) => ran.has(id));
  }

  private noteFailure(stub: Stub, trace: readonly number[]): void {
    const { site, status, looks, madeAt } = stub;
    if (looks.length === 0 || stub.isHanded || stub.isTold) return;
    const steps = (end?: number) => [...new Set(trace.slice(madeAt, end))].filter((id) => !this.idle.has(id));
    const reads = stub.reads.filter(({ at }) => looks.some((look) => look.at <= at));
    this.slips.push({
      ...{ site, status },
      looks: [...new Set(looks.map(({ node }) => node))],
      reads: reads.map(({ node }) => node),
      before: reads.map(({ at }) => steps(at)),
      all: steps(),
    });
  }
}

/** Stands for looks of which nobody knows whom they meant. */
export const unsure: ReadonlySet<number> = new Set();

function setOf<K>(map: Map<K, Set<number>>, key: K): Set<number> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}
