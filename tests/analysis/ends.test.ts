import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import { Budget, BudgetError } from '../../src/analysis/flow/budget.js';
import { visit } from '../../src/syntax/visit.js';
import { parse } from '../oracle/parse.js';

/** Values that grow with every turn of a loop, in every way that a program can make them grow. */
const growing: Readonly<Record<string, string>> = {
  'a list in itself': 'let o; while (c()) o = [o];',
  'a list in itself, twice': 'let o = []; while (c()) o = [o, o];',
  'a list and the rest of it': 'let o = []; while (c()) o = [r, ...o];',
  'a list of lists by a method': 'let l = [r]; while (c()) l = l.map((x) => [x]);',
  'a list pushed onto itself': 'const l = []; while (c()) l.push(l);',
  'a list that is put together': 'let l = [r]; while (c()) l = [l].concat(l);',
  'pages that are kept': 'let acc; do { acc = { page: await r.json(), acc }; } while (acc.page.next);',
  'errors that are chained':
    'let e; for (;;) { try { if (r.ok) break; e = { r, e }; } catch (x) { e = { x, previous: e }; } }',
  'a query that is built': 'let q; for (const k of ks) q = q ? { and: [q, k] } : k;',
  'a spread of itself': 'let b = { r }; while (c()) b = { ...b, b };',
  history: 'let s = { n: 0, history: [] }; for (const u of us) s = { n: 1, history: [...s.history, s] };',
  'two that take turns': 'let a = r, b; while (c()) [a, b] = [b, [a]];',
  'three that take turns': 'let a = r, b, d; while (c()) { [a, b, d] = [{ b }, [d], { a, r }]; }',
  'many fields': `let t = { r }; while (c()) t = { ${'abcdefgh'.replace(/./g, '$&: t,')} };`,
  'promises of promises': 'let p = r; while (c()) p = Promise.all([p]);',
  'promises of outcomes': 'let p = fetch(u); while (c()) p = Promise.allSettled([p]);',
  'promises that are raced': 'let p = fetch(u); while (c()) p = Promise.race([[p], p]);',
  'promises that are made': 'let p = r; while (c()) { const q = p; p = new Promise((resolve) => resolve([q])); }',
  chains: 'let p = fetch(u); while (c()) p = p.then((x) => [x]);',
  'a number': 'let n = r.status; while (c()) n = n + 1; if (n > 500) go();',
  'a text': 'let s = String(r.status); while (s) s = s.slice(1);',
  'a text that is added to': 'let s = `${r.status}`; while (c()) s = s + s; if (s === "404") go();',
  'a flag': 'let good = r.ok; while (c()) good = good && !good || r.status > 400;',
  'a closure': 'let f = () => r; while (c()) { const g = f; f = () => [g()]; } f();',
  'a callback':
    'let x = r; list.forEach((y) => { x = [x, y]; }); list.map((y) => list.map((z) => { x = { x, y, z }; }));',
  recursion: 'const walk = (x) => (c() ? walk([x]) : x); walk(r);',
  'recursion with a list':
    'const next = async (all) => { const q = await fetch(u); return q.ok ? next([...all, q]) : all; }; await next([]);',
  'a helper': 'const wrap = (x) => ({ x }); let x = r; while (c()) x = wrap(x);',
  'a helper that gives both': 'const both = (x, y) => [x, { y }]; let x = r; while (c()) x = both(x, both(r, x));',
  'a generator': 'function* all(x) { while (c()) { x = [x]; yield x; } } for (const y of all(r)) go(y);',
  'labelled loops':
    'let x; outer: while (c()) { for (;;) { x = { x }; if (c()) continue outer; x = [x, r]; if (c()) break; } }',
  'loops in loops': 'let x = r; while (a()) { x = [x]; while (b()) { x = { x }; while (c()) { x = [x, x]; } } }',
  'what is left of a list': 'let x = [r, [r]]; while (c()) { const [y, ...z] = x; x = [z, y]; }',
  arguments: 'const more = (...all) => (c() ? more(all, all) : all); more(r);',
  'nine responses in one variable': `let x; while (c()) { ${Array.from('123456789', (n) => `if (c()) x = await fetch(${n});`).join(' ')} } x.json();`,
};

/** The steps of the analysis for each node of the program. */
function stepsPerNode(code: string): number {
  const source = parse(code);
  let nodes = 0;
  visit(source.ast as never, source.visitorKeys, () => nodes++);
  return analyse(source).effort.steps / nodes;
}

/** Doubling what is assigned one after another doubles the work: no value doubles with it. */
const doubled: Readonly<Record<string, (n: number) => string>> = {
  lists: (n) => `let x = [r]; ${'x = [x, x];'.repeat(n)}`,
  records: (n) => `let x = { r }; ${'x = { a: x, b: x, c: x };'.repeat(n)}`,
  statuses: (n) => `let n = r.status; ${'n = n + n;'.repeat(n)} if (n === 800) go();`,
  texts: (n) => `let s = \`\${r.status}\`; ${'s = s + s;'.repeat(n)} if (s === '404') go();`,
};

const program = (body: string) => `async function f(u, us, ks) { const r = await fetch(u); ${body} }`;

describe('the walk comes to an end', () => {
  it.each(Object.entries(growing))('where a loop makes a value grow: %s', (_, body) => {
    expect(stepsPerNode(program(body))).toBeLessThan(80);
  });

  it.each(Object.entries(doubled))('where every line doubles a value: %s', (_, body) => {
    expect(stepsPerNode(program(body(40)))).toBeLessThan(4);
    expect(stepsPerNode(program(body(160)))).toBeLessThan(4);
  });
});

describe('a function that costs too much', () => {
  const calls = (name: string) => `${name}();`.repeat(14);
  const helpers = `function a() { ${calls('b')} } function b() { ${calls('d')} } function d() { ${calls('e')} } function e() { go(r.ok); }`;

  it('is left alone, and no other', () => {
    const left = program(`${helpers} ${calls('a')} return r.json();`);
    const { responses, effort } = analyse(parse(`${left} async function g(u) { return (await fetch(u)).json(); }`));
    expect(effort.share).toBeGreaterThan(1);
    expect(responses.map(({ callee }) => callee!.range[0] > left.length)).toEqual([true]);
  });

  it('has a budget by its length', () => {
    const spend = (length: number) => {
      const budget = new Budget({ range: [100, 100 + length] } as never);
      for (let i = 0; i < budget.most; i++) budget.spend();
      expect(() => budget.spend()).toThrow(BudgetError);
      return budget.most;
    };
    expect(spend(1000) - spend(500)).toBe(500 * 40);
  });
});
