import fc from 'fast-check';

/** A place for a part is written `$1`, `$2`, …: `fill('[$1, $2]', ['a', 'b'])` is `[a, b]`. */
export const fill = (template: string, parts: readonly string[]): string =>
  template.replaceAll(/\$(\d)/g, (_, number: string) => parts[Number(number) - 1]!);

/** Variables that every part of a program shares; `x` and `y` are also parameters of its functions. */
export const variables = ['a', 'b', 'd', 'x', 'y'];
export const functions = ['f', 'g', 'h'];

/** Texts that need no `await`. */
export const leaves: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...variables) },
  { weight: 1, arbitrary: fc.constantFrom(...functions) },
  { weight: 2, arbitrary: fc.constantFrom('0', "''", '[]', '{}', 'null', 'undefined', "fetch('/')", 'items()') },
);

/** What makes a value that holds others: applied to itself in a loop, it grows without end. */
const containers = [
  ...['[$1]', '[$1, $2]', '[...$1, $2]', '[$1, ...$2]', '[[$1], $2]'],
  ...['{ of: $1 }', '{ of: $1, previous: $2 }', '{ ...$1, of: $2 }', '{ ...$1, ...$2 }', '{ and: [$1, $2] }'],
  ...['{ of: { of: $1 } }', '{ [$1]: $2 }', '{ get of() { return $1; } }', '{ of() { return $1; }, next: $2 }'],
  ...['Object.assign({}, $1, { of: $2 })', 'Object.freeze({ of: $1 })', 'structuredClone({ of: $1 })'],
  ...['new Box($1)', 'new Error($1, { cause: $2 })', 'new Map([[$1, $2]])', 'new Set([$1])'],
];

const lists = [
  ...[
    '$1.concat($2)',
    '$1.concat([$2])',
    '$1.map((x) => [x])',
    '$1.map((x) => ({ x, of: $2 }))',
    '$1.flatMap((x) => [x, [$2]])',
  ],
  ...[
    '$1.filter((x) => [x, $2])',
    '$1.slice(1)',
    '$1.flat()',
    '$1.with(0, $2)',
    '$1.toSpliced(0, 1, $2)',
    '$1.entries()',
  ],
  ...[
    '$1.reduce((x, y) => [x, y], $2)',
    '$1.reduce((x, y) => ({ ...x, [y]: $2 }), {})',
    'Array.from($1, (x) => [x, $2])',
  ],
  ...['Object.entries($1)', 'Object.values($1)', 'Object.fromEntries($1)', 'Array.of($1, $2)', '[$1, $2].at(-1)'],
];

const promises = [
  ...['Promise.all([$1])', 'Promise.all([$1, $2])', 'Promise.all($1)', 'Promise.resolve($1)', 'Promise.race([$1, $2])'],
  ...[
    'Promise.allSettled([$1])',
    'Promise.any([$1, [$2]])',
    '$1.then((x) => [x])',
    '$1.then((x) => ({ x, of: $2 }), () => $1)',
  ],
  ...[
    '$1.catch(() => $2)',
    '$1.finally(() => $2)',
    'new Promise((resolve) => resolve($1))',
    'new Promise((done) => $1.then(done))',
  ],
];

const closures = [
  ...[
    '() => $1',
    '() => () => $1',
    '(x) => [x, $1]',
    '(x) => $1(x)',
    '() => $1($2)',
    'async () => $1',
    '(...all) => $1(...all, $2)',
  ],
  ...[
    '$1.bind(null, $2)',
    '$1.bind($2)',
    '(function () { return $1; })',
    '((x) => () => [x, $2])($1)',
    '(x = $1) => [x]',
  ],
];

const numbersAndTexts = [
  ...['$1 + 1', '$1 - 1', '1 + $1', '$1 * 2', '-$1', '~$1', '$1 + $2', '$1 / 2', '$1 | 1', '$1 % $2'],
  ...[
    "$1 + 'a'",
    "'a' + $1",
    '`${$1}a`',
    '`${$1}${$2}`',
    'String($1)',
    'Number($1)',
    'JSON.stringify($1)',
    'JSON.stringify([$1])',
  ],
  ...[
    '$1.slice(1)',
    "$1.padStart(3, '0')",
    '$1.repeat(2)',
    "$1.replace('a', 'aa')",
    "$1.split('')",
    '$1.join($2)',
    '$1.length + 1',
  ],
  ...[
    '$1.status',
    '$1.status + 1',
    '$1.status * 10',
    '$1.status / 100 + $2',
    '`${$1.status}a`',
    '$1.ok',
    '!$1',
    '!$1.ok',
    '[$1.status, $2]',
  ],
  ...['$1.ok && $2', '$1.status === $2', '$1 === 404', '[$1, 404].includes($2)'],
];

/** What takes apart, and chooses. */
const others = [
  ...[
    '$1.of',
    '$1?.of',
    '$1.of.of',
    '$1[0]',
    '$1[0][0]',
    '$1.previous ?? $2',
    '$1.next',
    '$1.pop()',
    '$1.shift()',
    '$1.url',
  ],
  ...[
    'c() ? $1 : $2',
    '$1 ? $2 : $1',
    '$1 || $2',
    '$1 && [$2]',
    '$1 ?? [$2]',
    '($1, $2)',
    '$1.json()',
    '$1.clone()',
    '$1()',
    '$1($2)',
  ],
  ...[
    'f($1, $2)',
    'g($1, $2)',
    'h($1, $2)',
    'wrap($1)',
    'twice($1)',
    'pair($1, $2)',
    'keep($1)',
    'fetch($1)',
    'fetch($1, { body: $2 })',
  ],
  ...['new Request($1, { body: $2 })', '[...g($1, $2)]', 'import.meta.resolve($1)', 'new URL($1, $2)'],
];

/** What the texts above may call, by name; each makes something of what it is given. */
export const helpers: Readonly<Record<string, string>> = {
  wrap: 'const wrap = (x) => [x];',
  twice: 'const twice = (x) => [[x]].map((y) => ({ x, y }));',
  pair: 'function pair(x, y) {\nreturn { x, y, both: [x, y] };\n}',
  keep: 'const kept = [];\nfunction keep(x) {\nkept.push(x);\nreturn kept;\n}',
  Box: 'class Box {\nconstructor(of) {\nthis.of = of;\n}\nnext() {\nreturn new Box(this);\n}\n}',
};

const one = fc.constantFrom(...containers, ...lists, ...promises, ...closures, ...numbersAndTexts, ...others);
const container = fc.constantFrom(...containers, ...promises, ...closures);

/** A value made of others. */
export const values: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 1, depthIdentifier: 'value' },
    leaves,
    { weight: 2, arbitrary: compose(container, tie('value')) },
    { weight: 3, arbitrary: compose(one, tie('value')) },
  ),
})).value;

function compose(template: fc.Arbitrary<string>, part: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(template, part, part).map(([text, ...parts]) => fill(text, parts.map(operand)));
}

/** In brackets where it has to be. */
export const operand = (text: string): string => (/^[a-z_$]\w*$|^\[[^[\]]*\]$/.test(text) ? text : `(${text})`);

/** The same, and it may wait: only for code that is `async`. */
export const waitingValues: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('$1', '$1', '$1', 'await $1', '[await $1]', '{ of: await $1, at: a }', 'await (await $1).json()'),
    values,
  )
  .map(([template, value]) => fill(template, [operand(value)]));
