// The plugin's own rules and its own parser, as the command line has them, on one text.
import type { Rule } from 'eslint';
import { Linter } from 'eslint/universal';
import plugin, { listenToTrace, pathTo, stepWords, type Trace } from '../../src/index.js';
import { parser } from '../../src/reader/parser.js';
import type { Answer, Finding, Fix, Question, RuleEntries, Span, Step } from './protocol.js';

const linter = new Linter({ configType: 'flat' });

let trace: Trace;
const explain: Rule.RuleModule = {
  create: (context) => listenToTrace(context, (found) => (trace = found)),
};

const configOf = (rules: RuleEntries): Linter.Config => ({
  files: ['**/*'],
  plugins: { 'http-status': plugin, explain: { rules: { explain } } },
  languageOptions: { parser },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: { ...(rules as Linter.RulesRecord), 'explain/explain': 'error' },
});

/** Where the lines of a text begin. */
function lineStarts(code: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of code.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + end.length);
  return starts;
}

const toFix = ({ desc, fix }: Linter.LintSuggestion): Fix => ({
  title: desc,
  text: fix.text,
  from: fix.range[0],
  to: fix.range[1],
});

function spanOf(
  { line, column, endLine, endColumn }: Linter.LintMessage,
  starts: readonly number[],
  end: number,
): Span {
  const at = (row: number, place: number) => Math.min((starts[row - 1] ?? end) + place - 1, end);
  const from = at(line, column);
  return { from, to: endLine && endColumn ? at(endLine, endColumn) : from };
}

const toSteps = (message: Linter.LintMessage): readonly Step[] =>
  (pathTo(trace, message)?.steps ?? []).map((step) => ({
    line: step.line,
    column: step.column,
    words: stepWords(step),
  }));

/** What the rules say to a text, and which statuses its responses can have on each line. */
export function lint({ id, code, language, rules }: Question): Answer {
  trace = { responses: [] };
  const messages = linter.verify(code, [configOf(rules)], { filename: `example.${language}` });
  const broken = messages.find(({ fatal }) => fatal);
  if (broken) {
    const message = broken.message.replace(/^Parsing error: /, '').replace(/\.?$/, '.');
    return { id, findings: [], trace, broken: { line: broken.line, column: broken.column, message } };
  }
  const starts = lineStarts(code);
  const findings = messages.map((message): Finding => ({
    ...spanOf(message, starts, code.length),
    line: message.line,
    column: message.column,
    rule: message.ruleId ?? undefined,
    severity: message.severity === 2 ? 'error' : 'warning',
    message: message.message,
    fixes: (message.suggestions ?? []).map(toFix),
    steps: toSteps(message),
  }));
  return { id, findings, trace };
}
