/** What Babel says of a token; comments stand among them as strings of a type. */
export interface BabelToken {
  readonly type: string | { readonly label: string };
  readonly start: number;
  readonly end: number;
  readonly loc: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Token {
  readonly type: string;
  readonly value: string;
  readonly range: readonly [number, number];
  readonly loc: { readonly start: Position; readonly end: Position };
}

const keywords = new Set(
  (
    'break case catch class const continue debugger default delete do else export extends finally for function if ' +
    'import in instanceof new return super switch this throw try typeof var void while with yield let static enum'
  ).split(' '),
);

const byLabel: Readonly<Record<string, string>> = {
  num: 'Numeric',
  bigint: 'Numeric',
  string: 'String',
  regexp: 'RegularExpression',
  jsxName: 'JSXIdentifier',
  jsxText: 'JSXText',
};

const isWord = (value: string): boolean => /^[\p{ID_Start}$_\\]/u.test(value);

function typeOfWord(value: string): string {
  if (value === 'true' || value === 'false') return 'Boolean';
  if (value === 'null') return 'Null';
  return keywords.has(value) ? 'Keyword' : 'Identifier';
}

function typeOf(label: string, value: string): string {
  const known = byLabel[label];
  if (known) return known;
  // "`a${", "}b${" and "}c`", as ESTree has them.
  if (/(?:`|\$\{)$/.test(value)) return 'Template';
  if (value.startsWith('#') && value.length > 1) return 'PrivateIdentifier';
  return isWord(value) ? typeOfWord(value) : 'Punctuator';
}

/** `<a b="c">`: the string is text, with entities instead of escapes. */
const isAttribute = (before: readonly Token[]): boolean =>
  before.at(-1)?.value === '=' && before.at(-2)?.type === 'JSXIdentifier';

/** Babel's tokens as ESLint's rules know them. */
export function toTokens(tokens: readonly BabelToken[], text: string): Token[] {
  const all: Token[] = [];
  for (const { type, start, end, loc } of tokens) {
    if (typeof type === 'string' || type.label === 'eof') continue;
    const value = text.slice(start, end);
    const own = typeOf(type.label, value);
    all.push({
      type: own === 'String' && isAttribute(all) ? 'JSXText' : own,
      value: own === 'PrivateIdentifier' ? value.slice(1) : value,
      range: [start, end],
      loc: { start: loc.start, end: loc.end },
    });
  }
  return all;
}
