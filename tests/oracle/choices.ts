/** Thrown where a run is given up: it chose too often, or did something no real program would get away with. */
export class GivenUp extends Error {}

/** The choices of one run: each question the program asks of the world has a number of answers. */
export class Choices {
  readonly taken: number[] = [];
  readonly arities: number[] = [];
  /** More was asked than there are answers for. */
  isCut = false;

  constructor(
    private readonly prefix: readonly number[],
    private readonly deepest: number,
  ) {}

  /** The answer to the next question, one of 0 … `arity` - 1. */
  choose(arity: number): number {
    if (arity <= 1) return 0;
    const at = this.taken.length;
    if (at >= this.deepest) {
      this.isCut = true;
      throw new GivenUp();
    }
    const answer = this.prefix[at] ?? 0;
    this.taken.push(answer);
    this.arities.push(arity);
    return answer;
  }
}

/** Runs that are still to be made: every sequence of answers is reached once. Can stop and go on later. */
export class Exploration {
  private readonly pending: (readonly number[])[] = [[]];
  private seed = 1;
  private isCut = false;

  constructor(
    private readonly run: (choices: Choices) => Promise<void>,
    private readonly deepest = 18,
  ) {}

  /** Every run was made, to its end. */
  get isComplete(): boolean {
    return this.isExhausted && !this.isCut;
  }

  private get isExhausted(): boolean {
    return this.pending.length === 0;
  }

  /** Makes up to `count` more runs, or until `enough`. Which ones come first is mixed, and the same each time. */
  async explore(count: number, enough: () => boolean = () => false): Promise<void> {
    for (let made = 0; made < count && !this.isExhausted && !enough(); made++) {
      const prefix = this.next();
      const choices = new Choices(prefix, this.deepest);
      await this.run(choices);
      const { taken, arities } = choices;
      this.isCut ||= choices.isCut;
      for (let at = prefix.length; at < taken.length; at++) {
        for (let answer = 1; answer < arities[at]!; answer++) this.pending.push([...taken.slice(0, at), answer]);
      }
    }
  }

  private next(): readonly number[] {
    this.seed = (Math.imul(this.seed, 1103515245) + 12345) & 0x7fffffff;
    const at = this.seed % this.pending.length;
    const last = this.pending.pop()!;
    if (at === this.pending.length) return last;
    const chosen = this.pending[at]!;
    this.pending[at] = last;
    return chosen;
  }
}
