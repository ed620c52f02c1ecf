import { compute, type Computed, type Verdict } from './computed.js';
import { Exploration, type Choices } from './choices.js';
import type { TSESLint } from '@typescript-eslint/utils';
import { isFunction, type Node } from '../../src/analysis/index.js';
import { formatStatuses, StatusSet } from '../../src/status/index.js';
import { parse } from './parse.js';
import type { Program } from './program/write.js';
import { StubResponse, World } from './world.js';

/** One thing in which the analysis and the runs of a program differ. */
export interface Difference {
  readonly kind: 'unreachable' | 'statuses' | 'missed' | 'unjustified';
  readonly message: string;
}

/** What all runs of a program showed together. */
class Evidence {
  /** The statuses of variables at the statements reached: line, variable and status in one number. */
  readonly seen: Set<number> = new Set();
  readonly reached: Set<number> = new Set();
  /** Sites of which a completed run used a body that nobody inspected. */
  readonly unchecked: Set<number> = new Set();
  /** The same, perhaps in vain: may be reported, and may be not. */
  readonly doubtful: Set<number> = new Set();
  /** Sites that a completed run waited for. */
  readonly awaited: Set<number> = new Set();
  /** Sites with which anything was done at all. */
  readonly touched: Set<number> = new Set();

  /** Some run was given up for the lack of a response. */
  lacked = false;

  visit(line: number, values: readonly unknown[]): void {
    this.reached.add(line);
    values.forEach((value, i) => {
      if (value instanceof StubResponse) this.seen.add((line * 100 + i) * 1000 + value.answered);
    });
  }

  finish(world: World, isOrdinary: boolean): void {
    this.lacked ||= world.lacked;
    for (const { site, used, isDoubtful, inspected, handed, awaited } of world.responses) {
      if (used || inspected || handed) this.touched.add(site);
      if (!isOrdinary) continue;
      if (used && !inspected && !handed) (isDoubtful ? this.doubtful : this.unchecked).add(site);
      if (awaited) this.awaited.add(site);
    }
  }

  isJustified(site: number): boolean {
    return this.unchecked.has(site) || this.doubtful.has(site) || (this.awaited.has(site) && !this.touched.has(site));
  }
}

const names = ['fetch', 'c', 'options', 'Promise', 'act', 'items', 'm', 't', 'x', 'n', 'i', 'q', 'g', 'p', 'h', 'a', 'o', 's', 'd'] as const;
const surroundings = `
  const nothing = () => undefined;
  const [send, store, messages, console, logger, looksGood] = [nothing, {}, {}, { log: nothing }, { info: nothing }, c];`;

type Start = (...surroundings: unknown[]) => () => Promise<unknown>;

const compile = (program: Program): Start =>
  new Function(...names, `'use strict';${surroundings}\n${program.instrumented}\nreturn main;`) as Start;

function exploration(program: Program, start: Start, evidence: Evidence, steady?: number): Exploration {
  return new Exploration(async (choices: Choices) => {
    const world = new World(choices, program.statuses, program.catches, (line, values) => evidence.visit(line, values), steady);
    let isOrdinary = false;
    try {
      const value = await start(...names.map((name) => world[name]))();
      world.h(value);
      isOrdinary = !world.isGivenUp;
    } catch {
      // A run that ends so proves nothing of what it left undone.
    }
    evidence.finish(world, isOrdinary);
  });
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
  const runs = exploration(program, start, evidence);
  await runs.explore(budget.runs);
  const sets = compareSets(program, source, verdict, evidence);
  if (program.isVague) return sets;
  const reported = reportedSites(program, verdict);
  return [...sets, ...(await missed(program, runs, evidence, reported, budget)), ...(await unjustified(program, start, evidence, reported, budget))];
}

/** The numbers of the requests that the rule reports: they are in their URLs. */
function reportedSites(program: Program, verdict: Verdict): Set<number> {
  const lines = program.text.split('\n');
  return new Set(
    verdict.reports.map(({ line, column }) => Number(/\('\/(\d+)'/.exec(lines[line - 1]!.slice(column))?.[1] ?? Number.NaN)),
  );
}

function compareSets(program: Program, source: TSESLint.SourceCode, verdict: Verdict, evidence: Evidence): Difference[] {
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
    const missing = known && !known.lost ? statuses.filter((status) => !known.statuses.has(status)) : [];
    if (!known || missing.length === 0) continue;
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
    if (at.id?.name === 'main') return true;
    if (at.parent.type !== 'CallExpression') return false;
  }
  return false;
}

/** A statement that is marked: not an expression in the middle of its line. */
function startsLine(node: Node, program: Program): boolean {
  return node.loc.start.column === 0 && program.marks.has(node.loc.start.line);
}

async function missed(
  program: Program,
  runs: Exploration,
  evidence: Evidence,
  reported: ReadonlySet<number>,
  budget: Budget,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  if (program.remembers) return differences;
  for (const site of evidence.unchecked) {
    if (!reported.has(site)) differences.push({ kind: 'missed', message: `request ${site} is used unchecked, and not reported` });
  }
  for (const site of evidence.awaited) {
    if (evidence.touched.has(site) || reported.has(site) || program.tolerated.has(site)) continue;
    // Dropped is what no run touches: all of them count.
    await runs.explore(budget.search, () => evidence.touched.has(site));
    if (evidence.touched.has(site) || evidence.lacked || !runs.isComplete) continue;
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
  for (const site of reported) {
    if (evidence.isJustified(site)) continue;
    const search = new Evidence();
    const runs = exploration(program, start, search, site);
    await runs.explore(budget.search, () => search.isJustified(site));
    if (search.isJustified(site) || !runs.isComplete) continue;
    differences.push({ kind: 'unjustified', message: `request ${site} is reported, and no run justifies it` });
  }
  return differences;
}
