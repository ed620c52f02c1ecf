import plugin from '../index.js';
import { readArguments, usage } from './arguments.js';
import { MissingESLint, runWithESLint } from './bring.js';
import { CannotRun } from './cannot-run.js';
import { lintCommand } from './commands/lint.js';
import { whyCommand } from './commands/why.js';
import { presetNames, toPreset } from './lint/presets.js';

/** The whole command. Gives the exit code; everything a user can get wrong is a sentence on stderr. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    const options = readArguments(argv);
    if (options.help) console.log(usage(presetNames));
    else if (options.version) console.log(plugin.meta?.version);
    else if (options.command === 'why') return await whyCommand(toPreset(options.preset), options.paths);
    else return await lintCommand(options);
    return 0;
  } catch (error) {
    const code = error instanceof MissingESLint ? runWithESLint(argv) : undefined;
    if (code !== undefined) return code;
    // What nobody foresaw is a defect of ours: then its stack is worth more than a sentence.
    console.error(error instanceof CannotRun ? error.message : error);
    return 2;
  }
}
