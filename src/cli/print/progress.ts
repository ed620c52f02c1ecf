import type { Progress } from '../lint/lint.js';
import { grouped } from './words.js';

/** As much of a terminal as is written to. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Line {
  readonly progress: Progress;
  /** Takes the line away. */
  end(): void;
}

/** Short runs need no progress, and a line that changes too often only flickers. */
const silence = 2000;
const pause = 100;

const clear = '\r\u001b[K';

/** Shows on the last line of a terminal how far a long run is. */
export function progressLine(terminal: Terminal, now: () => number = () => performance.now()): Line {
  const start = now();
  let last = start + silence - pause;
  let shown = false;
  const end = (): void => {
    if (shown) terminal.write(clear);
    shown = false;
    process.off('SIGINT', interrupt);
  };
  // Ctrl-C ends the run as it would without us, and leaves no half line behind.
  const interrupt = (): void => {
    end();
    process.kill(process.pid, 'SIGINT');
  };
  const progress: Progress = (done, all) => {
    if (!terminal.isTTY || now() - last < pause) return;
    last = now();
    if (!shown) process.once('SIGINT', interrupt);
    shown = true;
    terminal.write(`${clear}${grouped(done)} of ${grouped(all)} files`);
  };
  return { progress, end };
}
