import { existsSync, readFileSync } from 'node:fs';

/** How many ticks Linux counts in a second. */
const ticks = 100;

/** The CPU time of this process so far, all its threads included, in milliseconds: what a piece of work took is a difference. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The processes that this one has started and that still run; only Linux tells. */
function children() {
  const list = `/proc/${process.pid}/task/${process.pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean) : [];
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The same of these processes: TypeScript's own compiler is one. */
export function childrenTime() {
  const times = children().map((pid) => {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 13);
    return ((Number(user) + Number(system)) * 1000) / ticks;
  });
  return sum(times);
}

/** The most memory that they have had, in bytes. */
export function childrenPeak() {
  const peaks = children().map((pid) =>
    Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  );
  return sum(peaks) * 1024;
}
