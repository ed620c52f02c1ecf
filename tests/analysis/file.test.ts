import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../src/models/language.js';
import { Calls } from '../../src/syntax/calls.js';
import { File } from '../../src/syntax/file.js';
import { visit } from '../../src/syntax/visit.js';
import { parse } from '../oracle/parse.js';

/** Whether the variable `a` may be read after `here()`. */
function isReadAfterHere(text: string): boolean {
  const source = parse(text);
  const calls = new Calls();
  let declared: TSESTree.Identifier | undefined;
  visit(source.ast, source.visitorKeys, (node) => {
    if (node.type === 'CallExpression') calls.add(node);
    if (node.type === 'Identifier' && node.name === 'a') declared ??= node;
  });
  const file = new File(source, calls, vocabulary);
  return file.isReadAfter(file.variable(declared!)!, calls.named('here')[0]!);
}

describe('a variable', () => {
  it.each([
    ...['let a; here(); f(a);', 'let a; here(a);', 'let a; here(); a++;', 'let a; here(); a += 1;'],
    ...['function f(a) { here(); return a; }', 'let a; { here(); } f(a);', 'let a; try { here(); } finally { f(a); }'],
  ])('is read after what stands before: %s', (text) => expect(isReadAfterHere(text)).toBe(true));

  it.each([
    ...['let a; f(a); here();', 'let a; here();', 'let a; here(); a = 1;', 'function f(a) { g(a); here(); }'],
    ...['let a; if (f(a)) here(); else g();', 'while (x) f(); let a; f(a); here();', 'let a; { let a; here(); f(a); }'],
  ])('and else is not: %s', (text) => expect(isReadAfterHere(text)).toBe(false));

  it.each([
    ...['let a; while (f(a)) here();', 'let a; do { f(a); here(); } while (x);', 'let a; for (;;) { f(a); here(); }'],
    ...['let a; for (x of f(a)) here();', 'let a; for (x in y) { f(a); for (;;) here(); }'],
    ...['let a; for (const x of y) { if (f(a)) g(); else { here(); } }', 'for (let a; f(a); ) here();'],
  ])('is read again where a loop comes back: %s', (text) => expect(isReadAfterHere(text)).toBe(true));

  it.each(['while (x) { let a; f(a); here(); }', 'for (;;) { const a = 1; if (f(a)) here(); }'])(
    'which makes it anew if it is declared in the loop: %s',
    (text) => expect(isReadAfterHere(text)).toBe(false),
  );

  it.each([
    ...[
      'let a; const f = () => a; here();',
      'let a; function f() { g(a); } here();',
      'let a; f(() => { g(a); here(); });',
    ],
    ...['let a; class A { static x = f(a); } here();', 'class A { static { let a; f(() => a); here(); } }'],
  ])('may be read by a function at any time: %s', (text) => expect(isReadAfterHere(text)).toBe(true));
});
