import rule from '../../../rules/no-unchecked-response.js';
import { testVerdicts } from '../tester.js';

/** A flag that nobody reads: one that only tests looks at nothing, one in which something happens has a branch. */
const flag = (condition: string) =>
  `class A { async f(u, x, y, z) { const r = await fetch(u); const bad = ${condition}; return r.json(); } }`;

const beside = (part: string) => flag(`!r.ok || ${part}`);

testVerdicts('a flag that nobody reads', rule, {
  valid: [
    ...['go()', 'x.go()', 'x[y]()', "x['has'](y)", 'x.y.go(z)', 'new X()', 'await x', 'delete x.y', '(x = 1)', 'x++'],
    ...['(() => 1)', '[go()].includes(x)', '[x, go()].includes(y)', '[, x].includes(y)', '[...x].includes(y)'],
    ...['String(go())', 'String(x, go())', 'String(go(), x)', 'go(x)', '`${go()}`', '`${x}${go()}`', '`${go()}${x}`'],
    ...['x[go()]', 'go()[x]', 'go().x', 'x > go()', 'go() > x', 'x.has(go())', 'go().has(x)', '-go()', '!go()'],
    ...['(x ?? y)', '(x && go())', '(go() && x)', '(x ? go() : y)', '(go() ? x : y)', '(x ? y : go())'],
    ...['x.has(...y)', 'class {}', 'x`y`', '(go() as any)', 'go()!', 'typeof go()', 'parse(x)', 'x.push(y)'],
  ].map(beside),
  invalid: [
    ...['x', 'null', 'this.x', 'x.y', 'x[y]', 'x[0]', 'x?.y', 'x!', '(x as any).y', 'typeof x', '-x', '!x', 'x > 1'],
    ...['`${x}`', '`x`', '[1, x].includes(y)', '[].includes(y)', 'x.has(y)', 'x.test(y)', 'String(x)', 'x.get(y)'],
    ...['Number(x) > 1', 'Boolean(x)', 'Math.floor(x) === 1', 'Math.trunc(x) > y', 'x.indexOf(y) > 1', 'x.has()'],
    ...['x.startsWith(y)', 'x.endsWith(y)', '(x && y)', '(x || !y)', '(x ? y : z)', '(x ? !y : z.w)', 'x?.has(y)'],
  ]
    .map(beside)
    .concat([
      flag('r.ok ? r.status === 200 : r.status === 404'),
      flag('(r.ok && x) as boolean'),
      flag('!(r.ok && x) || !x'),
      flag('x ? r.ok : y'),
    ])
    .map((code) => ({ code, errors: ['unchecked'] })),
});
