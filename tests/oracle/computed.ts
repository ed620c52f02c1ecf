import type { TSESLint } from '@typescript-eslint/utils';
import rule from '../../rules/no-unchecked-response.js';
import * as intMap from '../../src/analysis/domain/int-map.js';
import { Fact, statusesOf } from '../../src/analysis/domain/table.js';
import { Flow } from '../../src/analysis/flow/flow.js';
import { analyse, isFunction, traceOf, type Node, type Trace } from '../../src/analysis/index.js';
import { StatusSet } from '../../src/status/index.js';
import { visit } from '../../src/syntax/visit.js';
import { byTheLetter, optionsByTheLetter } from '../../scripts/letter.js';

/** What the analysis says of one variable at one statement. */
export interface Computed {
  statuses: StatusSet;
  /** It does not follow the value on some way there. */
  lost: boolean;
  /** It may be something else, for all that the analysis knows: none, or a response that is not followed any more. */
  isPartial: boolean;
}

/** What the analysis says of a file: variables by statement, and where `no-unchecked-response` reports. */
export interface Verdict {
  readonly at: ReadonlyMap<Node, ReadonlyMap<string, Computed>>;
  readonly reports: readonly { readonly line: number; readonly column: number }[];
}

/**
 * Runs the analysis and notes at each statement what it knows of these variables.
 * @param namesAt the variables of interest at a statement; undefined for a statement of no interest
 */
export function compute(source: TSESLint.SourceCode, namesAt: (node: Node) => readonly string[] | undefined): Verdict {
  const at = new Map<Node, Map<string, Computed>>();
  analyse(source, byTheLetter, (node, flow) => {
    const names = namesAt(node);
    if (!names) return;
    let known = at.get(node);
    if (!known) at.set(node, (known = new Map()));
    for (const name of names) note(known, name, flow, node, source);
  });
  return { at, reports: report(source) };
}

/** What is shown of a file to people. */
export const traceIn = (sourceCode: TSESLint.SourceCode): Trace =>
  traceOf({ sourceCode, settings: byTheLetter, filename: 'a.js', physicalFilename: 'a.js', cwd: '/' });

function note(known: Map<string, Computed>, name: string, flow: Flow, node: Node, source: TSESLint.SourceCode): void {
  const before = known.get(name) ?? { statuses: StatusSet.empty, lost: false, isPartial: false };
  known.set(name, before);
  const variable = variableNamed(source, node, name);
  const value = variable && intMap.get(flow.state?.vars, flow.facts.file.number(variable));
  if (variable && value?.kind === 'response') {
    before.isPartial ||= value.maybeOther;
    // What is held by who is not read any more counts as let go.
    const facts = isReadFrom(variable, node) ? [Fact.live] : [Fact.live, Fact.statusKnown];
    const tables = value.origins.map((origin) => flow.table(origin));
    for (const fact of facts) {
      for (const table of tables) before.statuses = before.statuses.union(statusesOf(table, fact));
    }
  } else if (variable && !value) before.lost = true;
}

const isReadFrom = ({ references }: TSESLint.Scope.Variable, node: Node): boolean =>
  references.some(({ identifier }) => identifier.range[0] >= node.range[0]);

function variableNamed(source: TSESLint.SourceCode, node: Node, name: string): TSESLint.Scope.Variable | undefined {
  // A function's own scope stands behind it; what is declared in its body is seen from there alone.
  for (
    let scope: TSESLint.Scope.Scope | null = source.getScope(isFunction(node.parent) ? node.parent : node);
    scope;
    scope = scope.upper
  ) {
    const variable = scope.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}

function report(source: TSESLint.SourceCode): Verdict['reports'] {
  const reports: { line: number; column: number }[] = [];
  const context = {
    sourceCode: source,
    options: optionsByTheLetter(rule),
    settings: byTheLetter,
    report: ({ loc }: { loc: TSESLint.AST.SourceLocation }) => reports.push({ ...loc.start }),
  };
  const listeners = rule.create(context as never) as Record<string, ((node: Node) => void) | undefined>;
  visit(source.ast, source.visitorKeys, (node) => listeners[node.type]?.(node));
  listeners['Program:exit']?.(source.ast);
  return reports;
}
