// Takes the place of Vitest: the tests of all files in one list, to be run again and again in one process.
import { format } from 'node:util';

export { expect } from 'vitest';

/** @type {Map<string, () => unknown>} */
export const tests = new Map();

const around = [];

export function describe(name, body) {
  around.push(name);
  body();
  around.pop();
}

export function it(name, options, body = options) {
  const full = [...around, name].join(' ');
  let id = full;
  for (let i = 2; tests.has(id); i++) id = `${full} (${i})`;
  tests.set(id, body);
}

const each = (one) => (list) => (name, body) => {
  for (const item of list) {
    const args = Array.isArray(item) ? item : [item];
    one(format(name, ...args), () => body(...args));
  }
};

describe.each = each(describe);
it.each = each(it);

/** Empty before each test: what one test made the analysis remember is no matter of the next. */
globalThis.ForgetfulWeakMap = class {
  static all = [];
  #map = new WeakMap();

  constructor() {
    ForgetfulWeakMap.all.push(this);
  }

  static forget() {
    for (const one of this.all) one.#map = new WeakMap();
  }

  get(key) {
    return this.#map.get(key);
  }

  set(key, value) {
    this.#map.set(key, value);
    return this;
  }
};
