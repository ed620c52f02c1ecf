// How the scripts that people run answer them.

/** What a user got wrong: a sentence. */
export class UsageError extends Error {}

/**
 * Runs a script. What its user can mend is a sentence on stderr and exit code 2; anything else is a defect, with its stack.
 * @param {() => Promise<void>} main
 * @param {readonly (new (...args: never[]) => Error)[]} [mendable] further errors of that kind
 */
export async function runScript(main, mendable = []) {
  try {
    await main();
  } catch (error) {
    if (![UsageError, ...mendable].some((kind) => error instanceof kind)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
