import type { ResponseReport } from '../../analysis/index.js';

/** How the code at some place reaches a response: as `res`, or as the names it was taken apart into. */
export interface Subject {
  readonly whole?: string;
  readonly ok: string;
  readonly status: string;
  /** The body has been read by now, and cannot be read again. */
  readonly isRead?: boolean;
  /** What the server says in the body that was read: `data.error`. */
  readonly words?: string | undefined;
  readonly response: ResponseReport;
}

export function subjectOf(text: string, response: ResponseReport): Subject {
  const { ok, status } = response.client.members;
  return { whole: text, ok: `${text}.${ok}`, status: `${text}.${status}`, response };
}
