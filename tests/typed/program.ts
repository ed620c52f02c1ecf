// A project in which the rules find by types what they cannot find without, and the reverse.

/** Each function with what is to be found in it, as a comment behind the line. */
export const main = `import { assertOk, isFine, request, stop, Status } from 'checks';
import type { Api } from './api';
import * as missing from 'nowhere';
type Answer = { status: 200; body: string } | { status: 404; body: null } | { status: 503; body: null };
export async function followedByItsType(deps: { api: Api }) {
  const res = await deps.api.raw('/x'); // no-unchecked-response
  return res.json();
}
export async function checkedInItsBody(api: Api) {
  return (await api.checked('/x')).json();
}
export async function thePlatformsOwn(deps: { load: typeof fetch }) {
  const res = await deps.load('/x'); // no-unchecked-response
  return res.json();
}
export async function onlyDeclared() {
  return (await request('/x')).json();
}
export async function anotherFetch(fetch: (path: string) => Promise<{ ok: boolean; json(): Promise<number> }>) {
  const res = await fetch('/x');
  return res.json();
}
export async function nobodyKnowsIt() {
  return (await missing.request('/x')).json();
}
export async function maybe(deps?: { api: Api }) {
  return (await deps?.api.raw('/x'))?.json(); // no-unchecked-response
}
export async function asserted() {
  const res = await fetch('/x');
  assertOk(res);
  return res.json();
}
export async function guarded() {
  const res = await fetch('/x');
  if (!isFine(res)) return null;
  return res.json();
}
export async function guardedTheOtherWay() {
  const res = await fetch('/x');
  if (isFine(res)) return null;
  if (res.ok) return 1; // no-impossible-status
  return res.json();
}
export async function stopped() {
  const res = await fetch('/x');
  if (!res.ok) stop();
  if (res.status === 404) return null; // no-impossible-status
  return res.json();
}
export async function byItsValue() {
  const res = await fetch('/x');
  if (res.status === Status.OK) return res.json(); // no-200-only
  throw new Error(String(res.status));
}
export function leftOut(answer: Answer) {
  switch (answer.status) { // exhaustive-status
    case Status.OK:
      return answer.body;
    case 404:
      return null;
  }
}
export function readAtOnce(answer: Answer) {
  if (answer.status >= 500) throw new Error('later'); // no-unnarrowed-body
  return answer.body; // no-unnarrowed-body
}
`;

/** The project that it is in. */
export const files = {
  'main.ts': main,
  'api.ts': `export class Api {
  raw(path: string) {
    return fetch(path);
  }
  async checked(path: string) {
    const res = await fetch(path);
    if (!res.ok) throw new Error('HTTP ' + String(res.status));
    return res;
  }
}
`,
  'node_modules/checks/package.json': '{ "name": "checks", "version": "1.0.0", "types": "index.d.ts" }',
  'node_modules/checks/index.d.ts': `export declare function assertOk(res: Response): asserts res is Response & { ok: true };
export declare function isFine(res: Response): res is Response & { ok: true };
export declare function request(path: string): Promise<Response>;
export declare function stop(): never;
export declare enum Status { OK = 200 }
`,
};

/** The rule and the line of each finding. */
export const expected = main.split('\n').flatMap((line, i) => {
  const rule = / \/\/ ([\w-]+)$/.exec(line)?.[1];
  return rule ? [`${rule} ${i + 1}`] : [];
});

/** The same of what was found. */
export const placesOf = (found: readonly string[]): string[] => found.map((one) => one.replace(/:.*/s, ''));

export const tsconfig = JSON.stringify({
  compilerOptions: {
    ...{ strict: true, skipLibCheck: true, noEmit: true, target: 'es2022', module: 'esnext' },
    ...{ moduleResolution: 'bundler', lib: ['es2022', 'dom'], types: [] },
  },
});
