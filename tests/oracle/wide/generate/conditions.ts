import { predicate } from './helpers.js';
import { Pen, type Scope } from './pen.js';

/** Conditions on the status of `r`; those that programs have most come first. */
const common = [
  'r.ok',
  '!r.ok',
  'r.status === 404',
  'r.status >= 400',
  'r.status === 200',
  'r.status !== 200',
] as const;
const rare = [
  ...['r.status >= 500', 'r.status < 400', 'r.status !== 404', 'r.status === 204', '[200, 201].includes(r.status)'],
  ...['![200, 204].includes(r.status)', 'r.status >= 400 && r.status < 500', 'Math.floor(r.status / 100) === 5'],
  ...[
    'r.status >= 200 && r.status < 300',
    'r.status === 401 || r.status === 404',
    'r.ok === false',
    '!(r.status < 500)',
  ],
  ...["String(r.status).startsWith('4')", '/^5/.test(`${r.status}`)', 'r.status === 200 || r.status === 201'],
] as const;

export const isCompound = (text: string): boolean => /&&|\|\||\?|=>/.test(text);
export const parentheses = (text: string): string => (isCompound(text) ? `(${text})` : text);
const negated = (text: string): string =>
  /^[\w.]+(\(.*\))?$/.test(text) && !isCompound(text) ? `!${text}` : `!(${text})`;

/** A condition on the status of one response, without other parts. */
export function statusTest(pen: Pen, response: string): string {
  const { random } = pen;
  const text: string = random.chance(70) ? random.pick(common) : random.pick(rare);
  return text.replaceAll(/\br\./g, `${response}.`);
}

/** Not from a response: another answer each time, or one that never changes. */
const opaque = (pen: Pen): string => pen.random.pick(['c()', 'c()', 'c()', 'options.strict', 'options.strict']);

/** A condition where it decides. */
export function condition(pen: Pen, scope: Scope, depth = 0): string {
  const { random } = pen;
  const response = random.pick(scope.responses);
  const again = () => parentheses(condition(pen, scope, depth + 1));
  return random.weighted<() => string>([
    [response ? 12 : 0, () => statusTest(pen, response!)],
    [3, () => opaque(pen)],
    [scope.flags.length > 0 ? 5 : 0, () => random.pick(['', '!'] as const) + random.pick(scope.flags)!],
    [response ? 3 : 0, () => predicate(pen, scope, response!)],
    [
      scope.lists.length > 0 ? 2 : 0,
      () => `${random.pick(scope.lists)!}.${random.pick(['every', 'some'] as const)}((x) => ${statusTest(pen, 'x')})`,
    ],
    [depth < 2 ? 3 : 0, () => `${again()} ${random.pick(['&&', '||'] as const)} ${again()}`],
    [depth < 2 ? 1 : 0, () => negated(condition(pen, scope, depth + 1))],
  ])();
}

/** The same, and it says something of a response where there is one. */
export function checkOf(pen: Pen, scope: Scope): string {
  const response = pen.random.pick(scope.responses);
  return response && pen.random.chance(60) ? statusTest(pen, response) : condition(pen, scope);
}
