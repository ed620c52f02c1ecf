import { compute, type Computed, type Verdict } from './computed.js';
import type { TSESLint } from '@typescript-eslint/utils';
import { isFunction, type FunctionNode, type Node } from '../../src/syntax/nodes.js';
import { formatStatuses, StatusSet } from '../../src/status/index.js';
import { compile, Evidence, exploration, type Start } from './evidence.js';
import { parse } from './parse.js';
import type { Program } from './program/write.js';

/** One thing in which the analysis and the runs of a program differ. */
export interface Difference {
  readonly kind: 'unreachable' | 'statuses' | 'missed' | 'unjustified';
  readonly message: string;
}

export interface Budget {
  /** Runs of every program. */
  readonly runs: number;
  /** Runs to look for one that justifies a report. */
  readonly search: number;
}

/** Runs a program and says in what the analysis is wrong about it. */
export async function check(program: Program, budget: Budget): Promise<readonly Difference[]> {
  const source = parse(program.text);
  const verdict = compute(source, (node) => program.marks.get(node.loc.start.line));
  const start = compile(program);
  const evidence = new Evidence();
  await exploration(program, start, evidence).explore(budget.runs);
  const sets = compareSets(program, source, verdict, evidence);
  if (program.isVague) return sets;
  const reported = reportedSites(program, verdict);
  return [
    ...sets,
    ...(await missed(program, start, evidence, reported, budget)),
    ...(await unjustified(program, start, evidence, reported, budget)),
  ];
}

/** The numbers of the requests that the rule reports: they are in their URLs. */
function reportedSites(program: Program, verdict: Verdict): Set<number> {
  const lines = program.text.split('\n');
  return new Set(
    verdict.reports.map(({ line, column }) =>
      Number(/\('\/(\d+)'/.exec(lines[line - 1]!.slice(column))?.[1] ?? Number.NaN),
    ),
  );
}

function compareSets(
  program: Program,
  source: TSESLint.SourceCode,
  verdict: Verdict,
  evidence: Evidence,
): Difference[] {
  const byLine = new Map<number, ReadonlyMap<string, Computed>>();
  for (const [node, known] of verdict.at) if (startsLine(node, program)) byLine.set(node.loc.start.line, known);
  const differences: Difference[] = [];
  for (const line of evidence.reached) {
    if (byLine.has(line) || !isWalked(line, source)) continue;
    differences.push({ kind: 'unreachable', message: `line ${line} is reached, but not in the analysis` });
  }
  const real = new Map<number, number[]>();
  for (const code of evidence.seen) {
    const key = Math.floor(code / 1000);
    real.set(key, [...(real.get(key) ?? []), code % 1000]);
  }
  for (const [key, statuses] of real) {
    const line = Math.floor(key / 100);
    const name = program.marks.get(line)![key % 100]!;
    const known = byLine.get(line)?.get(name);
    if (!known || known.lost || (known.isPartial && !program.nullable.has(name))) continue;
    const missing = statuses.filter((status) => !known.statuses.has(status));
    if (missing.length === 0) continue;
    const text = `line ${line}: ${name} has ${formatStatuses(StatusSet.of(...missing))}, computed ${formatStatuses(known.statuses)}`;
    differences.push({ kind: 'statuses', message: text });
  }
  return differences;
}

/** Functions that are called by name may be left out of the walk; what stands where it is run must be in it. */
function isWalked(line: number, source: TSESLint.SourceCode): boolean {
  const index = source.getIndexFromLoc({ line, column: 0 });
  for (let at: Node | null | undefined = source.getNodeByRangeIndex(index); at; at = at.parent) {
    if (!isFunction(at)) continue;
    if (nameOf(at) === 'main') return true;
    if (at.parent.type !== 'CallExpression') return false;
  }
  return true;
}

function nameOf(fn: FunctionNode): string | undefined {
  const { parent } = fn;
  const name = fn.id ?? (parent.type === 'VariableDeclarator' ? parent.id : 'key' in parent ? parent.key : undefined);
  return name?.type === 'Identifier' ? name.name : undefined;
}

/** A statement that is marked: not an expression in the middle of its line. */
function startsLine(node: Node, program: Program): boolean {
  return node.loc.start.column === 0 && program.marks.has(node.loc.start.line);
}

async function missed(
  program: Program,
  start: Start,
  evidence: Evidence,
  reported: ReadonlySet<number>,
  budget: Budget,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  if (program.isCredulous) return differences;
  for (const site of evidence.unchecked) {
    if (!reported.has(site))
      differences.push({ kind: 'missed', message: `request ${site} is used unchecked, and not reported` });
  }
  for (const site of evidence.awaited) {
    if (evidence.grazed.has(site) || reported.has(site) || program.tolerated.has(site)) continue;
    // Dropped is what no run touches, not even one in which the other responses and flags are as they like.
    const search = new Evidence();
    const runs = exploration(program, start, search, site);
    await runs.explore(budget.search, () => search.grazed.has(site));
    if (search.grazed.has(site) || search.isUnfinished || !runs.isComplete) continue;
    differences.push({ kind: 'missed', message: `request ${site} is dropped, and not reported` });
  }
  return differences;
}

async function unjustified(
  program: Program,
  start: Start,
  evidence: Evidence,
  reported: ReadonlySet<number>,
  budget: Budget,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  // Where every run fails in the end, none shows what it leaves undone; nor where all do that keep to this site.
  if (evidence.ended.size === 0) return differences;
  for (const site of reported) {
    if (evidence.isJustified(site)) continue;
    const search = new Evidence();
    const runs = exploration(program, start, search, site);
    await runs.explore(budget.search, () => search.isJustified(site));
    if (search.isJustified(site) || !runs.isComplete || search.ended.size === 0) continue;
    differences.push({ kind: 'unjustified', message: `request ${site} is reported, and no run justifies it` });
  }
  return differences;
}
