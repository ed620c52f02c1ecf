import type { ESLint } from 'eslint';
import plugin from '../index.js';
import { readArguments, usage, type Arguments } from './arguments.js';
import { CannotRun, firstLine } from './cannot-run.js';
import { presetNames, toPreset } from './config.js';
import { fatalMessage, lint, type Outcome } from './lint.js';
import { summary } from './summary.js';

type ESLintClass = typeof ESLint;

/** ESLint is a peer: whoever runs us without it gets told so instead of a module error. */
async function loadESLint(): Promise<ESLintClass> {
  try {
    return (await import('eslint')).ESLint;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new CannotRun('ESLint is not installed; run "npm install --save-dev eslint" first.');
  }
}

/** Loaded before linting, so that a wrong name costs no time. */
async function loadFormatter(Class: ESLintClass, name: string): Promise<ESLint.LoadedFormatter> {
  try {
    return await new Class({ overrideConfigFile: true }).loadFormatter(name);
  } catch (error) {
    if (!firstLine(error).includes('problem loading formatter')) throw error;
    throw new CannotRun(
      `There is no formatter "${name}"; ESLint brings stylish, json and html, others are packages such as eslint-formatter-${name}.`,
    );
  }
}

/** One sentence for each thing that kept a file from being looked at. */
function complaints({ results, passedOver }: Outcome): { notes: string[]; failures: string[] } {
  const notes = passedOver.map(
    ({ language, count }) =>
      `Passed over ${count} ${language.name} ${count === 1 ? 'file' : 'files'}: run "npm install --save-dev ${language.install}" to have them looked at.`,
  );
  const failures = results.flatMap((result) => {
    const fatal = fatalMessage(result);
    if (!fatal) return [];
    const reason = fatal.message.replace(/^Parsing error: /, '').split('\n')[0];
    return [`${result.filePath}:${fatal.line ?? 1}:${fatal.column ?? 1} does not parse: ${reason}`];
  });
  return { notes, failures };
}

async function print(
  outcome: Outcome,
  formatter: ESLint.LoadedFormatter,
  { format, preset }: Arguments,
): Promise<void> {
  const forReaders = format === 'stylish';
  // A reader finds a file that does not parse on stderr; a program expects it among the results.
  const shown = outcome.results.filter((result) => !forReaders || !fatalMessage(result));
  const text = await formatter.format([...shown]);
  if (text) console.log(text);
  if (forReaders && shown.length === 0) return;
  // Other formats may be read by programs: nothing else belongs on their output.
  const tell = forReaders ? console.log : console.error;
  tell(summary(outcome, preset));
}

async function lintAndPrint(options: Arguments): Promise<number> {
  const preset = toPreset(options.preset);
  const Class = await loadESLint();
  const formatter = await loadFormatter(Class, options.format);
  const outcome = await lint(Class, preset, options.paths);
  const { notes, failures } = complaints(outcome);
  if (outcome.results.length === 0) throw new CannotRun(notes.join('\n') || 'Nothing to look at.');
  await print(outcome, formatter, options);
  for (const sentence of [...notes, ...failures]) console.error(sentence);
  if (failures.length > 0) return 2;
  return outcome.results.some(({ errorCount }) => errorCount > 0) ? 1 : 0;
}

/** The whole command. Gives the exit code; everything a user can get wrong is a sentence on stderr. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    const options = readArguments(argv);
    if (options.help) console.log(usage(presetNames));
    else if (options.version) console.log(plugin.meta?.version);
    else return await lintAndPrint(options);
    return 0;
  } catch (error) {
    // What nobody foresaw is a defect of ours: then its stack is worth more than a sentence.
    console.error(error instanceof CannotRun ? error.message : error);
    return 2;
  }
}
