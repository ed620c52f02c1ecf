// A process that lints in turns with others, so that whatever else the machine does befalls all of them alike.
import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * @param {string} script takes a message and answers it with another one, until it is disconnected
 * @param {string[]} args the first says with what it lints
 * @param {string[]} flags for Node
 */
export function lintingProcess(script, args, flags = []) {
  const child = fork(script, args, { execArgv: flags });
  const failed = new Promise((_, reject) => {
    const told = (code) =>
      code && reject(new Error(`The process that lints with "${args[0]}" has ended with ${code}.`));
    child.once('exit', told);
  });
  const ask = async (message) => {
    child.send(message);
    const [answer] = await Promise.race([once(child, 'message'), failed]);
    return answer;
  };
  return { ask, stop: () => child.disconnect() };
}
