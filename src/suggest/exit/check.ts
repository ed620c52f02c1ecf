import type { Node } from '../../syntax/nodes.js';
import type { Source } from '../write/edit.js';
import type { Exit } from './exit.js';
import type { Subject } from './response-text.js';
import type { Written } from '../write/place.js';
import { columnsOf } from '../write/indent.js';
import { styleOf } from '../write/style.js';
import { closesBlock, endsWithSemicolon } from '../write/votes.js';

/** The semicolon of a new statement, as the one beside it has it. */
export function semicolonAt(source: Source, beside: Node | undefined): string {
  if (beside && /^(Expression|Return|Throw)Statement$|^VariableDeclaration$/.test(beside.type)) {
    // The last statement of `{ … }` on one line has none in either style.
    if (endsWithSemicolon(source, beside)) return ';';
    if (!closesBlock(source, beside)) return '';
  }
  return styleOf(source).semicolons ? ';' : '';
}

/** A condition in parentheses: `(!res.ok)`, or `(res.status >= 400)` of a client without `ok`. */
export function testOf(source: Source, subject: Subject): string {
  const { padded, spacedNot } = styleOf(source);
  const pad = padded ? ' ' : '';
  const failed = subject.ok ? `!${spacedNot ? ' ' : ''}${subject.ok}` : `${subject.status} >= 400`;
  return `(${pad}${failed}${pad})`;
}

/** The statements of an exit. */
export const linesOf =
  (source: Source, { lines }: Exit, semicolon: string): Written =>
  (indent, inLine) =>
    lines.map((line) => line + semicolon).join(inLine ? ' ' : styleOf(source).eol + indent);

/** One statement under an `if` or an `else`, with braces where the file has them. */
export function bodyOf(source: Source, exit: Exit, indent: string, semicolon: string, braced = false): string {
  const { eol, unit } = styleOf(source);
  const braces = braced || styleOf(source).braces || exit.lines.length > 1;
  const statement = linesOf(source, exit, semicolon)(indent + unit);
  return braces ? `{${eol}${indent}${unit}${statement}${eol}${indent}}` : statement;
}

/** The same on the line of the condition. */
function bodyInLine(source: Source, exit: Exit, semicolon: string): string {
  // Nothing but a semicolon ends `return {}` where more follows on the line.
  const ending = exit.lines.length > 1 || exit.lines[0]!.endsWith('}') ? ';' : semicolon;
  const statement = linesOf(source, exit, ending)('', true);
  return styleOf(source).braces || exit.lines.length > 1 ? `{ ${statement} }` : statement;
}

/** `if (!res.ok) throw …`; `asks` first whether there is a response at all. */
export const checkOf =
  (source: Source, subject: Subject, exit: Exit, semicolon: string, asks = false): Written =>
  (indent, inLine) => {
    const test = testOf(source, subject);
    const whole = asks && subject.whole ? test.replace(/[^( ]/, (first) => `${subject.whole} && ${first}`) : test;
    if (inLine) return `if ${whole} ${bodyInLine(source, exit, semicolon)}`;
    const { width } = styleOf(source);
    const short = `if ${whole} ${bodyOf(source, exit, indent, semicolon)}`;
    const fits = short.includes('\n') || columnsOf(indent) + short.length <= width;
    return fits ? short : `if ${whole} ${bodyOf(source, exit, indent, semicolon, true)}`;
  };
