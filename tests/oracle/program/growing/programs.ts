import fc from 'fast-check';
import { blocks, functionDeclarations } from './statements.js';
import { helpers, values, variables } from './values.js';

const requested = fc.constantFrom(" = await fetch('/')", " = fetch('/')", " = [fetch('/')]");
const assigned = values.map((text) => ` = ${text}`);

/**
 * Programs whose values grow: in loops, in recursion, in closures and through helpers. They are not run: most of them
 * would never end, and the question is whether the analysis does.
 */
export const growingPrograms: fc.Arbitrary<string> = fc
  .record({
    start: fc.tuple(
      // Without a request there is nothing to analyse.
      requested,
      ...variables.slice(1).map(() => fc.oneof(fc.constant(''), fc.constant(''), requested, assigned)),
    ),
    block: fc.array(blocks, { minLength: 1, maxLength: 2, size: 'xsmall' }).map((all) => all.join('\n')),
    declared: functionDeclarations,
    shares: fc.boolean(),
  })
  .map(({ start, block, declared, shares }) => {
    const body = [`let ${variables.map((name, i) => name + start[i]!).join(', ')};`, block, 'return a;'].join('\n');
    const functions = called(declared, body);
    // Functions see the variables around them, or have only what they are given.
    const lines = [
      'export async function main() {',
      ...(shares ? functions : []),
      body,
      '}',
      ...(shares ? [] : functions),
    ];
    return [...lines, ...called(helpers, lines.join('\n'))].join('\n');
  });

/** The texts of functions that a program calls, and those that these call. */
function called(texts: Readonly<Record<string, string>>, by: string): readonly string[] {
  const found = new Set<string>();
  const queue = [by];
  for (const text of queue) {
    for (const name of Object.keys(texts)) {
      if (found.has(name) || !new RegExp(`\\b${name}\\b`).test(text)) continue;
      found.add(name);
      queue.push(texts[name]!);
    }
  }
  return [...found].map((name) => texts[name]!);
}
