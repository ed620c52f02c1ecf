import { closure, escaping } from './closures.js';
import { checkOf, condition, isCompound, statusTest } from './conditions.js';
import { helperCall } from './helpers.js';
import { list, turns } from './lists.js';
import { Pen, type Scope } from './pen.js';
import { reassign, requestFor } from './requests.js';
import { choice, jump, labelled, loop, tryStatement } from './structures.js';

/** So many statements, fewer where the program is long enough. */
export function block(pen: Pen, scope: Scope, count: number): void {
  for (let i = 0; i < count; i++) {
    if (pen.left <= 0 && i > 0) return;
    if (pen.ends(() => statement(pen, scope))) return;
  }
}

type Write = (pen: Pen, scope: Scope, response: string) => void;

/** What needs a response, by how often it is written. */
const ofResponse: readonly (readonly [number, Write])[] = [
  [16, use],
  [14, (pen, scope) => check(pen, scope)],
  [7, (pen, scope, r) => pen.line(helperCall(pen, scope, r))],
  [4, (pen, scope, r) => pen.line(short(pen, scope, r))],
  [4, remember],
  [3, flagUpdate],
  [2, send],
  [2, log],
  [5, leave],
  [2, (pen, scope) => reassign(pen, scope)],
  [1, escaping],
];

const withoutResponse: readonly (readonly [number, Write])[] = [
  [4, (pen) => pen.line('act();')],
  [5, (pen, scope) => requestFor(pen, scope)],
  [2, (pen, scope) => list(pen, scope)],
  [2, (pen, scope) => turns(pen, scope)],
  [3, (pen, scope) => closure(pen, scope)],
  [3, (pen, scope) => jump(pen, scope)],
];

const structures: readonly (readonly [number, Write])[] = [
  [8, (pen, scope) => choice(pen, scope)],
  [4, (pen, scope) => loop(pen, scope)],
  [2, (pen, scope) => labelled(pen, scope)],
  [4, (pen, scope) => tryStatement(pen, scope)],
];

function statement(pen: Pen, scope: Scope): void {
  pen.left--;
  const response = pen.random.pick(scope.responses);
  const all = [
    ...withoutResponse,
    ...(response ? ofResponse : []),
    ...(scope.depth < 4 && pen.left > 0 ? structures : []),
  ];
  pen.random.weighted(all)(pen, scope, response ?? '');
}

/** The body is read. */
function use(pen: Pen, scope: Scope, r: string): void {
  const { random } = pen;
  if (scope.read.includes(r)) return pen.line('act();');
  scope.read.push(r);
  if (!scope.isAsync) return pen.line(random.pick([`use(${r}.body);`, `use({ body: ${r}.body });`] as const));
  const name = pen.name('b');
  pen.line(
    random.weighted([
      [8, `use(await ${r}.json());`],
      [3, `const ${name} = await ${r}.json();\nuse(${name});`],
      [2, `use(await ${r}.text());`],
      [1, `use(await ${r}.clone().json());`],
      [1, `const { body: ${name} = null } = ${r};\nuse(${name});`],
      [2, `for await (const chunk of ${r}.body) use(chunk);`],
      [1, `${r}.json().then(use);`],
      [1, `await ${r}.json().then((data) => use(data));`],
      [1, `const [${name} = {}] = [await ${r}.json()];\nuse(${name});`],
    ]),
  );
}

/** What ends a path, for a failure. */
const failure = (pen: Pen, r: string): string =>
  pen.random.pick([
    "throw new Error('failed');",
    "throw new Error('failed');",
    `throw new Error(\`Status \${${r}.status}\`);`,
    'fail();',
    'return null;',
    'return;',
  ] as const);

function check(pen: Pen, scope: Scope): void {
  const r = pen.random.pick(scope.responses)!;
  pen.line(`if (${checkOf(pen, scope)}) ${failure(pen, r)}`);
}

/** Conditions in expressions. */
function short(pen: Pen, scope: Scope, r: string): string {
  const test = checkOf(pen, scope);
  const condition = isCompound(test) ? `(${test})` : test;
  if (scope.read.includes(r)) return `${condition} || fail();`;
  scope.read.push(r);
  const read = scope.isAsync ? `use(await ${r}.json())` : `use(${r}.body)`;
  return pen.random.pick([
    `${condition} && ${read};`,
    `${condition} || ${read};`,
    `${condition} ? ${read} : act();`,
    `${condition} || fail();`,
    `${condition} && fail();`,
    `${condition} && console.log('no');`,
  ] as const);
}

/** A condition is only remembered, to be asked later. */
function remember(pen: Pen, scope: Scope, r: string): void {
  const name = pen.name('flag');
  const status = pen.name('status');
  pen.line(
    pen.random.pick([
      `const ${name} = ${statusTest(pen, r)};`,
      `const ${name} = ${statusTest(pen, r)};`,
      `const { ok: ${name} } = ${r};`,
      `const { ok: ${name} = false } = ${r};`,
      `const ${status} = ${r}.status;\nconst ${name} = ${status} >= 400;`,
      `const { status: ${status} = 0 } = ${r};\nconst ${name} = ${status} === 404;`,
    ] as const),
  );
  scope.flags.push(name);
}

/** A flag that is kept up to date. */
function flagUpdate(pen: Pen, scope: Scope, r: string): void {
  const old = pen.random.pick(scope.flags.filter((name) => name.startsWith('all')));
  if (old) return pen.line(`${old} ${pen.random.pick(['&&=', '||=', '='] as const)} ${statusTest(pen, r)};`);
  const name = pen.name('all');
  pen.line(
    pen.random.chance(50)
      ? `let ${name} = true;\n${name} &&= ${statusTest(pen, r)};`
      : `let ${name} = false;\n${name} ||= ${statusTest(pen, r)};`,
  );
  scope.flags.push(name);
}

function send(pen: Pen, _scope: Scope, r: string): void {
  pen.line(
    pen.random.pick([
      `send(${r});`,
      `store.last = ${r};`,
      `send(${r}.status);`,
      `send({ status: ${r}.status });`,
    ] as const),
  );
}

function log(pen: Pen, _scope: Scope, r: string): void {
  pen.line(
    pen.random.pick([
      `console.log(${r}.status);`,
      `console.error('failed', ${r}.status);`,
      `console.log(${r});`,
    ] as const),
  );
}

function leave(pen: Pen, scope: Scope, r: string): void {
  if (scope.read.includes(r)) return pen.line('return null;');
  const body = scope.isAsync ? `await ${r}.json()` : `${r}.body`;
  if (scope.owner !== 'main')
    return pen.line(
      pen.random.pick([`return ${body};`, 'return;', 'return null;', "throw new Error('failed');"] as const),
    );
  pen.line(
    pen.random.weighted([
      [6, `return ${body};`],
      [2, `return ${r}.json();`],
      [2, 'return null;'],
      [1, `return ${r};`],
      [1, `return ${r}.ok;`],
      [1, `return { status: ${r}.status, body: ${body} };`],
      [1, "throw new Error('failed');"],
      [1, `return ${statusTest(pen, r)} ? ${body} : null;`],
      [1, `if (${condition(pen, scope)}) return ${body};`],
    ]),
  );
}
