/** Nothing could be linted, or not everything: one sentence for the user, and exit code 2. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The first sentence of somebody else's message, without a stack or advice for another tool. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.trim() ?? '';
}
