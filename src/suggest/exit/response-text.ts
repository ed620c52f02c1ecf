import type { ResponseReport } from '../../analysis/index.js';

/** How the code at some place reaches a response: as `res`, or as the names it was taken apart into. */
export interface Subject {
  readonly whole?: string;
  /** Empty where its client has no such member. */
  readonly ok: string;
  readonly status: string;
  /** The body has been read by now, and cannot be read again. */
  readonly isRead?: boolean;
  /** What the server says in the body that was read: `data.error`. */
  readonly words?: string | undefined;
  readonly response: ResponseReport;
}

export function subjectOf(text: string, response: ResponseReport): Subject {
  const { ok, status, called } = response.client.members;
  const member = (name: string) => `${text}.${name}${called?.has(name) ? '()' : ''}`;
  return { whole: text, ok: ok === undefined ? '' : member(ok), status: member(status), response };
}

/** Whether `await res.text()` gives the body: not where it is parsed already, or has these methods itself. */
export const readsText = ({ client: { members } }: ResponseReport): boolean =>
  members.readers.has('text') && !members.isParsed && !members.areOnBody;
