// By the letter: test code is judged like any other, and a report counts whatever an error costs there. The tests and the
// labels of the corpus say what is true, and ask nothing more.

/** Settings under which test code is judged, too. */
export const byTheLetter = { 'http-status': { checkTests: true } };

/**
 * The options under which a rule reports by the letter, beside those it is given.
 * @param {{ meta: { defaultOptions?: readonly unknown[] } }} rule
 * @param {readonly unknown[]} [options]
 * @returns {readonly unknown[]}
 */
export function optionsByTheLetter({ meta }, [given] = []) {
  const asksForHarm = meta.defaultOptions?.[0]?.consequence !== undefined;
  const options = { ...(asksForHarm ? { consequence: 'any' } : {}), ...given };
  return Object.keys(options).length > 0 ? [options] : [];
}
