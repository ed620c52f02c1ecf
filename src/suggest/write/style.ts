import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Latest } from '../../syntax/latest.js';
import type { Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';

/** How a file is written, so that what a suggestion adds looks as if its author had written it. */
export interface Style {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly quote: string;
  readonly semicolons: boolean;
  /** `if (x) { return; }` rather than `if (x) return;`. */
  readonly braces: boolean;
  /** `( x )` rather than `(x)`. */
  readonly padded: boolean;
  /** `! x` rather than `!x`. */
  readonly spacedNot: boolean;
  /** `${x}` rather than `'' + x`. */
  readonly templates: boolean;
  readonly arrows: boolean;
  /** `(x) => …` rather than `x => …`. */
  readonly arrowParens: boolean;
  readonly declare: 'const' | 'var';
  /** What stands between a closing brace and `else`: a space or a line break. */
  readonly elseOnOwnLine: boolean;
}

const cache = new Latest<TSESLint.SourceCode, Style>();

export function styleOf(source: TSESLint.SourceCode): Style {
  let style = cache.get(source);
  if (!style) cache.set(source, (style = read(source)));
  return style;
}

/** A part of a file speaks for all of it: what is asked at most, so that a long file costs no more than a short one. */
const enough = { nodes: 400, lines: 100 };

/** A vote between two ways to write the same thing. */
class Vote {
  private balance = 0;
  add(yes: boolean): void {
    this.balance += yes ? 1 : -1;
  }
  /** What most places say; `otherwise` where nobody says anything, or as many say this as that. */
  result(otherwise: boolean): boolean {
    return this.balance === 0 ? otherwise : this.balance > 0;
  }
}

const questions = [
  'semicolons',
  'braces',
  'padded',
  'not',
  'arrows',
  'parens',
  'constants',
  'else',
  'single',
  'templates',
] as const;

type Votes = Readonly<Record<(typeof questions)[number], Vote>>;

function read(source: TSESLint.SourceCode): Style {
  const votes = Object.fromEntries(questions.map((question) => [question, new Vote()])) as Votes;
  let asked = 0;
  visit(source.ast, source.visitorKeys, (node) => {
    if (++asked > enough.nodes) return false;
    ask(source, node, votes);
    return true;
  });
  const modern = votes.constants.result(true);
  return {
    eol: source.text.includes('\r\n') ? '\r\n' : '\n',
    unit: unitOf(source),
    semicolons: votes.semicolons.result(true),
    braces: votes.braces.result(false),
    padded: votes.padded.result(false),
    spacedNot: votes.not.result(false),
    arrows: votes.arrows.result(modern),
    arrowParens: votes.parens.result(true),
    declare: modern ? 'const' : 'var',
    elseOnOwnLine: votes.else.result(false),
    quote: votes.single.result(true) ? "'" : '"',
    templates: votes.templates.result(modern),
  };
}

function ask(source: TSESLint.SourceCode, node: Node, votes: Votes): void {
  switch (node.type) {
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ThrowStatement':
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'PropertyDefinition':
    case 'TSTypeAliasDeclaration':
      return askSemicolon(source, node, votes);
    case 'VariableDeclaration':
      votes.constants.add(node.kind !== 'var');
      if (!/^For/.test(node.parent.type)) askSemicolon(source, node, votes);
      return;
    case 'ExportNamedDeclaration':
      if (!node.declaration) askSemicolon(source, node, votes);
      return;
    case 'IfStatement':
      return askIf(source, node, votes);
    case 'UnaryExpression':
      if (node.operator === '!') votes.not.add(/\s/.test(source.text[node.range[0] + 1] ?? ''));
      return;
    case 'ArrowFunctionExpression':
      votes.arrows.add(true);
      if (node.params.length === 1 && node.params[0]?.type === 'Identifier' && !node.params[0].typeAnnotation) {
        const before = skipBack(source.text, node.params[0].range[0]);
        votes.parens.add(before >= node.range[0] && source.text[before] === '(');
      }
      return;
    case 'Literal':
      // An attribute's quotes are another matter.
      if (typeof node.value === 'string' && node.parent.type !== 'JSXAttribute')
        votes.single.add(source.text[node.range[0]] === "'");
      return;
    case 'TemplateLiteral':
      return votes.templates.add(true);
    case 'FunctionExpression':
      if (node.parent.type === 'CallExpression') votes.arrows.add(false);
  }
}

function askSemicolon(source: TSESLint.SourceCode, node: Node, votes: Votes): void {
  if (!closesBlock(source, node)) votes.semicolons.add(endsWithSemicolon(source, node));
}

function askIf(source: TSESLint.SourceCode, node: TSESTree.IfStatement, votes: Votes): void {
  const { consequent, alternate } = node;
  const isBlock = consequent.type === 'BlockStatement';
  if (!isBlock || consequent.body.length === 1) votes.braces.add(isBlock);
  const paren = skipBack(source.text, node.test.range[0]);
  if (source.text[paren] === '(') votes.padded.add(source.text[paren + 1] === ' ');
  if (!alternate || !isBlock) return;
  votes.else.add(/^\s*\n/.test(source.text.slice(consequent.range[1], alternate.range[0])));
}

/** Whether a statement ends in a semicolon of its own line; one that begins the next line is the other style. */
export function endsWithSemicolon({ text }: TSESLint.SourceCode, node: Node): boolean {
  const last = node.range[1] - 1;
  return text[last] === ';' && !text.slice(skipBack(text, last), last).includes('\n');
}

const braceNext = /[ \t]*(?:\/\*.*?\*\/[ \t]*)*\}/y;

/** Whether the brace that closes a block follows on the same line, where `{ return x }` is usual in either style. */
export function closesBlock({ text }: TSESLint.SourceCode, node: Node): boolean {
  if (text[node.range[1] - 1] === ';') return false;
  braceNext.lastIndex = node.range[1];
  return braceNext.test(text);
}

/** Where the last character before a place stands that is not white space. */
function skipBack(text: string, place: number): number {
  let at = place - 1;
  while (at >= 0 && /\s/.test(text[at]!)) at--;
  return at;
}

/** The smallest step by which a line is further in than the one before it. */
function unitOf(source: TSESLint.SourceCode): string {
  const steps = new Map<string, number>();
  let previous = '';
  let seen = 0;
  for (const line of source.lines) {
    const [indent = ''] = /^[\t ]*/.exec(line) ?? [];
    // Lines of a comment are one space further in, which says nothing.
    if (line.length === indent.length || line[indent.length] === '*') continue;
    const step = indent.startsWith(previous) ? indent.slice(previous.length) : '';
    if (step && step !== ' ') steps.set(step, (steps.get(step) ?? 0) + 1);
    previous = indent;
    if (++seen === enough.lines) break;
  }
  const [best] = [...steps].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? '  ';
}
