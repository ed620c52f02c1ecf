import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { parser } from '../../src/reader/parser.js';
import { scriptsOf } from '../../src/reader/scripts.js';
import { sampleFiles } from '../compat/workbench.js';

const own = parser as Linter.Parser & {
  parseForESLint(text: string, options: { filePath: string }): { ast: { tokens: Token[]; comments: Token[] } };
};

interface Token {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
}

const plain = (tokens: readonly Token[]): string[] =>
  tokens.map(({ type, value, range }) => `${type} ${value} ${range.join('-')}`);

const javascript = `#! node
import x, { y as z } from './z.js';
class A extends B { #p = 1; static async *q() { yield* this.#p?.r; } get s() { return super.s; } }
const t = \`a\${b}c\${\`d\`}e\`, u = /[/]\\//giu.test('"'), v = 1_000n ** 0x1fn, w = { async, of, let: null };
for await (const k of l) if (m ?? n) continue; else throw await o(...p);
label: do { debugger } while (true && !false); // end
export default <P.Q r="s" {...t}>u {v} <></></P.Q>;
/* last */`;

const typescript = `import type { T } from './t';
@Injectable() export class A<out B extends C = D> extends E<F> implements G {
  constructor(@Inject(H) private readonly i?: J, public k = 1) { super(); }
  declare l: string; abstract m(): void; n!: number; override o(this: void): asserts p is Q {}
}
abstract class A2 { abstract b: string; abstract c(): void; accessor d = 1; }
interface R extends S<T> { (u: V): W; readonly [x: string]: unknown; y?<Z>(): Z }
enum Color { Red = 'r', Green = 1 << 2 }
declare module 'm' { export = n; }
namespace O.P { export const q = <const R,>(s: R): s is T => s satisfies U as V; }
type W = X extends (infer Y)[] ? Y[] : { [K in keyof Z as \`a\${K}\`]-?: Z[K] };
function over(a: string): void; function over(a: unknown) { return <any>a!; }
let b: Array<Map<string, Set<number>>> = c<string>()!, d = e as unknown as typeof import('f');
export type { B } from './b'; import g = require('g'); using h = i();`;

describe('tokens and comments', () => {
  it('of JavaScript are those of espree', () => {
    const { tokens, comments } = own.parseForESLint(javascript.replace('#!', '//'), { filePath: 'a.js' }).ast;
    const options = {
      ecmaVersion: 'latest',
      sourceType: 'module',
      range: true,
      tokens: true,
      comment: true,
      ecmaFeatures: { jsx: true },
    };
    const theirs = espree.parse(javascript.replace('#!', '//'), options as never) as unknown as {
      tokens: Token[];
      comments: Token[];
    };
    expect(plain(tokens)).toEqual(plain(theirs.tokens));
    expect(plain(comments)).toEqual(plain(theirs.comments));
  });

  it('of TypeScript are those of its parser, but for words that only it takes for keywords', () => {
    const word = /^(?:Identifier|Keyword) /;
    const { tokens } = own.parseForESLint(typescript, { filePath: 'a.ts' }).ast;
    const theirs = typescriptParser.parseForESLint(typescript, { range: true, tokens: true }).ast
      .tokens as unknown as Token[];
    const normal = (list: readonly Token[]): string[] => plain(list).map((token) => token.replace(word, 'Word '));
    expect(normal(tokens)).toEqual(normal(theirs));
  });
});

describe('a tree', () => {
  function lint(text: string, filename: string, languageParser: Linter.Parser | undefined): unknown {
    const languageOptions = {
      ...(languageParser && { parser: languageParser }),
      parserOptions: { ecmaFeatures: { jsx: true } },
    };
    const config = { files: ['**/*.{js,ts}'], ...plugin.configs.all, languageOptions };
    return new Linter().verify(text, [config], { filename }).filter(({ ruleId }) => ruleId?.startsWith('http-status'));
  }

  it("gives the findings and suggestions that ESLint's own gives", () => {
    const files = Object.entries(sampleFiles());
    expect(files.length).toBeGreaterThan(30);
    for (const [name, text] of files) {
      expect([name, lint(text, name, parser)]).toEqual([name, lint(text, name, undefined)]);
    }
  });

  it("gives those that TypeScript's gives", () => {
    const functions = `${typescript}
class Api { constructor(private readonly base: string) {} async get<T>(url: string): Promise<T> { return (await fetch(\`\${this.base}\${url}\`)).json() as T; } }
export const save = async (body: unknown): Promise<void> => { const r = await fetch('/x', { method: 'POST' })!; if (r!.status === 200) { console.log(body as string); } };
`;
    const found = lint(functions, 'a.ts', parser) as unknown[];
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(lint(functions, 'a.ts', typescriptParser as Linter.Parser));
  });

  it.each([
    ['a.js', 'if (x) return;\nwith (y) { var z = 0777; }'],
    ['a.js', 'let a; let a; fetch(a)'],
    ['a.ts', 'export default 1; export default 2;'],
  ])('is made of %s even where only a strict reader minds: %j', (filePath, text) => {
    expect(own.parseForESLint(text, { filePath }).ast.tokens.length).toBeGreaterThan(5);
  });
});

describe('the scripts of a component', () => {
  const code = (text: string, extension: string): string => scriptsOf(text, extension).text.trim();

  it('stand where they stood', () => {
    const text =
      '<p>\n</p>\n<script lang="ts" generic="T extends A<B>">\nlet a = 1\n</script>\n<SCRIPT>(b)</SCRIPT >\n';
    const { text: scripts, languages } = scriptsOf(text, 'vue');
    expect(scripts).toHaveLength(text.length);
    expect(scripts.indexOf('let a')).toBe(text.indexOf('let a'));
    expect(scripts.split('\n')[5]?.trim()).toBe('(b);');
    expect(scripts.split('\n')[4]).toBe(';        ');
    expect([...languages]).toEqual(['ts', 'js']);
  });

  it.each([
    ['svelte', '<!-- <script>a</script> --><script type="module">b</script>', 'b;'],
    ['vue', '<script type="application/json">{}</script><script>b</script>', 'b;'],
    [
      'astro',
      '---\nconst a: B = 1;\n---\n<script>c</script><scripted>d</scripted>',
      'const a: B = 1;\n;  \n        c;',
    ],
    ['astro', '<p>---</p>', ''],
    ['js', '<script>b</script>', '<script>b</script>'],
  ])('of %s, from %j', (extension, text, expected) => {
    expect(code(text, extension)).toBe(expected);
  });

  it('in a language that cannot be read are refused with a sentence', () => {
    expect(() => scriptsOf('<script lang="coffee">a</script>', 'vue')).toThrow('its script is written in "coffee"');
  });
});

describe('a component of a hundred thousand tags', () => {
  it.each(['<script ', '<script>', '<!--', "<script '", '<script a="<script ">', '<script><!--</script '])(
    'is read in time where each is %s',
    (tag) => {
      const text = `<script>a();</script>\n${tag.repeat(100_000)}`;
      expect(scriptsOf(text, 'vue').text.trim()).toMatch(/^a\(\);;/);
    },
  );
});
