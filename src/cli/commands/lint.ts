import { adviceFor } from '../advice/index.js';
import type { Arguments } from '../arguments.js';
import { find } from '../files/find.js';
import { loadFormat, type Format } from '../formats/index.js';
import { loadESLint, type ESLintModule } from '../lint/host.js';
import { lint, type Asked } from '../lint/lint.js';
import { fatalMessage, type Outcome } from '../lint/outcome.js';
import { toPreset, type PresetName } from '../lint/presets.js';
import { complaints } from '../print/complaints.js';
import { progressLine } from '../print/progress.js';
import { summary } from '../print/summary.js';

async function lookAll(eslint: ESLintModule, asked: Asked, paths: readonly string[]): Promise<Outcome> {
  const found = find(paths);
  const line = progressLine(process.stderr);
  try {
    return await lint(eslint, asked, found, line.progress);
  } finally {
    line.end();
  }
}

async function print(eslint: ESLintModule, outcome: Outcome, preset: PresetName, format: Format): Promise<void> {
  const { forReaders } = format;
  // A reader finds a file that does not parse on stderr; a program expects it among the results.
  const shown = outcome.results.filter((result) => !forReaders || !fatalMessage(result));
  const text = await format.format({ ...outcome, results: shown });
  if (text) console.log(text);
  if (forReaders && shown.length === 0) return;
  // Other formats may be read by programs: nothing else belongs on their output.
  const tell = forReaders ? console.log : console.error;
  const hasFindings = outcome.results.some(({ messages }) => messages.some(({ fatal }) => !fatal));
  tell(summary(outcome, preset, hasFindings ? await adviceFor(eslint, outcome, preset) : []));
}

/** Tries the rules of a preset on files. Gives the exit code. */
export async function lintCommand(options: Arguments): Promise<number> {
  const preset = toPreset(options.preset);
  const eslint = await loadESLint(process.cwd());
  const format = await loadFormat(eslint, options.format);
  const { paths, all: showAll } = options;
  const outcome = await lookAll(eslint, { preset, showAll, traces: !!format.asksForTraces }, paths);
  await print(eslint, outcome, preset, format);
  const failures = complaints(outcome);
  for (const sentence of [...outcome.notes, ...failures]) console.error(sentence);
  if (failures.length > 0) return 2;
  return outcome.results.some(({ errorCount }) => errorCount > 0) ? 1 : 0;
}
