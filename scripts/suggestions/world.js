// A world to run a piece of a program in without the rest of it: every name it does not declare stands for an object that
// can be called, built, read and iterated, and that writes down what is done with it.

/** More steps than any of these programs takes; a loop that waits for something would never end. */
const mostSteps = 3000;

const realNames = [
  ...['Promise', 'Object', 'Array', 'JSON', 'Map', 'Set', 'WeakMap', 'Symbol', 'Number', 'String', 'Boolean', 'RegExp'],
  ...['Error', 'TypeError', 'RangeError', 'isNaN', 'parseInt', 'parseFloat', 'BigInt'],
  ...[
    'undefined',
    'NaN',
    'Infinity',
    'Uint8Array',
    'Float32Array',
    'ArrayBuffer',
    'encodeURIComponent',
    'decodeURIComponent',
  ],
];

export class World {
  trace = [];
  /** Whether somebody asked for the status of a response. */
  looked = false;
  #steps = 0;
  #mocks = new WeakMap();

  /** @param {number} status @param {RegExp} requests names of functions that give a response */
  constructor(status, requests) {
    this.status = status;
    this.requests = requests;
  }

  note(text) {
    this.step();
    this.trace.push(text);
  }

  step() {
    if (++this.#steps > mostSteps) throw new Error('This program takes too many steps.');
  }

  describe(value, depth = 0) {
    if (value instanceof StubResponse) return 'response';
    if (typeof value === 'function') return this.#mocks.get(value) ?? 'function';
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    if (typeof value === 'string') return JSON.stringify(value);
    if (value === null || typeof value !== 'object') return String(value);
    if (value instanceof Promise) return 'promise';
    if (depth > 2) return '…';
    if (Array.isArray(value)) return `[${value.map((item) => this.describe(item, depth + 1)).join()}]`;
    return `{${Object.entries(value).map(([key, item]) => `${key}:${this.describe(item, depth + 1)}`)}}`;
  }

  /** An object that can be anything. */
  mock(path) {
    const own = new Map();
    const mock = new Proxy(class {}, {
      get: (_, key) => {
        this.step();
        if (own.has(key)) return own.get(key);
        if (key === Symbol.toPrimitive) return (hint) => (hint === 'number' ? 1 : path);
        if (key === Symbol.iterator) return () => [this.mock(`${path}[]`)].values();
        if (key === Symbol.asyncIterator) return undefined;
        if (key === 'then' || typeof key === 'symbol') return undefined;
        own.set(key, this.mock(path.length > 200 ? '…' : `${path}.${key}`));
        return own.get(key);
      },
      set: (_, key, value) => {
        this.note(`${path}.${String(key)} = ${this.describe(value)}`);
        own.set(key, value);
        return true;
      },
      deleteProperty: (_, key) => {
        this.note(`delete ${path}.${String(key)}`);
        return true;
      },
      getPrototypeOf: () => Function.prototype,
      apply: (_, self, args) => this.call(path, args),
      construct: (_, args) => {
        this.note(`new ${path}(${args.map((arg) => this.describe(arg))})`);
        return this.mock(`new ${path}`);
      },
    });
    this.#mocks.set(mock, path);
    return mock;
  }

  call(path, args) {
    const described = args.map((arg) => this.describe(arg)).join();
    // `call(fetch, url)` is how redux-saga asks for a request.
    const effect = path === 'call' && this.requests.test(this.#mocks.get(args[0]) ?? '');
    if (effect || this.requests.test(path)) {
      this.note(`request ${path}`);
      return Promise.resolve(new StubResponse(this));
    }
    this.note(`${path.length > 200 ? '…' : path}(${described})`);
    // A function that is passed is taken to be called, there and then: `retry(() => fetch(url))`, `list.map(…)`.
    const callback = args.find((arg) => typeof arg === 'function' && !this.#mocks.has(arg));
    if (!callback) return this.mock(`${path}()`);
    const result = callback(this.mock(`${path}#1`), this.mock(`${path}#2`));
    return path.endsWith('.map') ? [result] : result;
  }

  response() {
    return new StubResponse(this);
  }

  /** What stands for the scopes around the piece of a program. */
  scope(own = {}) {
    const names = new Map(Object.entries(own));
    for (const name of realNames) names.set(name, globalThis[name]);
    return new Proxy(
      {},
      {
        has: (_, key) => typeof key === 'string',
        get: (_, key) => {
          if (typeof key === 'symbol') return undefined;
          if (!names.has(key)) names.set(key, this.mock(key));
          return names.get(key);
        },
        set: (_, key, value) => {
          this.note(`${key} = ${this.describe(value)}`);
          names.set(key, value);
          return true;
        },
      },
    );
  }
}

/** A response with any status at all, which the platform's constructor refuses to make. */
class StubResponse {
  #world;
  #isRead = false;

  constructor(world) {
    this.#world = world;
    this.statusText = '';
    this.url = 'https://example.com/';
    this.headers = world.mock('headers');
    for (const reader of ['json', 'text', 'blob', 'arrayBuffer', 'formData', 'bytes']) {
      this[reader] = async () => {
        if (this.#isRead) throw new TypeError('The body was read before.');
        this.#isRead = true;
        world.note(`read ${reader}`);
        return world.mock(reader);
      };
    }
  }

  get status() {
    this.#world.looked = true;
    return this.#world.status;
  }

  get ok() {
    return this.status >= 200 && this.status <= 299;
  }

  get body() {
    this.#world.note('read body');
    return this.#world.mock('body');
  }

  clone() {
    return new StubResponse(this.#world);
  }
}
