import { Worker } from 'node:worker_threads';

/** How long one question may take, in milliseconds: opening a project of 10,000 files takes a sixth of that. */
const longest = 60_000;

/** Looks now and then whether the same question is still under way, and ends the process that does not answer it in time. */
const program = `const { workerData: { shared, pid, longest } } = require('node:worker_threads');
const state = new Int32Array(shared);
const nothing = new Int32Array(new SharedArrayBuffer(4));
for (let before = 0; ; ) {
  Atomics.wait(nothing, 0, 0, longest);
  const now = Atomics.load(state, 0);
  if (now % 2 && now === before) { process.kill(pid, 'SIGKILL'); break; }
  before = now;
}`;

/**
 * Ends a process that hangs. Whoever asks it waits for the answer and can do nothing else meanwhile, so a thread beside it
 * looks at the clock.
 */
export class Watchdog {
  private readonly state = new Int32Array(new SharedArrayBuffer(4));

  private readonly worker: Worker;

  constructor(pid: number, milliseconds = longest) {
    const workerData = { shared: this.state.buffer, pid, longest: milliseconds };
    this.worker = new Worker(program, { eval: true, workerData });
    this.worker.unref();
  }

  /** There is nothing to look after any more. */
  end(): void {
    void this.worker.terminate();
  }

  /** Runs something that waits for the process. */
  watch<T>(run: () => T): T {
    this.turn();
    try {
      return run();
    } finally {
      this.turn();
    }
  }

  /** Odd while a question is under way. Nobody is woken: there are thousands of them, and hardly ever one to look after. */
  private turn(): void {
    Atomics.add(this.state, 0, 1);
  }
}
