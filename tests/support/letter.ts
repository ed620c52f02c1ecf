/** Settings under which test code is judged, too: most programs of the tests say what they mean in few words. */
export const byTheLetter = { 'http-status': { checkTests: true } };
