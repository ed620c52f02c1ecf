import type { Source } from '../write/edit.js';
import { styleOf } from '../write/style.js';
import type { Subject } from './response-text.js';

/** `Request failed with status 404`, in the file's quotes; `reads` adds what the server says of it. */
export function messageOf(source: Source, { status, whole, words }: Subject, reads = false): string {
  const { templates } = styleOf(source);
  const text = withStatus(source, 'Request failed with status', status, reads ? whole : undefined);
  return words ? `${words} ${templates ? '??' : '||'} ${text}` : text;
}

/** Some words and the status behind them; `reads` is the response whose text comes after them. */
export function withStatus(source: Source, words: string, status: string, reads?: string): string {
  const { templates, quote, typed } = styleOf(source);
  const shown = typed && templates ? `String(${status})` : status;
  const said = reads ? `: \${await ${reads}.text()}` : '';
  return templates ? `\`${words} \${${shown}}${said}\`` : `${quote}${words} ${quote} + ${status}`;
}

export const errorOf = (source: Source, subject: Subject, reads = false): string =>
  `new Error${argumentsOf(source, messageOf(source, subject, reads))}`;

/** The arguments of a call in parentheses: `(id)`, or `( id )` where the file has it so. */
export function argumentsOf(source: Source, text: string): string {
  const pad = styleOf(source).paddedCalls ? ' ' : '';
  return `(${pad}${text}${pad})`;
}
