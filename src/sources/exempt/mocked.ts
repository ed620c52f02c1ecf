/** `vi.stubGlobal('fetch', …)`, `jest.spyOn(globalThis, 'fetch')`, `fetch.mockResponseOnce(…)`, `(fetch as Mock).mockResolvedValue(…)`. */
const mocks = /\b(stubGlobal|spyOn)\s*\(\s*([\w.]+\s*,\s*)?['"]fetch['"]|\bfetch\b[^\n;(){}]{0,80}\)?\.mock[A-Z]/;

/** `global.fetch = …` in a file that makes mocks. */
const replaces = /\b(global|globalThis|window|self)(\s+as\s+\w+\s*\))?\.fetch\s*=[^=]/;
const makesMocks = /\b(jest|vi|mock|sinon)\s*\.\s*(fn|stub)\b/;

/**
 * Whether a test puts another function in the place of the global `fetch`: what that answers, and whether an error can come
 * at all, is the test's own affair. The text is searched: it says so in few words, and comments are no harm.
 */
export const isMocked = (text: string): boolean => mocks.test(text) || (replaces.test(text) && makesMocks.test(text));
