import { readFileSync, statSync } from 'node:fs';
import type { Linter } from 'eslint';
import { pathTo, stepWords, type Trace, type TracedResponse } from '../../index.js';
import { CannotRun } from '../cannot-run.js';
import { find } from '../files/find.js';
import { loadESLint } from '../lint/host.js';
import { lint } from '../lint/lint.js';
import { fatalMessage } from '../lint/outcome.js';
import type { PresetName } from '../lint/presets.js';
import { lensLines } from '../print/lens.js';
import { paintFor, type Paint } from '../print/paint.js';
import { firstOf, shortPath } from '../print/words.js';

/** `src/api.ts:14`, also with a column, as editors and compilers write it. */
const form = /^(.+?):(\d+)(?::\d+)?$/;

interface Spot {
  readonly path: string;
  readonly line: number;
}

function readSpot(text: string | undefined, more: readonly string[]): Spot {
  const [, path, line] = form.exec(text ?? '') ?? [];
  if (path === undefined || more.length > 0) {
    throw new CannotRun('"why" needs one place, as in "why src/api.ts:14": a file, a colon and the number of a line.');
  }
  return { path, line: Number(line) };
}

function linesOf({ path, line }: Spot): readonly string[] {
  if (!statSync(path).isFile()) throw new CannotRun(`"why" needs a file, and ${path} is none.`);
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  if (line < 1 || line > lines.length) {
    throw new CannotRun(`${path} has no line ${line}: its last one is line ${lines.length}.`);
  }
  return lines;
}

const holds = ({ first, last }: TracedResponse, line: number): boolean => first <= line && line <= last;

/** Where there is something to see, for somebody who asked elsewhere. */
function nothingAt({ path, line }: Spot, { responses }: Trace): string {
  if (responses.length === 0) return `${path} has no response that is followed.`;
  const places = [...new Set(responses.map((one) => one.line))].sort((a, b) => a - b).map(String);
  const are = places.length === 1 ? 'there is one on line' : 'there are some on the lines';
  return `The code around line ${line} of ${path} has no response; ${are} ${firstOf(places, 8, 'line').join(', ')}.`;
}

const isFinding = ({ fatal }: Linter.LintMessage): boolean => !fatal;

/** A finding of the function, with the way on which the response comes there. */
function findingText(trace: Trace, message: Linter.LintMessage, paint: Paint): string {
  const { line, column, ruleId, severity } = message;
  const tint = severity === 2 ? paint.bad : paint.odd;
  const steps = pathTo(trace, message)?.steps ?? [];
  return [
    `${tint(`${line}:${column}`)} ${message.message} ${paint.dim(ruleId ?? '')}`,
    ...steps.map((step) => `  ${paint.dim(`${step.line}:${step.column}`)}  ${stepWords(step)}`),
  ].join('\n');
}

/** Says which statuses can be on the lines around a place, and how what is reported there came to be. */
export async function whyCommand(preset: PresetName, [text, ...more]: readonly string[]): Promise<number> {
  const spot = readSpot(text, more);
  const found = find([spot.path]);
  const lines = linesOf(spot);
  const outcome = await lint(await loadESLint(process.cwd()), { preset, showAll: true, traces: true }, found);
  const [result] = outcome.results;
  const broken = result && fatalMessage(result);
  if (!result || broken) throw new CannotRun(`${spot.path} cannot be read: ${broken?.message ?? 'it is not there'}.`);
  const trace = outcome.seen.traces?.get(result.filePath) ?? { responses: [] };
  const around = trace.responses.filter((one) => holds(one, spot.line));
  if (around.length === 0) {
    console.log(nothingAt(spot, trace));
    return 0;
  }
  const paint = paintFor(process.stdout);
  const first = Math.max(...around.map((one) => one.first));
  const last = Math.min(...around.filter((one) => one.first === first).map((one) => one.last));
  const shown = around.filter((one) => one.last >= first && one.first <= last);
  const messages = result.messages.filter((one) => isFinding(one) && one.line >= first && one.line <= last);
  console.log(
    [
      shortPath(result.filePath),
      ...lensLines({ lines, first, last, asked: spot.line, responses: shown }, paint),
      ...messages.flatMap((message) => ['', findingText(trace, message, paint)]),
    ].join('\n'),
  );
  return 0;
}
