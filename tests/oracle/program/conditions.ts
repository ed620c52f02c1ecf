/** Conditions on a status as programs write them; `r` stands for the response, `?` for a member access. */
export interface StatusTest {
  readonly text: (response: string, access: '.' | '?.') => string;
  readonly holds: (status: number) => boolean;
}

const test = (pattern: string, holds: (status: number) => boolean): StatusTest => ({
  text: (response, access) => pattern.replaceAll('r.', response + access),
  holds,
});

const ok = (status: number) => status >= 200 && status <= 299;

export const statusTests: readonly StatusTest[] = [
  test('r.ok', ok),
  test('!r.ok', (s) => !ok(s)),
  test('r.status === 404', (s) => s === 404),
  test('r.status !== 200', (s) => s !== 200),
  test('r.status >= 500', (s) => s >= 500),
  test('r.status < 400', (s) => s < 400),
  test('r.status >= 400 && r.status < 500', (s) => s >= 400 && s < 500),
  test('Math.floor(r.status / 100) === 4', (s) => Math.floor(s / 100) === 4),
  test('(r.status / 100 | 0) === 2', ok),
  test('[200, 404].includes(r.status)', (s) => s === 200 || s === 404),
  test("String(r.status).startsWith('5')", (s) => String(s).startsWith('5')),
  test('/^4/.test(`${r.status}`)', (s) => String(s).startsWith('4')),
  test('r.ok === false', (s) => !ok(s)),
  test('200 === r.status', (s) => s === 200),
  test('!(r.status === 401 || r.status === 404)', (s) => s !== 401 && s !== 404),
];

/** What `switch (r.status)` distinguishes. */
export const switchCases = [200, 404, 401, 500];

/** One status of each region that any of the programs can tell apart, and the edges of the groups. */
export const statuses: readonly number[] = [
  ...[200, 404, 500, 401, 299, 300, 204, 304, 100, 199, 201, 302, 399, 400, 429, 499, 503, 599, 600, 999, 0],
];

/** One status for each way in which the conditions of one program can turn out. */
export function representatives(holds: readonly ((status: number) => boolean)[]): readonly number[] {
  const found = new Map<string, number>();
  for (const status of statuses) {
    const outcome = holds.map((holdsFor) => (holdsFor(status) ? 1 : 0)).join('');
    if (!found.has(outcome)) found.set(outcome, status);
  }
  return [...found.values()];
}
