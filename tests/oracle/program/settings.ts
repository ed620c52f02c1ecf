import { hidden } from './writer.js';

/** What a program stands in: the lines around its statements, and how its helpers are reached from there. */
export interface Setting {
  readonly head: readonly string[];
  readonly tail: readonly string[];
  /** An expression that gives a function which runs it. */
  readonly start: string;
  /** What its helpers are methods of, as an expression. */
  readonly self: string;
  /** A helper's text as a method; without it helpers are functions. */
  readonly method?: (text: string) => string;
  readonly yields: boolean;
  /** No function is around it. */
  readonly isModule: boolean;
}

const plain: Setting = {
  ...{ head: ['async function main() {'], tail: ['}'], start: 'main', self: '', yields: false, isModule: false },
};

const asMember = (text: string, before: string, equals: string): string =>
  before +
  text
    .replace(/^(async )?function /, '$1')
    .replace(/^const (\w+) = /, `$1${equals}`)
    .replace('return retry(', 'return this.retry(');

/** The first stands for most programs. */
export const settings: readonly Setting[] = [
  plain,
  { ...plain, head: ['const main = async () => {'], tail: ['};'] },
  {
    ...plain,
    ...{ head: ['class Job {', 'async main() {'], tail: ['}'], start: '() => new Job().main()', self: 'this' },
    method: (text) => asMember(text, '', ' = '),
  },
  {
    ...plain,
    ...{ head: ['class Job {', 'static async main() {'], tail: ['}'], start: '() => Job.main()', self: 'Job' },
    method: (text) => asMember(text, 'static ', ' = '),
  },
  {
    ...plain,
    ...{ head: ['const job = {', 'async main() {'], tail: ['},'], start: '() => job.main()', self: 'this' },
    method: (text) => `${asMember(text, '', ': ').replace(/;$/, '')},`,
  },
  {
    ...plain,
    head: ['async function* main() {'],
    // Who asks for the next value may throw into the generator instead.
    start: `async () => {
      const turns = main();
      const goOn = () => {
        try {
          act();
        } catch (error) {
          return turns.throw(error);
        }
        return turns.next();
      };
      for (let turn = await turns.next(); ; turn = await goOn()) {
        h(turn.value);
        if (turn.done) return;
      }
    }`,
    yields: true,
  },
  { ...plain, head: [hidden('async function main() {')], tail: [hidden('}')], isModule: true },
];
