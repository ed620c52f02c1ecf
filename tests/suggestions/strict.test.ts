import { expect, it } from 'vitest';
import { applyFix, linterFor } from '../../scripts/suggestions/apply.js';
import plugin from '../../src/index.js';
import { strictly } from '../support/strictly.js';
import { cases, type Case } from './cases.js';

// What a suggestion writes into TypeScript passes the strictest preset of typescript-eslint.

interface Message {
  readonly ruleId: string;
  readonly suggestions?: readonly { readonly fix: { readonly range: [number, number]; readonly text: string } }[];
}

/** Says of a program that it is TypeScript, and nothing else. */
const asTypeScript = (code: string): string => `${code}\nexport type Anything = unknown;\n`;

const name = /(?<![\w$])(?!(?:if|return|throw|new|await|String|else|case)\b)[a-zA-Z_$][\w$ ]*/g;

/** The check that a suggestion writes, or else all of it, whatever things are called there. */
function shapeOf(text: string): string {
  const shape = text.replace(/\s+/g, ' ').replace(name, 'x');
  return /if ?\(.*?(?:[;}]|$)/.exec(shape)?.[0] ?? shape;
}

/** The programs after each suggestion that writes something that none did before. */
function mended({ rule, options, code }: Case, shapes: Set<string>): string[] {
  const rules = { [`http-status/${rule}`]: ['error', ...options] };
  const lint = linterFor(plugin, rules, 'a.ts', code) as ((code: string) => Message[]) | undefined;
  const suggestions = lint?.(code).flatMap((message) => message.suggestions ?? []) ?? [];
  return suggestions.flatMap(({ fix }) => {
    const shape = shapeOf(fix.text);
    if (shapes.has(shape)) return [];
    shapes.add(shape);
    return [applyFix(code, fix) as string];
  });
}

/** Most cases are JavaScript, in which parameters have no types: what these rules say is of those. */
const isOfTypes = (rule: string): boolean => !rule.startsWith('@typescript-eslint/no-unsafe-');

it('what is suggested for TypeScript breaks no rule of strictTypeChecked that its file keeps', () => {
  const programs: Record<string, string> = {};
  const shapes = new Set<string>();
  for (const [i, one] of cases.entries()) {
    const code = asTypeScript(one.code);
    const after = mended({ ...one, code }, shapes);
    after.forEach((program, j) => (programs[`${i}-${j}.ts`] = program));
    if (after.length > 0) programs[`${i}.ts`] = code;
  }
  const lint = strictly(programs);
  const rulesOf = (file: string): string[] => lint(file).map(({ ruleId }) => ruleId ?? 'parses');
  const broken = Object.entries(programs).flatMap(([file, program]) => {
    const [, number] = /^(\d+)-/.exec(file) ?? [];
    const after = number === undefined ? [] : rulesOf(file).filter(isOfTypes);
    const before = after.length === 0 ? [] : rulesOf(`${number}.ts`);
    return after.filter((rule) => !before.includes(rule)).map((rule) => `${rule} in\n${program}`);
  });
  expect(broken).toEqual([]);
  expect(shapes.size).toBeGreaterThan(50);
}, 120_000);
