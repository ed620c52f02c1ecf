import { parse, type ParseResult, type ParserOptions } from '@babel/parser';
import { analyze } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Linter } from 'eslint';
import { complete } from './complete.js';
import { scriptsOf } from './scripts.js';
import { toTokens, type BabelToken } from './tokens.js';

type Plugins = NonNullable<ParserOptions['plugins']>;

/** One way to read a text: the first that succeeds is taken. */
interface Attempt {
  readonly sourceType: 'module' | 'script';
  readonly plugins: Plugins;
}

/** What a configuration of ESLint must say to read the same file. */
export interface Reading {
  /** No ES module: a return at the top, an octal number, `with`. */
  readonly sloppy: boolean;
  readonly jsx: boolean;
}

const always: Plugins = ['estree', 'decorators-legacy', 'decoratorAutoAccessors'];
const javascript: Plugins = [...always, 'jsx'];

function attemptsFor(extension: string, languages: ReadonlySet<string>): readonly Attempt[] {
  if (extension === 'ts' || extension === 'mts' || extension === 'cts' || languages.has('ts')) {
    return [{ sourceType: 'module', plugins: [...always, 'typescript'] }];
  }
  if (extension === 'tsx' || languages.has('tsx')) {
    return [{ sourceType: 'module', plugins: [...always, 'typescript', 'jsx'] }];
  }
  return [
    { sourceType: 'module', plugins: javascript },
    { sourceType: 'script', plugins: javascript },
  ];
}

/**
 * Reads with the first attempt that gives a tree. What only a strict reader minds, such as an octal number or a name that
 * is declared twice, is no reason to pass over a file.
 */
function read(text: string, attempts: readonly Attempt[], tokens: boolean): ParseResult {
  let first: unknown;
  for (const attempt of attempts) {
    try {
      return parse(text, {
        ...attempt,
        ranges: true,
        tokens,
        attachComment: false,
        errorRecovery: true,
        allowReturnOutsideFunction: true,
      });
    } catch (error) {
      // Where every attempt fails, the first one's complaint is the likeliest to be understood.
      first ??= error;
    }
  }
  throw asSyntaxError(first);
}

/** ESLint reads the place from `lineNumber` and `column`; Babel's message repeats it at the end. */
function asSyntaxError(error: unknown): unknown {
  const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
  if (!loc) return error;
  const text = message.split('\n')[0]!.replace(/ \(\d+:\d+\)$/, '');
  return Object.assign(new SyntaxError(text), { lineNumber: loc.line, column: loc.column + 1 });
}

type Comment = NonNullable<ParseResult['comments']>[number];

/** `eslint-env` says which globals there are, which no rule of ours asks; newer ESLints take it for an error. */
const withoutEnvironment = (value: string): string => value.replace(/^\s*eslint-env\b/, '');

const toComment = ({ type, value, start, end, loc }: Comment) => ({
  type: type === 'CommentBlock' ? 'Block' : 'Line',
  value: withoutEnvironment(value),
  range: [start!, end!],
  loc: { start: loc!.start, end: loc!.end },
});

function toProgram(file: ParseResult, text: string) {
  const { program, comments, tokens } = file;
  complete(program);
  return Object.assign(program, {
    comments: (comments ?? []).map(toComment),
    tokens: toTokens((tokens ?? []) as readonly BabelToken[], text),
  }) as object & { readonly tokens: readonly { readonly type: string }[] };
}

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function parseCode(text: string, attempts: readonly Attempt[], withTokens = true) {
  const file = read(text, attempts, withTokens);
  const ast = toProgram(file, text);
  const sourceType = file.program.sourceType === 'module' ? 'module' : 'script';
  const scopeManager = analyze(ast as never, { sourceType, childVisitorKeys: visitorKeys, lib: [] });
  const reading: Reading = {
    sloppy: (file.errors ?? []).length > 0 || sourceType === 'script',
    jsx: ast.tokens.some(({ type }) => type.startsWith('JSX')),
  };
  return { ast, scopeManager, visitorKeys, services: { httpStatusReading: reading } };
}

/**
 * Reads a file by the language that its path says: of a component, its scripts. The tokens are for ESLint alone, and cost
 * a third of the time.
 */
export function parseFile(text: string, path: string, withTokens = true) {
  const extension = extensionOf(path);
  const scripts = scriptsOf(text, extension);
  return parseCode(scripts.text, attemptsFor(extension, scripts.languages), withTokens);
}

const meta = { name: 'http-status/parser', version: '1' };

/**
 * Reads JavaScript, JSX, TypeScript and the scripts of components, so that a project needs none of the parsers that its
 * own configuration may name, in versions that may not fit the ESLint at hand.
 */
export const parser = {
  meta,
  parseForESLint: (text: string, { filePath = '' }: { readonly filePath?: string } = {}) => parseFile(text, filePath),
} as unknown as Linter.Parser;

/** Reads the pieces of code that a framework's parser cuts out of a component, in whichever language they are. */
export const scriptParser = {
  meta,
  parseForESLint: (text: string) =>
    parseCode(
      text,
      ['ts', 'tsx', 'js'].flatMap((extension) => attemptsFor(extension, new Set())),
    ),
} as unknown as Linter.Parser;
