/** The CPU time of this process so far, all its threads included, in milliseconds: what a piece of work took is a difference. */
export function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
