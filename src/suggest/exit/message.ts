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
  const { templates, quote } = styleOf(source);
  const said = reads ? `: \${await ${reads}.text()}` : '';
  return templates
    ? `\`${words} ${inTemplate(source, status)}${said}\``
    : `${quote}${words} ${quote} + ${asText(source, status)}`;
}

/** `res.status`; in TypeScript that has no bare number in its templates, `String(res.status)`. */
export const asText = (source: Source, status: string): string =>
  styleOf(source).typed ? `String(${status})` : status;

export const inTemplate = (source: Source, status: string): string => `\${${asText(source, status)}}`;

export const errorOf = (source: Source, subject: Subject, reads = false): string =>
  `new Error${argumentsOf(source, messageOf(source, subject, reads))}`;

/** The arguments of a call in parentheses: `(id)`, or `( id )` where the file has it so. */
export function argumentsOf(source: Source, text: string): string {
  const pad = styleOf(source).paddedCalls ? ' ' : '';
  return `(${pad}${text}${pad})`;
}
