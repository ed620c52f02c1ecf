import { Worker } from 'node:worker_threads';

/** How long one question may take, in milliseconds: opening a project of 10,000 files takes a tenth of that. */
const longest = 120_000;

/** Waits until a question is under way, and ends the process that does not answer it in time. */
const program = `const { workerData } = require('node:worker_threads');
const state = new Int32Array(workerData.shared);
for (let seen = 0; ; seen = Atomics.load(state, 0)) {
  const answer = Atomics.wait(state, 0, seen, seen % 2 ? workerData.longest : Infinity);
  if (answer === 'timed-out') { process.kill(workerData.pid, 'SIGKILL'); break; }
}`;

/**
 * Ends a process that hangs. Whoever asks it waits for the answer and can do nothing else meanwhile, so a thread beside it
 * looks at the clock.
 */
export class Watchdog {
  private readonly state = new Int32Array(new SharedArrayBuffer(4));

  constructor(pid: number, milliseconds = longest) {
    const workerData = { shared: this.state.buffer, pid, longest: milliseconds };
    new Worker(program, { eval: true, workerData }).unref();
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

  /** Odd while a question is under way. */
  private turn(): void {
    Atomics.add(this.state, 0, 1);
    Atomics.notify(this.state, 0);
  }
}
