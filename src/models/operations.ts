import { computingMethods } from './language.js';

/**
 * What the language works out from a number or a text, by name: operators, conversions, methods without effect. A status
 * expression is made of these, so that what a condition means is found by running it for every status.
 */
type Operation = (...values: never[]) => unknown;

/* eslint-disable eqeqeq, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return -- the operators mean what they mean in the program */
const binary: Readonly<Record<string, (a: any, b: any) => unknown>> = {
  '==': (a, b) => a == b,
  '!=': (a, b) => a != b,
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
  '**': (a, b) => a ** b,
  in: (a, b) => a in b,
};
/* eslint-enable eqeqeq, @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-return */

const unary: Readonly<Record<string, (value: unknown) => unknown>> = {
  'unary !': (value) => !value,
  'unary -': (value) => -Number(value),
  'unary +': (value) => Number(value),
  'unary ~': (value) => ~Number(value),
};

const conversions: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  Boolean: (value) => Boolean(value),
  Number: (value) => Number(value),
  String: (value) => String(value),
  parseInt: (value) => parseInt(String(value), 10),
  'Number.parseInt': (value) => parseInt(String(value), 10),
  'Math.floor': (value) => Math.floor(Number(value)),
  'Math.trunc': (value) => Math.trunc(Number(value)),
  'Math.round': (value) => Math.round(Number(value)),
  'Math.ceil': (value) => Math.ceil(Number(value)),
};

const methods = Object.fromEntries(
  computingMethods.map((name) => [
    `.${name}`,
    (self: Record<string, (...values: unknown[]) => unknown>, ...values: unknown[]) => self[name]!(...values),
  ]),
);

const operations: Readonly<Record<string, Operation>> = {
  ...binary,
  ...unary,
  ...conversions,
  ...methods,
  // `code[0]` of a status written as text.
  item: (self: Record<string | number, unknown>, key: string | number) => self[key],
};

/** Whether the language has an operation of this name: `>=`, `unary -`, `Math.floor`, `.includes`, `item`. */
export const isOperation = (name: string): boolean => Object.hasOwn(operations, name);

/** Functions that work out something from a value: `Number`, `Math.floor`. */
export const isConversion = (name: string): boolean => Object.hasOwn(conversions, name);

/**
 * What an operation makes of some values.
 * @throws whatever the operation throws in a program: a number has no `startsWith`.
 */
export const operate = (name: string, values: readonly unknown[]): unknown =>
  (operations[name] as (...values: unknown[]) => unknown)(...values);
