// Functions that grow in one direction. Each is one that a walk over syntax can be quadratic or worse in.
const times = (n, text, separator = '\n') => Array.from({ length: n }, (_, i) => text(i)).join(separator);
const status = (i) => 400 + (i % 100);
const fn = (body) => `async function f() { ${body} }`;
const one = (body) => fn(`const r = await fetch(u); ${body} return r.json();`);

/** @type {Record<string, { size: number, code: (n: number) => string }>} size: the smaller of the two that are measured */
export const shapes = {
  branches: { size: 100, code: (n) => one(times(n, (i) => `if (r.status === ${status(i)} && x) h(${i});`)) },
  'responses, each with an early return': {
    size: 60,
    code: (n) =>
      fn(times(n, (i) => `const r${i} = await fetch(u); if (!r${i}.ok) return null; use(await r${i}.json());`)),
  },
  'responses in one try': {
    size: 60,
    code: (n) =>
      fn(
        `try { ${times(n, (i) => `const r${i} = await fetch(u); if (!r${i}.ok) throw e; use(await r${i}.json());`)} } catch (e) { g(e); }`,
      ),
  },
  'responses in Promise.all': {
    size: 60,
    code: (n) =>
      fn(`const [${times(n, (i) => `r${i}`, ', ')}] = await Promise.all([${times(n, () => 'fetch(u)', ', ')}]);
        ${times(n, (i) => `if (!r${i}.ok) throw e; use(await r${i}.json());`)}`),
  },
  'reports with suggestions': {
    size: 40,
    code: (n) => times(n, (i) => `async function f${i}() { const r = await fetch(u); return r.json(); }`),
  },
  'reassigned responses': {
    size: 60,
    code: (n) =>
      fn(
        `let r = await fetch(u); ${times(n, (i) => `if (r.status === ${status(i)}) r = await fetch(u);`)} if (!r.ok) throw e; return r.json();`,
      ),
  },
  flags: {
    size: 40,
    code: (n) =>
      fn(
        times(
          n,
          (i) =>
            `let k${i} = false; const r${i} = await fetch(u); if (r${i}.ok) k${i} = true; if (!k${i}) throw e; use(await r${i}.json());`,
        ),
      ),
  },
  'conditions on one flag': {
    size: 60,
    code: (n) =>
      fn(
        times(n, (i) => `const r${i} = await fetch(u); if (on && !r${i}.ok) throw e; if (on) use(await r${i}.json());`),
      ).replace('f()', 'f(on)'),
  },
  'conditions that go together, two by two': {
    size: 60,
    code: (n) =>
      fn(
        `let d; ${times(n, (i) => `const r${i} = await fetch(u); if (o.k${i}) d = await r${i}.json(); if (o.k${i} && !r${i}.ok) throw e;`)}`,
      ).replace('f()', 'f(o)'),
  },
  'conditions that tell who was given one response': {
    size: 60,
    code: (n) =>
      fn(
        `const r = await fetch(u); ${times(n, (i) => `if (o.k${i}) give(r, ${i});`)} ${times(n, (i) => `if (o.k${i} && !r.ok) throw e;`)} return r.json();`,
      ).replace('f()', 'f(o)'),
  },
  'responses, each with a failure returned': {
    size: 60,
    code: (n) =>
      fn(
        times(n, (i) => `const r${i} = await fetch(u); if (!r${i}.ok) return { ok: false }; use(await r${i}.json());`),
      ),
  },
  'nested ifs': {
    size: 30,
    code: (n) => one(`${times(n, () => 'if (x && r.ok) {')} use(await r.json()); ${'}'.repeat(n)}`),
  },
  'nested loops': {
    size: 12,
    code: (n) =>
      fn(
        `let r; ${times(n, () => 'for (const x of y) {')} r = await fetch(u); if (r.ok) use(await r.json()); ${'}'.repeat(n)}`,
      ),
  },
  'nested loops that retry': {
    size: 3,
    code: (n) =>
      fn(
        `let r; ${times(n, () => 'for (;;) { r = await fetch(u); if (r.ok) break;')} ${'}'.repeat(n)} return r.json();`,
      ),
  },
  'nested try and finally': {
    size: 20,
    code: (n) =>
      one(`${times(n, () => 'try {')} if (r.status === 404) return null; ${times(n, () => '} finally { g(x); }')}`),
  },
  'try and finally in a row': {
    size: 40,
    code: (n) =>
      fn(
        times(
          n,
          (i) =>
            `try { const r${i} = await fetch(u); if (!r${i}.ok) return null; use(await r${i}.json()); } finally { g(x); }`,
        ),
      ),
  },
  'nested callbacks': {
    size: 20,
    code: (n) => `${times(n, () => 'fetch(u).then((r) => { if (!r.ok) throw e;')} ${'});'.repeat(n)}`,
  },
  'links of a chain': {
    size: 60,
    code: (n) => `fetch(u)${'.then((r) => { if (x) throw e; return r; })'.repeat(n)}.then((r) => r.json());`,
  },
  'helpers that check': {
    size: 40,
    code: (
      n,
    ) => `${times(n, (i) => `function c${i}(r) { if (r.status === ${status(i)}) throw e; return ${i ? `c${i - 1}(r)` : 'r'}; }`)}
      ${fn(`const r = await fetch(u); return c${n - 1}(r).json();`)}`,
  },
  'wrappers of wrappers': {
    size: 40,
    code: (n) => `${times(n, (i) => `async function c${i}(u) { return ${i ? `c${i - 1}(u)` : 'fetch(u)'}; }`)}
      ${fn(`const r = await c${n - 1}(u); return r.json();`)}`,
  },
  'wrappers called twice each': {
    size: 30,
    code: (
      n,
    ) => `${times(n, (i) => `async function c${i}(u) { if (x) return ${i ? `c${i - 1}(u)` : 'fetch(u)'}; return ${i ? `c${i - 1}(u)` : 'fetch(u)'}; }`)}
      ${fn(`const r = await c${n - 1}(u); return r.json();`)}`,
  },
  'closures called twice each': {
    size: 20,
    code: (n) =>
      one(
        `${times(n, (i) => `const c${i} = () => { if (r.status === ${status(i)}) throw e; ${i ? `c${i - 1}(); c${i - 1}();` : ''} };`)} c${n - 1}();`,
      ),
  },
  'one helper for many responses': {
    size: 60,
    code: (n) =>
      `function check(r) { if (!r.ok) throw e; } ${fn(times(n, (i) => `const r${i} = await fetch(u); check(r${i}); use(await r${i}.json());`))}`,
  },
  'callers of many requests': {
    size: 40,
    code: (n) =>
      `async function load(u) { ${times(n, (i) => `const r${i} = await fetch(u); if (!r${i}.ok) throw e;`)} } ${times(n, () => "load('data:,');")} load(x);`,
  },
  'callers of a wrapper': {
    size: 40,
    code: (n) =>
      `const api = (u) => fetch(u); ${times(n, (i) => `async function f${i}() { const r = await api(u); if (!r.ok) throw e; return r.json(); }`)}`,
  },
  'parts of a condition': {
    size: 60,
    code: (n) => one(`const k = ${times(n, (i) => `r.status === ${status(i)}`, ' || ')}; if (k || !r.ok) throw e;`),
  },
  'nested conditions': {
    size: 3,
    code: (n) =>
      one(`const k = ${times(n, (i) => `r.status === (a${i} || `, '')} b ${')'.repeat(n)}; if (!r.ok) throw e;`),
  },
  'chained conditional operators': {
    size: 60,
    code: (n) =>
      one(`const k = ${times(n, (i) => `r.status === ${status(i)} ? g(${i}) :`, ' ')} 0; if (!r.ok) throw e;`),
  },
  'cases of a switch': {
    size: 60,
    code: (n) => one(`switch (r.status) { ${times(n, (i) => `case ${status(i)}: g(${i}); break;`)} default: }`),
  },
  'other statements': { size: 200, code: (n) => one(times(n, (i) => `foo(a, b, c); const v${i} = g(${i});`)) },
  'names of the request function in one line': {
    size: 1000,
    code: (n) => `// ${times(n, () => 'fetch', ' ')}\n${one('')}`,
  },
};
