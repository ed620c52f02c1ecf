import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../syntax/nodes.js';

/** A vote between two ways to write the same thing. */
export class Vote {
  private balance = 0;
  private votes = 0;
  add(yes: boolean): void {
    this.balance += yes ? 1 : -1;
    this.votes++;
  }
  /** Whether both ways stand in the file. */
  get isMixed(): boolean {
    return Math.abs(this.balance) < this.votes;
  }
  /** What most places say; `otherwise` where nobody says anything, or as many say this as that. */
  result(otherwise: boolean): boolean {
    return this.balance === 0 ? otherwise : this.balance > 0;
  }
}

export const questions = [
  'semicolons',
  'braces',
  'padded',
  'calls',
  'types',
  'not',
  'arrows',
  'parens',
  'constants',
  'else',
  'single',
  'templates',
] as const;

export type Votes = Readonly<Record<(typeof questions)[number], Vote>>;

/** What a node says of its file's style. */
export function ask(source: TSESLint.SourceCode, node: Node, votes: Votes): void {
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
    case 'CallExpression':
    case 'NewExpression':
      return askCall(source, node, votes);
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
      return;
    default:
      if (node.type.startsWith('TS')) votes.types.add(true);
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

function askCall(
  source: TSESLint.SourceCode,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  votes: Votes,
): void {
  const [first] = node.arguments;
  if (!first || /^(Object|Array|Function|Arrow)/.test(first.type)) return;
  const before = source.text.slice(first.range[0] - 2, first.range[0]);
  if (before.endsWith('(') || before === '( ') votes.calls.add(before === '( ');
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
