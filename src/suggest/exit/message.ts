import type { Source } from '../write/edit.js';
import { styleOf } from '../write/style.js';
import type { Subject } from './response-text.js';

/** `Request failed with status 404`, in the file's quotes; `reads` adds what the server says of it. */
export function messageOf(source: Source, subject: Subject, reads = false): string {
  const { templates, quote, typed } = styleOf(source);
  const { status, whole, words } = subject;
  const shown = typed && templates ? `String(${status})` : status;
  const said = reads && whole ? `: \${await ${whole}.text()}` : '';
  const text = templates
    ? `\`Request failed with status \${${shown}}${said}\``
    : `${quote}Request failed with status ${quote} + ${status}`;
  return words ? `${words} ${templates ? '??' : '||'} ${text}` : text;
}

export const errorOf = (source: Source, subject: Subject, reads = false): string =>
  `new Error${argumentsOf(source, messageOf(source, subject, reads))}`;

/** The arguments of a call in parentheses: `(id)`, or `( id )` where the file has it so. */
export function argumentsOf(source: Source, text: string): string {
  const pad = styleOf(source).paddedCalls ? ' ' : '';
  return `(${pad}${text}${pad})`;
}
