/**
 * A StatusSet is an immutable set of statuses a response can have: 0 (opaque and error responses, Fetch standard,
 * section 2.2.6), 100–599 (RFC 9110, section 15) and 600–999, which servers do send.
 *
 * Held as sorted, disjoint, non-adjacent ranges, so that the usual sets cost one to four ranges and every operation is
 * linear in them.
 */
type Range = readonly [first: number, last: number];

/** The universe, as ranges: anything outside can never be the status of a response. */
const UNIVERSE: readonly Range[] = [
  [0, 0],
  [100, 999],
];

export class StatusSet {
  static readonly empty = new StatusSet([]);
  static readonly all = new StatusSet(UNIVERSE);

  private constructor(
    /** Sorted, disjoint, non-adjacent, inside the universe. */
    readonly ranges: readonly Range[],
  ) {}

  /** The complement, once it was asked for. */
  private opposite: StatusSet | undefined;

  /** The set of these statuses; numbers that cannot be a status are left out. */
  static of(...statuses: readonly number[]): StatusSet {
    const whole = statuses.filter((status) => Number.isInteger(status));
    return whole.reduce((set, status) => set.union(StatusSet.range(status, status)), StatusSet.empty);
  }

  /** All statuses from `first` to `last`, both included. */
  static range(first: number, last: number): StatusSet {
    return StatusSet.clipped([[first, last]]);
  }

  /** The statuses for which `accepts` holds. */
  static where(accepts: (status: number) => boolean): StatusSet {
    const ranges: [number, number][] = [];
    for (const [first, last] of UNIVERSE) {
      let open: [number, number] | undefined;
      for (let status = first; status <= last; status++) {
        if (!accepts(status)) open = undefined;
        else if (open) open[1] = status;
        else ranges.push((open = [status, status]));
      }
    }
    return StatusSet.from(ranges);
  }

  /** What of these ranges is in the universe. */
  private static clipped(ranges: readonly Range[]): StatusSet {
    return StatusSet.from(common(ranges, UNIVERSE));
  }

  private static from(ranges: readonly Range[]): StatusSet {
    return ranges.length === 0 ? StatusSet.empty : new StatusSet(ranges);
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** How many statuses are in the set. */
  get size(): number {
    return this.ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  }

  has(status: number): boolean {
    return this.ranges.some(([first, last]) => first <= status && status <= last);
  }

  /** The statuses in ascending order. */
  *[Symbol.iterator](): Generator<number, void> {
    for (const [first, last] of this.ranges) {
      for (let status = first; status <= last; status++) yield status;
    }
  }

  union(other: StatusSet): StatusSet {
    if (this === other || other.isEmpty) return this;
    if (this.isEmpty) return other;
    const sorted = [...this.ranges, ...other.ranges].sort((a, b) => a[0] - b[0]);
    const merged: [number, number][] = [];
    for (const [first, last] of sorted) {
      const previous = merged.at(-1);
      if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
      else merged.push([first, last]);
    }
    return this.reuse(other, merged);
  }

  intersect(other: StatusSet): StatusSet {
    if (this === other || other === StatusSet.all || this.isEmpty) return this;
    return this.reuse(other, common(this.ranges, other.ranges));
  }

  complement(): StatusSet {
    return (this.opposite ??= this.gaps());
  }

  private gaps(): StatusSet {
    const gaps: Range[] = [];
    let next = 0;
    for (const [first, last] of this.ranges) {
      gaps.push([next, first - 1]); // an empty one falls out below
      next = last + 1;
    }
    gaps.push([next, Number.MAX_SAFE_INTEGER]);
    return StatusSet.clipped(gaps);
  }

  difference(other: StatusSet): StatusSet {
    return this.intersect(other.complement());
  }

  equals(other: StatusSet): boolean {
    return this === other || sameRanges(this.ranges, other.ranges);
  }

  isSubsetOf(other: StatusSet): boolean {
    return this.intersect(other).equals(this);
  }

  isDisjointWith(other: StatusSet): boolean {
    let i = 0;
    let j = 0;
    while (i < this.ranges.length && j < other.ranges.length) {
      const a = this.ranges[i]!;
      const b = other.ranges[j]!;
      if (a[0] <= b[1] && b[0] <= a[1]) return false;
      if (a[1] < b[1]) i++;
      else j++;
    }
    return true;
  }

  /** Hands back an operand where the result equals it: equality is then mostly a comparison of references. */
  private reuse(other: StatusSet, ranges: readonly Range[]): StatusSet {
    if (sameRanges(ranges, this.ranges)) return this;
    if (sameRanges(ranges, other.ranges)) return other;
    return StatusSet.from(ranges);
  }
}

/** What two lists of ranges have in common. */
function common(a: readonly Range[], b: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const first = Math.max(a[i]![0], b[j]![0]);
    const last = Math.min(a[i]![1], b[j]![1]);
    if (first <= last) found.push([first, last]);
    if (a[i]![1] < b[j]![1]) i++;
    else j++;
  }
  return found;
}

function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every(([first, last], i) => first === b[i]![0] && last === b[i]![1]);
}
