/** Names whose meaning every JavaScript developer shares, so that the analysis need not see their code. */

/** Caches of responses (Service Workers specification, section 5.4): `caches`, `cache`, `imageCache`. */
export const isCacheName = (name: string): boolean => /caches?$/i.test(name) || /^caches?[A-Z_]/.test(name);

/** Functions that look at the status themselves, by their name: `fetchOrThrow`, `checkedFetch`, `ensureSuccess`. */
export const isCheckingName = (name: string): boolean =>
  /OrThrow|OrFail|^(check|assert|ensure|validate|verify|expect)|(Checked|Validated|Ensure)/.test(name);

/** Functions that give the answer of a program's own server, or one that was kept: `next()`, `handler(request)`, `cache.match`. */
export const isPassingName = (name: string): boolean =>
  /^(next|match|clone|resolve|render|respond|dispatch|request)$|^handle|[hH]andler$|^(get|load|read)?(From)?Cache/.test(
    name,
  );

/** Objects whose methods write a log: what goes into them is not acted on. */
export const isLoggerObject = (name: string): boolean =>
  /^[_$]?(console|log|logger|debug)$/i.test(name) || /Logger$/.test(name);

/** Functions that write a log: `log`, `logEvent`; `logIn` and `logOut` are something else. */
export const isLoggerName = (name: string): boolean => /^(log|debug|warn|trace)$|^log(?!In\b|Out\b)[A-Z_]/.test(name);

/** Functions that give a component what it works with: `useFetch`. */
export const isHookName = (name: string): boolean => /^use[A-Z]/.test(name);

/** Calls after which the path does not go on: `object.method`. */
export const neverReturningMembers = new Set([
  ...['process.exit', 'process.abort', 'Deno.exit', 'Bun.exit'],
  ...['assert.fail', 'expect.fail', 't.fail', 'test.fail', 'chai.fail'],
]);

/** Functions that throw unless their first argument is true. */
export const assertingFunctions = new Set(['assert', 'invariant', 'assert.ok', 'assert.isTrue', 'assert.isOk']);

/** Imported functions that never return, by module. */
export const neverReturningImports: Readonly<Record<string, readonly string[]>> = {
  'next/navigation': ['notFound', 'redirect', 'permanentRedirect', 'forbidden', 'unauthorized'],
  '@sveltejs/kit': ['error', 'redirect'],
  process: ['exit', 'abort'],
  'node:process': ['exit', 'abort'],
};

/** Of these, functions with which a page goes on elsewhere: where the code before them has done its work. */
export const redirects = new Set(['redirect', 'permanentRedirect']);

/** Classes of errors: a body that goes into one is not taken for the answer. */
export const isErrorName = (name: string): boolean => /(Error|Exception)$/.test(name);

/** Functions and objects that assert: a body that goes into one is looked at as much as a status would be. */
export const assertionFunctions = new Set([
  'expect',
  'assert',
  'should',
  'strictEqual',
  'deepEqual',
  'deepStrictEqual',
]);
export const assertionObjects = new Set(['expect', 'assert', 'should', 'chai', 't', 'test', 'tap']);

/** Modules all of whose functions assert: `node:assert/strict`, `@std/assert`, `https://deno.land/std/assert/mod.ts`. */
export const isAssertionModule = (name: string): boolean => /(^|[/:])asserts?($|[/.@])/.test(name);

/** Assertions that run the function they are given: `assert.rejects`, `t.throwsAsync`, `expect(() => …)`, `expect.poll`. */
export const assertsEnd = (name: string): boolean =>
  /^(expect|poll|((assert)?(rejects|throws)|doesNot(reject|throw))(async)?)$/i.test(name);

/** Functions of packages that draw a page (html-to-image, modern-screenshot): they give the picture as a `data:` URL. */
export const localUrlFunctions = new Set([
  ...['toPng', 'toJpeg', 'toSvg'],
  ...['domToPng', 'domToJpeg', 'domToWebp', 'domToSvg', 'domToDataUrl'],
]);

/**
 * Methods that give an address which is no server's: of a file that is shipped with the program
 * (`chrome.runtime.getURL('data.json')`), of an object (`URL.createObjectURL(blob)`) or of a picture (`webcam.getScreenshot()`).
 */
export const localUrlMethods = new Set([
  'createObjectURL',
  'toDataURL',
  'getURL',
  'getScreenshot',
  ...localUrlFunctions,
]);
