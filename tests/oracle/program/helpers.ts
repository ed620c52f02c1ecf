import { hidden, wrapped } from './writer.js';

/** Functions that programs call, each with what it calls itself; written at the end of the file. */
interface Helper {
  readonly text: string;
  readonly needs?: readonly string[];
}

const p = wrapped('i', 'p');
const mark = (...names: string[]) => hidden(`m(${['LINE', ...names].join()});`);

/** `LINE` stands for the number of its line, so that the statement is marked like those of the program itself. */
export const helpers: Readonly<Record<string, Helper>> = {
  fail: { text: `function fail() {\n${mark()}throw new Error('failed');\n}` },
  check: { text: `function check(p) {\n${mark('p')}if (!${p}.ok) {\n${mark('p')}throw new Error('bad');\n}\n}` },
  checkDeep: { text: `function checkDeep(p) {\n${mark('p')}check(p);\n${mark('p')}act();\n}`, needs: ['check'] },
  checked: {
    text: `const checked = (p) => {\n${mark('p')}if (!${p}.ok) {\n${mark('p')}fail();\n}\n${mark('p')}return p;\n};`,
    needs: ['fail'],
  },
  refuse404: {
    text: `function refuse404(p) {\n${mark('p')}if (${p}.status === 404) {\n${mark('p')}fail();\n}\n}`,
    needs: ['fail'],
  },
  isOk: { text: `function isOk(p) {\n${mark('p')}return ${p}.ok;\n}` },
  is404: { text: `const is404 = (p) => ${p}.status === 404;` },
  isBad: { text: `function isBad(status) {\n${mark()}return status >= 400;\n}` },
  isKnown: {
    text: `function isKnown(p) {\n${mark('p')}if (${p}.ok) {\n${mark('p')}return true;\n}\n${mark('p')}return ${p}.status === 404;\n}`,
  },
  read: { text: `async function read(p) {\n${mark('p')}return await ${wrapped('n', 'p')}.json();\n}` },
  readOk: {
    text: `async function readOk(p) {\n${mark('p')}if (!${p}.ok) {\n${mark('p')}return null;\n}\n${mark('p')}return p.json();\n}`,
  },
  toJson: { text: `const toJson = (p) => ${wrapped('n', 'p')}.json();` },
  get: { text: `async function get(url) {\n${mark()}const q = await fetch(url);\n${mark('q')}return q;\n}` },
  getOk: {
    text: `async function getOk(url) {\n${mark()}const q = await fetch(url);\n${mark('q')}if (!${wrapped('i', 'q')}.ok) {\n${mark('q')}throw new Error('bad');\n}\n${mark('q')}return q;\n}`,
  },
  retry: {
    text: `async function retry(url, n) {\n${mark()}const q = await fetch(url);\n${mark('q')}if (${wrapped('i', 'q')}.ok || n === 0) {\n${mark('q')}return q;\n}\n${mark('q')}return retry(url, n - 1);\n}`,
  },
  checkFields: {
    text: `function checkFields({ ok, status }${hidden(', p = i(arguments[0])')}) {\n${mark()}if (!ok) {\n${mark()}throw new Error(status);\n}\n}`,
  },
  checkLimit: {
    text: `function checkLimit(p, limit = 400) {\n${mark('p')}if (${p}.status >= limit) {\n${mark('p')}throw new Error('bad');\n}\n}`,
  },
  ensure: {
    text: `const ensure = async (p) => {\n${mark('p')}if (!${p}.ok) {\n${mark('p')}throw new Error('bad');\n}\n${mark('p')}return p;\n};`,
  },
  ensureDeep: {
    text: `async function ensureDeep(p) {\n${mark('p')}const q = await ensure(p);\n${mark('p', 'q')}return q;\n}`,
    needs: ['ensure'],
  },
  getDeep: {
    text: `async function getDeep(url) {\n${mark()}const q = await get(url);\n${mark('q')}refuse404(q);\n${mark('q')}return q;\n}`,
    needs: ['get', 'refuse404'],
  },
  api: { text: `const api = {\nload(url) {\n${mark()}return fetch(url);\n},\n};` },
};

/** The helpers a program asks for, with those that they call. */
export function withNeeds(names: Iterable<string>): readonly string[] {
  const all = new Set<string>();
  const queue = [...names];
  for (const name of queue) {
    if (all.has(name)) continue;
    all.add(name);
    queue.push(...(helpers[name]!.needs ?? []));
  }
  return [...all];
}
