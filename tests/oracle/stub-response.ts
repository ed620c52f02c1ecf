import { World } from './world.js';

/** What stands for a response: it notes what is done with it. */
export class StubResponse {
  used = false;
  /** Its body was read on the way to an exception that was caught: perhaps in vain. */
  isDoubtful = false;
  inspected = false;
  handed = false;
  awaited = false;
  /** It was given to `resolve`: whoever waits for that promise owns it. */
  passed = false;
  /**
   * What `allSettled` gave still holds it, whatever variable it is put in. For the analysis two names may mean two
   * responses: that the one has none says nothing of the other.
   */
  hasOtherName = false;
  /** Those that are in a list with it: for the analysis one of them stands for all. */
  peers: readonly StubResponse[] = [];

  constructor(
    readonly world: World,
    readonly site: number,
    readonly answered: number,
  ) {}

  /** Something was done with one that may stand for it. */
  get isGrazed(): boolean {
    return this.passed || this.peers.some(({ used, inspected, handed }) => used || inspected || handed);
  }

  get status(): number {
    return this.world.statusOf(this.site, this.answered);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status <= 299;
  }

  get body(): object {
    this.world.startUse(this)();
    return {};
  }

  json(): Promise<object> {
    return this.world.o(this.read());
  }

  /** A read that fails gives no body, and so is no use. */
  private async read(): Promise<object> {
    const note = this.world.startUse(this);
    const body = await this.world.settle({});
    note();
    return body;
  }

  text(): Promise<object> {
    return this.json();
  }

  /** The same response, as far as anybody asks. */
  clone(): this {
    return this;
  }
}
