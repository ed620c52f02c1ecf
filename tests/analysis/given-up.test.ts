import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Linter, type Rule } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Lints a file with all rules: how much there was to say, and the syntax tree, which nothing here holds on to. */
function lint(code: string): { reports: number; tree: WeakRef<object> } {
  let tree: WeakRef<object> | undefined;
  const create = ({ sourceCode }: Rule.RuleContext) => {
    tree = new WeakRef(sourceCode.ast);
    return {};
  };
  const own = { plugins: { own: { rules: { tree: { create } } } }, rules: { 'own/tree': 'error' } } as const;
  const messages = new Linter().verify(code, [plugin.configs.all, own]);
  return { reports: messages.length, tree: tree! };
}

describe('what is known of a file is given up at its end', () => {
  it.each([
    ['without a response', 'export const one = 1;', 0],
    ['with a response', 'export const load = async (u) => { const r = await fetch(u); return r.ok && r.json(); };', 0],
    [
      'with reports and what is suggested for them',
      `export async function load(u) {
  if (u.startsWith('blob:')) return undefined;
  const first = await fetch(u);
  if (!first.ok) throw new Error(first.status);
  const second = await fetch(u + '/second');
  if (second.status === 200) show(second);
  return second.json();
}`,
      1,
    ],
  ])('%s', async (_, code, expected) => {
    const { reports, tree } = lint(code);
    expect(reports).toBe(expected);
    // A weak reference holds on until the job is over that has made it.
    await setImmediate();
    collect();
    expect(tree.deref() === undefined).toBe(true);
  });
});
