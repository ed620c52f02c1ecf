import fc from 'fast-check';
import { fill, functions, operand, values, variables, waitingValues } from './values.js';

/** Statements: `$1` and `$2` are variables, `$3` and `$4` values. */
const leaves = [
  ...[
    '$1 = $3;',
    '$1 = $3;',
    '$1 = $3;',
    '$1 = [$1];',
    '$1 = { of: $1, previous: $2 };',
    '$1 = $1 + 1;',
    '$1++;',
    '$1 = $1.slice(1);',
  ],
  ...[
    '$1 += $3;',
    '$1 ||= $3;',
    '$1 &&= $3;',
    '$1 ??= $3;',
    '$1.push($3);',
    '$1.unshift($3);',
    '$1.of = $3;',
    '$1[0] = $3;',
    '$1.of.of = $3;',
  ],
  ...[
    '[$1, $2] = [$2, [$1]];',
    '[$1, $2] = [$3, $4];',
    '[$1, ...$2] = $3;',
    '[$1 = $3] = $2;',
    '({ of: $1, ...$2 } = $3);',
    '({ of: $1 = $4 } = $2);',
  ],
  ...[
    '[$1.of, $2] = [$2, $1];',
    '({ $1, $2 } = { $1: $2, $2: { $1 } });',
    'for ($1 of $3) $2 = [$2, $1];',
    'for (const x of $3) $2 = { x, of: $2 };',
  ],
  ...['{ const { of } = $3; $1 = { of }; }', 'use($3);', 'return $3;', 'if (c()) return $3;', 'if (c()) throw $3;'],
  ...[
    '$3.forEach((x) => { $1 = [x, $1]; });',
    '$1.set($3, $4);',
    '$1.add($3);',
    'delete $1.of;',
    'Object.assign($1, { of: $3 });',
  ],
  ...[
    '$1 = () => $1;',
    '{ const next = $1; $1 = () => next(); }',
    '$1 = (() => { const x = $1; return () => [x, $4]; })();',
  ],
  ...[
    "{ const x = await fetch('/'); $1 = { x, previous: $1 }; }",
    "$1 = [...$1, await fetch('/')];",
    "$1 = fetch('/').then((x) => [x, $2]);",
  ],
];

/** What repeats or chooses: `$1` a variable, `$2` and `$3` values, `$4` and `$5` blocks. */
const structures = [
  ...[
    'while (c()) {\n$4\n}',
    'while ($2) {\nif (c()) continue;\n$4\n}',
    'do {\n$4\nif (c()) break;\n$5\n} while (c());',
    'for (;;) {\nif (c()) break;\n$4\n}',
    'while ($1.next) {\n$4\n}',
  ],
  ...[
    'for (let x = $2; c(); x = [x]) {\n$4\n}',
    'for (let x = 0; x < 9; x++) {\n$4\n}',
    'for (let x = $2; x; x = x.next) {\n$4\n}',
  ],
  ...[
    'for (const y of $2) {\n$4\nif ($3) continue;\n$5\n}',
    'for ($1 of $2) {\n$4\n}',
    'for (const x in $2) {\n$4\n}',
    'for (const [x, y] of $2) {\n$4\n}',
    'for await (const x of $2) {\n$4\n}',
  ],
  ...[
    'if (c()) {\n$4\n} else {\n$5\n}',
    'if ($1.ok) {\n$4\n}',
    'if ($1.status === 404) {\n$4\n} else {\n$5\n}',
    'if ($2) {\n$4\n}',
    'if (!$1) {\n$4\n}',
  ],
  ...[
    'try {\n$4\n} catch (x) {\n$1 = { x, previous: $1 };\n$5\n}',
    'try {\n$4\n} finally {\n$5\n}',
    'try {\n$4\n} catch {\n$5\n}',
  ],
  ...[
    'switch ($2) {\ncase $3:\n$4\ndefault:\n$5\n}',
    'out: for (;;) {\nfor (const x of $2) {\n$4\nif (c()) continue out;\nif ($3) break out;\n}\n$5\n}',
  ],
  ...[
    '(await $2).forEach(async (x) => {\n$4\n});',
    '$2.map(async (y) => {\n$4\n});',
    '$1 = async (x) => {\n$4\nreturn $3;\n};',
    'await (async () => {\n$4\n})();',
  ],
  ...[
    '$1.then(async (x) => {\n$4\nreturn [x];\n});',
    '{\nconst step = async () => {\n$4\n};\nawait step();\nwhile (c()) await step();\n}',
    'setTimeout(async () => {\n$4\n});',
  ],
];

const variable = fc.constantFrom(...variables);

const leaf = fc
  .tuple(fc.constantFrom(...leaves), variable, variable, waitingValues.map(operand), values.map(operand))
  .map(([template, ...parts]) => fill(template, parts));

/** The label of a loop is not that of a loop in it. */
const relabelled = (text: string): string =>
  text.replaceAll(/\bout(\d*)\b/g, (_, number) => `out${Number(number) + 1}`);

const grammar = fc.letrec<{ statement: string; block: string }>((tie) => ({
  block: fc
    .array(tie('statement'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' })
    .map((all) => all.join('\n')),
  statement: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'block' },
    { weight: 3, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...structures),
          variable,
          ...[values.map(operand), values.map(operand)],
          ...[tie('block'), tie('block')],
        )
        .map(([template, ...parts]) => fill(template, template.startsWith('out:') ? parts.map(relabelled) : parts)),
    },
  ),
}));

/** Several statements in a function. */
export const blocks: fc.Arbitrary<string> = grammar.block;

/** A function of two parameters that may call itself and the others, with what it was given or with more. */
const functionTexts = [
  'async function $1(x, y) {\n$2\nreturn $3;\n}',
  'async function $1(x, y) {\n$2\nreturn c() ? $3 : $1([x], y);\n}',
  'async function $1(x, y = [x]) {\n$2\nreturn $1({ x, y }, $3);\n}',
  'async function $1({ x, ...y }) {\n$2\nreturn $1({ x: [x], y, of: $3 });\n}',
  'async function* $1(x, y) {\nyield x;\n$2\nyield* $1([x], $3);\n}',
  "async function $1(x, y = 0) {\nconst r = await fetch(x);\n$2\nif (r.ok) return r;\nreturn $1(x + 'a', y + 1);\n}",
  'const $1 = async (x, y) => {\n$2\nreturn $3;\n};',
  'const $1 = async (x, ...y) => $1(...y, x, [$3]);',
  'const $1 = (x, y) => () => $1(y, [x, $3]);',
  'function $1(x, y) { return $3; }',
  'function $1(x, y) { return x ? $1(y, { x, y }) : $3; }',
  'function $1(x, y) { return (y) => $1(() => x(y), $3); }',
];

/** The functions of a program, by name. */
export const functionDeclarations: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .tuple(
    ...functions.map((name) =>
      fc.tuple(fc.constantFrom(...functionTexts), fc.constant(name), blocks, values.map(operand)),
    ),
  )
  .map((all) => Object.fromEntries(all.map(([template, name, ...parts]) => [name, fill(template, [name, ...parts])])));
