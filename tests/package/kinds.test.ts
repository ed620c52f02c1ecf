import { readFileSync } from 'node:fs';
import parser from '@typescript-eslint/parser';
import { visitorKeys as typescriptKeys } from '@typescript-eslint/visitor-keys';
import { Linter } from 'eslint';
import { KEYS as ecmascriptKeys } from 'eslint-visitor-keys';
import { VisitorKeys as svelteKeys } from 'svelte-eslint-parser';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { AST as vue } from 'vue-eslint-parser';
import plugin from '../../src/index.js';
import { isLoop, isWrapper, type Node } from '../../src/syntax/nodes.js';
import * as kinds from '../../src/analysis/interpreter/kinds.js';

const interpreter = {
  execute: 'src/analysis/interpreter/execute.ts',
  evaluate: 'src/analysis/interpreter/evaluate.ts',
};

const parsers: Record<string, object> = {
  'the TypeScript parser': typescriptKeys,
  espree: ecmascriptKeys,
  'the Vue parser': vue.KEYS,
  'the Svelte parser': svelteKeys,
};

const known = Object.values(kinds).flat();

/** What has to be said of the kinds of a parser that no list has. */
const unknown = (parserName: string, keys: readonly string[]): string[] =>
  keys
    .filter((kind) => !known.includes(kind))
    .map((kind) => `${kind} of ${parserName} is in no list of kinds.ts: say there what the interpreter does with it.`);

/** The kinds that a file has a case for, or asks for with `node.type === '…'`. */
function casesOf(text: string): string[] {
  const found = new Set<string>();
  const isType = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) && node.getText() === 'node.type';
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node) && isType(node.expression)) {
      for (const clause of node.caseBlock.clauses) {
        if (ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression)) found.add(clause.expression.text);
      }
    }
    if (ts.isBinaryExpression(node) && isType(node.left) && ts.isStringLiteral(node.right)) found.add(node.right.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return [...found];
}

const casesIn = (path: string): string[] => casesOf(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

/** A kind that the interpreter asks for by another name than its own. */
const isAskedFor = (kind: string): boolean => {
  const node = { type: kind } as Node;
  return isLoop(node) || isWrapper(node);
};

describe('every kind of node', () => {
  it.each(Object.entries(parsers))('of %s is known to the interpreter', (parserName, keys) => {
    expect(Object.keys(keys).length).toBeGreaterThan(50);
    expect(unknown(parserName, Object.keys(keys))).toEqual([]);
  });

  it('is in one list', () => {
    expect(known.filter((kind, i) => known.indexOf(kind) !== i)).toEqual([]);
  });

  it('is one that a parser has', () => {
    const all = Object.values(parsers).flatMap((keys) => Object.keys(keys));
    expect(known.filter((kind) => !all.includes(kind))).toEqual([]);
  });

  it('is named where it is unknown', () => {
    expect(unknown('a parser', ['IfStatement', 'MatchStatement'])).toEqual([
      'MatchStatement of a parser is in no list of kinds.ts: say there what the interpreter does with it.',
    ]);
  });
});

describe('a kind with a case', () => {
  const [execute, evaluate] = [casesIn(interpreter.execute), casesIn(interpreter.evaluate)];

  it('is in the list of those', () => {
    expect(execute.filter((kind) => !kinds.statements.includes(kind))).toEqual([]);
    // A class is a statement and an expression.
    const either = [...kinds.expressions, 'ClassDeclaration'];
    expect(evaluate.filter((kind) => !either.includes(kind))).toEqual([]);
  });

  it('has that case', () => {
    expect(kinds.statements.filter((kind) => !execute.includes(kind) && !isAskedFor(kind))).toEqual([]);
    expect(kinds.expressions.filter((kind) => !evaluate.includes(kind) && !isAskedFor(kind))).toEqual([]);
  });

  it('is found in a switch and in a comparison, and not where another node is asked', () => {
    const text = `switch (node.type) { case 'A': case 'B': if (node.parent.type === 'C') go(); }
      switch (left.type) { case 'D': } if (node.type === 'E') go('F');`;
    expect(casesOf(text)).toEqual(['A', 'B', 'E']);
  });
});

/** A request that is not checked, and so is reported wherever the walk comes to it. A chain can stand where `await` cannot. */
const request = 'fetch(u).then((r) => r.json())';

/** A program for each kind that says where code in it runs; the request stands in a node of that kind. */
const programs: Record<string, string> = {
  VariableDeclarator: `const x = ${request};`,
  SwitchCase: `switch (x) { case ${request}: }`,
  CatchClause: `try { go(); } catch { show(${request}); }`,
  ClassBody: `class A { x = ${request}; }`,
  PropertyDefinition: `class A { static x = ${request}; }`,
  Property: `show({ x: ${request} });`,
  SpreadElement: `show(...${request});`,
  ObjectPattern: `const { x = ${request} } = y;`,
  ArrayPattern: `const [x = ${request}] = y;`,
  AssignmentPattern: `[x = ${request}] = y;`,
  RestElement: `[...${request}.x] = y;`,
  WithStatement: `with (x) show(${request});`,
  JSXElement: `show(<a>{${request}}</a>);`,
  JSXFragment: `show(<>{${request}}</>);`,
  JSXOpeningElement: `show(<a b={${request}} />);`,
  JSXAttribute: `show(<a b={${request}} />);`,
  JSXSpreadAttribute: `show(<a {...${request}} />);`,
  JSXSpreadChild: `show(<a>{...${request}}</a>);`,
  JSXExpressionContainer: `show(<a>{${request}}</a>);`,
  AccessorProperty: `class A { accessor x = ${request}; }`,
  MethodDefinition: `class A { [${request}]() {} }`,
  Decorator: `@show(${request}) class A {}`,
  TSEnumDeclaration: `enum A { x = ${request} }`,
  TSEnumBody: `enum A { x = ${request} }`,
  TSEnumMember: `enum A { x = ${request} }`,
  TSModuleDeclaration: `namespace A { show(${request}); }`,
  TSModuleBlock: `namespace A { show(${request}); }`,
  TSExportAssignment: `export = ${request};`,
};

/** These hold no code, only others that do. */
const frames = ['JSXOpeningFragment', 'JSXClosingElement', 'JSXClosingFragment'];

function reportsOn(kind: string): unknown[] {
  const code = `const program = 1;\n${programs[kind]}`;
  const seen: string[] = [];
  const spy = { create: () => ({ [kind]: () => void seen.push(kind) }) };
  const messages = new Linter().verify(
    code,
    {
      files: ['**/*.tsx'],
      plugins: { 'http-status': plugin, spy: { rules: { spy } } },
      languageOptions: {
        parser: parser as never,
        parserOptions: { ecmaFeatures: { jsx: true } },
        sourceType: 'module',
      },
      rules: { 'http-status/no-unchecked-response': 'error', 'spy/spy': 'error' },
    },
    'a.tsx',
  );
  expect(seen).toContain(kind);
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

describe('what runs in a node of a kind', () => {
  it.each([...kinds.parts, ...kinds.inOrder].filter((kind) => !frames.includes(kind)))('is followed: %s', (kind) => {
    expect(reportsOn(kind)).toEqual(['http-status/no-unchecked-response']);
  });

  it.each(kinds.unfollowed)('is passed by: %s', (kind) => {
    expect(reportsOn(kind)).toEqual([]);
  });
});
