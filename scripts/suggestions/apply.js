// Applies one suggestion to a file and compares what the rules say before and after.
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { byTheLetter } from '../letter.js';

const isTypescript = (file) => /\.[cm]?tsx?$/.test(file);

/** The ways to read a file, the likeliest first: the extension does not say what a `.js` file is. */
function languagesOf(file) {
  if (isTypescript(file)) {
    const ecmaFeatures = { jsx: file.endsWith('x') };
    return [{ parser: typescriptParser, parserOptions: { ecmaFeatures }, sourceType: 'module' }];
  }
  const sourceTypes = file.endsWith('.cjs') ? ['commonjs', 'script'] : ['module', 'commonjs', 'script'];
  return sourceTypes.map((sourceType) => ({ parserOptions: { ecmaFeatures: { jsx: true } }, sourceType }));
}

/**
 * A function that lints versions of one file, always read in the same way.
 * @param {object} plugin
 * @param {Record<string, unknown>} rules names with the namespace
 */
export function linterFor(plugin, rules, file, code) {
  const linter = new Linter();
  const verify = (text, languageOptions) =>
    linter.verify(
      text,
      [{ files: ['**/*.*'], plugins: { 'http-status': plugin }, settings: byTheLetter, languageOptions, rules }],
      {
        filename: file,
        allowInlineConfig: false,
      },
    );
  const language = languagesOf(file).find((candidate) => !verify(code, candidate).some(({ fatal }) => fatal));
  return language && ((text) => verify(text, language));
}

export const applyFix = (code, { range, text }) => code.slice(0, range[0]) + text + code.slice(range[1]);

const offsetOf = (code) => {
  const starts = [0];
  for (const match of code.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return ({ line, column }) => starts[line - 1] + column - 1;
};

/** Reports as `rule@offset`, with offsets of the text before the change; those within the change have no offset. */
function positions(messages, code, fix, isAfter) {
  const at = offsetOf(code);
  const delta = fix.text.length - (fix.range[1] - fix.range[0]);
  const end = isAfter ? fix.range[1] + delta : fix.range[1];
  return messages.map((message) => {
    const offset = at(message);
    if (offset < fix.range[0]) return `${message.ruleId}@${offset}`;
    if (offset >= end) return `${message.ruleId}@${isAfter ? offset - delta : offset}`;
    return `${message.ruleId}@change`;
  });
}

function without(list, items) {
  const rest = [...list];
  for (const item of items) {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
  }
  return rest;
}

/** The first three properties of a suggestion: it parses, the report is gone, and no other has come. */
export function examine(lint, code, messages, message, suggestion) {
  const after = applyFix(code, suggestion.fix);
  const left = lint(after);
  const error = left.find(({ fatal }) => fatal);
  if (error) return { after, parses: false, error: error.message, gone: false, added: [] };
  const old = positions(messages, code, suggestion.fix, false);
  const [target] = positions([message], code, suggestion.fix, false);
  const now = positions(left, after, suggestion.fix, true);
  const count = (list) => list.filter((position) => position === target).length;
  const gone = count(now) < count(old);
  return { after, parses: true, gone, added: without(now, gone ? without(old, [target]) : old) };
}
