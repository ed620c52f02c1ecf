import { readFileSync } from 'node:fs';
import type { Linter } from 'eslint';
import { fatalMessage, type Result } from '../lint/outcome.js';
import { shortPath } from '../print/words.js';
import type { Format } from './format.js';

type Suggestion = Linter.LintSuggestion;

/** Lines of the file, both included, and what stands there once the code is mended. */
interface Mended {
  readonly title: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly text: string;
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** Whole lines: a program that puts them in place needs no columns. */
function mended(text: string, { desc, fix }: Suggestion): Mended {
  const [from, to] = fix.range;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', to);
  const end = newline < 0 ? text.length : newline;
  return {
    title: desc,
    firstLine: lineAt(text, from),
    lastLine: lineAt(text, to),
    text: text.slice(start, from) + fix.text + text.slice(to, end),
  };
}

function lines(result: Result): string[] {
  const text = result.source ?? (result.messages.length > 0 ? readFileSync(result.filePath, 'utf8') : '');
  const file = shortPath(result.filePath);
  return result.messages.map(({ ruleId, line, column, endLine, endColumn, severity, message, suggestions = [] }) =>
    JSON.stringify({
      rule: ruleId,
      severity: severity === 2 ? 'error' : 'warning',
      file,
      line,
      column,
      endLine,
      endColumn,
      message,
      mended: suggestions.map((suggestion) => mended(text, suggestion)),
    }),
  );
}

/** For programs that repair code: each finding is a line of JSON, with the lines as they are once it is mended. */
export const agentFormat: Format = {
  forReaders: false,
  format: ({ results }) =>
    results
      .filter((result) => !fatalMessage(result))
      .flatMap(lines)
      .join('\n'),
};
