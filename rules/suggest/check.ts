import type { Node } from '../../src/analysis/syntax.js';
import type { Source } from './edit.js';
import type { Exit, Subject } from './exit.js';
import type { Written } from './place.js';
import { endsWithSemicolon, styleOf } from './style.js';

/** The semicolon of a new statement, as the one beside it has it. */
export function semicolonAt(source: Source, beside: Node | undefined): string {
  if (beside && /^(Expression|Return|Throw)Statement$|^VariableDeclaration$/.test(beside.type)) {
    return endsWithSemicolon(source, beside) ? ';' : '';
  }
  return styleOf(source).semicolons ? ';' : '';
}

/** A condition in parentheses: `(!res.ok)`. */
export function testOf(source: Source, subject: Subject): string {
  const { padded, spacedNot } = styleOf(source);
  const pad = padded ? ' ' : '';
  return `(${pad}!${spacedNot ? ' ' : ''}${subject.ok}${pad})`;
}

/** One statement under an `if` or an `else`, with braces where the file has them. */
export function bodyOf(source: Source, exit: Exit, indent: string, semicolon: string, braced = false): string {
  const { eol, unit } = styleOf(source);
  const braces = braced || styleOf(source).braces;
  const statement = exit.text + semicolon;
  return braces ? `{${eol}${indent}${unit}${statement}${eol}${indent}}` : statement;
}

/** `if (!res.ok) throw …`. */
export const checkOf =
  (source: Source, subject: Subject, exit: Exit, semicolon: string): Written =>
  (indent) =>
    `if ${testOf(source, subject)} ${bodyOf(source, exit, indent, semicolon)}`;
