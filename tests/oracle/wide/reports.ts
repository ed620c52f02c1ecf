import type { TSESLint } from '@typescript-eslint/utils';
import no200Only from '../../../rules/no-200-only.js';
import noUncheckedResponse from '../../../rules/no-unchecked-response.js';
import requireErrorBranch from '../../../rules/require-error-branch.js';
import { isFunction, type Node } from '../../../src/analysis/index.js';
import { isProbed } from './reads.js';
import { visit } from '../../../src/syntax/visit.js';
import { byTheLetter, optionsByTheLetter } from '../../../scripts/letter.js';

export type RuleName = 'no-unchecked-response' | 'require-error-branch' | 'no-200-only';

export interface Report {
  readonly rule: RuleName;
  readonly messageId: string;
  readonly line: number;
  readonly endLine: number;
  /** Where the statement starts that it stands in. */
  readonly statementLine: number;
  /** The number of the request where it stands at one. */
  readonly site: number;
  /** It is about code in a function inside, whose paths end where it does, called or not. */
  readonly isInside: boolean;
}

const rules = {
  'no-unchecked-response': noUncheckedResponse,
  'require-error-branch': requireErrorBranch,
  'no-200-only': no200Only,
};

type Listeners = Record<string, ((node: Node) => void) | undefined>;
interface Given {
  readonly node?: Node;
  readonly loc?: TSESLint.AST.SourceLocation;
  readonly messageId: string;
}

/** What the rules say of a program. */
export function reportsOf(source: TSESLint.SourceCode): readonly Report[] {
  const reports: Report[] = [];
  const all = Object.entries(rules).map(([rule, { create }]) => {
    const report = ({ node, loc, messageId }: Given) => {
      const { start, end } = loc ?? node!.loc;
      const at = {
        line: start.line,
        endLine: end.line,
        site: siteAt(source, start),
        ...placeOf(source, start),
      };
      reports.push({ rule: rule as RuleName, messageId, ...at });
    };
    return create({
      sourceCode: source,
      options: optionsByTheLetter(rules[rule as RuleName]),
      settings: byTheLetter,
      report,
    } as never) as Listeners;
  });
  visit(source.ast, source.visitorKeys, (node) => {
    if (node.type === 'CallExpression') for (const listeners of all) listeners['CallExpression']?.(node);
  });
  for (const listeners of all) listeners['Program:exit']?.(source.ast);
  return reports;
}

function placeOf(
  source: TSESLint.SourceCode,
  start: TSESLint.AST.SourceLocation['start'],
): Pick<Report, 'isInside' | 'statementLine'> {
  let functions = 0;
  let statementLine = 0;
  for (
    let at: Node | null | undefined = source.getNodeByRangeIndex(source.getIndexFromLoc(start));
    at;
    at = at.parent
  ) {
    if (isProbed(at) || (isFunction(at) && at.body?.type !== 'BlockStatement')) statementLine ||= at.loc.start.line;
    if (isFunction(at)) functions++;
  }
  return { isInside: functions > 1, statementLine };
}

/** Requests have their number in their URL. */
const siteAt = (source: TSESLint.SourceCode, { line, column }: TSESLint.AST.SourceLocation['start']): number =>
  Number(/\('\/(\d+)'/.exec(source.lines[line - 1]!.slice(column))?.[1] ?? 0);
