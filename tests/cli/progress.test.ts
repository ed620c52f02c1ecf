import { expect, it, vi } from 'vitest';
import { progressLine } from '../../src/cli/print/progress.js';

/** Takes a step every so many milliseconds, and gives what a terminal was sent. */
function run(steps: number, each: number, isTTY = true): string[] {
  const written: string[] = [];
  let time = 0;
  const line = progressLine({ isTTY, write: (text) => written.push(text) }, () => time);
  for (let done = 0; done < steps; done++) {
    line.progress(done, 1209);
    time += each;
  }
  line.end();
  return written;
}

const clear = '\r\u001b[K';

it('says nothing in the first two seconds', () => {
  expect(run(1000, 1.9)).toEqual([]);
});

it('then shows how far the run is, not more than ten times a second, and leaves nothing behind', () => {
  const written = run(1209, 2);
  expect(written[0]).toBe(`${clear}1,000 of 1,209 files`);
  expect(written).toHaveLength(1 + 4 + 1);
  expect(written.at(-1)).toBe(clear);
});

it('says nothing where nobody looks', () => {
  expect(run(1209, 10, false)).toEqual([]);
});

it('listens to Ctrl-C only while its line is there', () => {
  const before = process.listenerCount('SIGINT');
  run(1209, 10);
  expect(process.listenerCount('SIGINT')).toBe(before);
});

it('leaves nothing behind when Ctrl-C ends the run', () => {
  const written: string[] = [];
  let time = 0;
  const line = progressLine({ isTTY: true, write: (text) => written.push(text) }, () => time);
  time = 2000;
  line.progress(1, 2);
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const others = process.listeners('SIGINT').slice(0, -1);
  (process.listeners('SIGINT').at(-1) as () => void)();
  expect(written.at(-1)).toBe(clear);
  expect(kill).toHaveBeenCalledExactlyOnceWith(process.pid, 'SIGINT');
  expect(process.listeners('SIGINT')).toEqual(others);
  kill.mockRestore();
});
