/** Settings under which test code is judged, too: most programs of the tests say what they mean in few words. */
export const byTheLetter = { 'http-status': { checkTests: true } };

/** Whether a rule can be asked to report what does no harm, too. */
const asksForHarm = (schema: unknown): boolean => JSON.stringify(schema ?? []).includes('"consequence"');

/** The options under which a rule reports by the letter, whatever an error costs. */
export const optionsByTheLetter = (
  { meta }: { readonly meta: { readonly schema?: unknown } },
  [given]: readonly unknown[] = [],
): readonly unknown[] => {
  if (!asksForHarm(meta.schema)) return given ? [given] : [];
  return [{ consequence: 'any', ...(given as object | undefined) }];
};
