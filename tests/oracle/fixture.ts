import type { TSESLint } from '@typescript-eslint/utils';
import { isFunction, type Node } from '../../src/analysis/index.js';
import { parseStatuses, StatusSet } from '../../src/status/index.js';
import { visit } from '../../src/syntax/visit.js';

/** `//=> res: 2xx` on the line of a statement: what `res` can be there, before the statement runs. */
export interface Expectation {
  readonly line: number;
  readonly name: string;
  /** Exactly these, and no more; otherwise all of these, and perhaps more. */
  readonly isExact: boolean;
  /** Undefined for `lost`: the analysis does not follow it. */
  readonly statuses: StatusSet | undefined;
  /** The innermost statement, or arrow function's expression, that starts on the line. */
  readonly node: Node;
}

/** `//=> report` on the line of a request: `no-unchecked-response` reports it. */
export interface Fixture {
  readonly expectations: readonly Expectation[];
  readonly reportLines: readonly number[];
}

/** Reads the expectations of a fixture. */
export function readFixture(source: TSESLint.SourceCode): Fixture {
  const expectations: Expectation[] = [];
  const reportLines: number[] = [];
  const nodes = statementsByLine(source);
  for (const comment of source.getAllComments()) {
    const text = /^=> (.*)$/.exec(comment.value.trim())?.[1];
    if (text === undefined) continue;
    const { line } = comment.loc.start;
    for (const part of text.split(';')) {
      if (part.trim() === 'report') reportLines.push(line);
      else expectations.push(readExpectation(part, line, nodes.get(line)));
    }
  }
  return { expectations, reportLines };
}

function readExpectation(text: string, line: number, node: Node | undefined): Expectation {
  const match = /^\s*(\w+): (= )?(.+?)\s*$/.exec(text);
  if (!match)
    throw new SyntaxError(`Line ${line}: "${text}" is no expectation; write "name: 2xx", "name: = 2xx" or "report".`);
  if (!node) throw new SyntaxError(`Line ${line} has an expectation, but no statement starts there.`);
  const [, name, exact, statuses] = match;
  return {
    line,
    name: name!,
    isExact: !!exact,
    statuses: statuses === 'lost' ? undefined : parseStatuses(statuses!),
    node,
  };
}

/** The last statement or arrow function's expression that starts on each line. */
function statementsByLine(source: TSESLint.SourceCode): Map<number, Node> {
  const nodes = new Map<number, Node>();
  visit(source.ast, source.visitorKeys, (node) => {
    if (isRunAlone(node)) nodes.set(node.loc.start.line, node);
  });
  return nodes;
}

function isRunAlone(node: Node): boolean {
  if (isFunction(node.parent) && node.parent.body === node) return node.type !== 'BlockStatement';
  if (node.type === 'BlockStatement' || node.type === 'Program' || node.type === 'FunctionDeclaration') return false;
  if (node.type === 'VariableDeclaration')
    return !/^For/.test(node.parent.type) || !('body' in node.parent && node.parent.body !== node);
  return /Statement$/.test(node.type);
}

/** The text with a probe before each marked statement: `mark(line, name, value)`. */
export function instrument(source: TSESLint.SourceCode, expectations: readonly Expectation[]): string {
  const edits: [at: number, order: number, text: string][] = [];
  for (const { node, line, name } of expectations) {
    const probe = `__mark(${line}, '${name}', ${name})`;
    const [start, end] = node.range;
    if (isFunction(node.parent)) edits.push([start, 0, `(${probe}, `], [end, 1, ')']);
    else if (needsBlock(node)) edits.push([start, 0, `{ ${probe}; `], [end, 1, ' }']);
    else edits.push([start, 0, `${probe}; `]);
  }
  let text = source.text;
  for (const [at, , inserted] of edits.sort((a, b) => b[0] - a[0] || a[1] - b[1])) {
    text = text.slice(0, at) + inserted + text.slice(at);
  }
  return text;
}

/** A statement that stands alone after `if (…)` or a loop's head; `if` … `else if` included. */
const needsBlock = (node: Node): boolean =>
  node.parent?.type !== 'BlockStatement' && node.parent?.type !== 'SwitchCase' && node.parent?.type !== 'Program';
