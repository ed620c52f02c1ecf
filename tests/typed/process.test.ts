import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Watchdog } from '../../src/compiler/watchdog.js';
import { root } from '../support/sandbox.js';
import { lint, project } from './project.js';

const code = `type Answer = { status: 200; body: string } | { status: 404; body: null };
export const f = (answer: Answer) => { switch (answer.status) { case 200: return 1; } };
export const load = async (url: string) => (await fetch(url)).json();
`;

const isRunning = (pid: number): boolean =>
  spawnSync('ps', ['-p', String(pid), '-o', 'stat='])
    .stdout.toString()
    .trim()
    .replace(/^Z.*/, '') !== '';

/** The processes that this one started, by what they run. */
const children = (): readonly number[] =>
  spawnSync('ps', ['--ppid', String(process.pid), '-o', 'pid=,args='])
    .stdout.toString()
    .split('\n')
    .filter((line) => line.includes('--api'))
    .map((line) => parseInt(line, 10));

it('that dies is said once, and the untyped rules run on', () => {
  const folder = project({ 'a.ts': code, 'b.ts': code }, 'typescript7');
  const others = children();
  const found = () => lint(folder, 'a.ts', 'process', 'recommendedTypeChecked');
  expect(found()).toEqual(['exhaustive-status 2: answer.status', 'no-unchecked-response 3: fetch']);
  for (const pid of children().filter((one) => !others.includes(one))) process.kill(pid, 'SIGKILL');
  const untyped = 'no-unchecked-response 3: fetch';
  const sentence = expect.stringMatching(/has none: the compiler of TypeScript 7\.0\.2 has ended before its time\.$/);
  // The file in which it turns out has no types any more, and the next says why.
  expect(found()).toEqual([untyped]);
  expect(lint(folder, 'b.ts', 'process', 'recommendedTypeChecked')).toEqual([sentence, untyped]);
  expect(found()).toEqual([untyped]);
});

it('that hangs is ended', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const watchdog = new Watchdog(child.pid!, 50);
  expect(watchdog.watch(() => 'an answer in time')).toBe('an answer in time');
  await wait(100);
  expect(isRunning(child.pid!)).toBe(true);
  // Whoever waits for the answer does nothing else.
  watchdog.watch(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600));
  expect((await ended)[1]).toBe('SIGKILL');
});

it.each(['SIGINT', 'SIGKILL'] as const)('ends with the run, also on %s', async (signal) => {
  const folder = project({}, 'typescript7');
  const api = join(root, 'node_modules/typescript7/dist/api/sync/api.js');
  const script = `const { API } = require(${JSON.stringify(api)}); const api = new API({ cwd: ${JSON.stringify(folder)} });
api.updateSnapshot(); console.log(api.client.channel.child.pid); setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(run.stdout, 'data')) as [Buffer];
  const compiler = parseInt(String(line), 10);
  expect(isRunning(compiler)).toBe(true);
  run.kill(signal);
  await once(run, 'exit');
  for (let i = 0; i < 40 && isRunning(compiler); i++) await wait(50);
  expect(isRunning(compiler)).toBe(false);
});
