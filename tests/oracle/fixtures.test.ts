import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../src/analysis/index.js';
import { formatStatuses, parseStatuses, StatusSet } from '../../src/status/index.js';
import { compute, traceIn, type Verdict } from './computed.js';
import { instrument, readFixture, type Expectation, type Fixture } from './fixture.js';
import { parse, parseTypeScript } from './parse.js';
import { remembered } from './remembered.js';
import { runFixture, universe, type Reached } from './run-fixture.js';

const folder = new URL('../fixtures/', import.meta.url);
const files = readdirSync(folder).filter((file) => /\.[jt]s$/.test(file));
/** What the analysis is known to be wrong about: `file:line:name`, `file:line:report`. */
const knownBugs = JSON.parse(readFileSync(new URL('known-bugs.json', folder), 'utf8')) as string[];

const inUniverse = (set: StatusSet) => set.intersect(StatusSet.of(...universe));

/** What is wrong with one expectation, if anything. */
function wrong(
  { line, name, isExact, statuses, node }: Expectation,
  verdict: Verdict,
  reached: Reached,
): string | undefined {
  const known = verdict.at.get(node)?.get(name);
  const real = StatusSet.of(...(reached.get(`${line}:${name}`) ?? []));
  if (!known)
    return real.isEmpty && statuses?.isEmpty
      ? undefined
      : `the analysis does not come here, runs do with ${formatStatuses(real)}`;
  if (!statuses) return known.lost ? undefined : `is not lost: computed ${formatStatuses(known.statuses)}`;
  if (known.lost) return 'is lost';
  const computed = formatStatuses(known.statuses);
  const missing = real.difference(known.statuses);
  if (!missing.isEmpty) return `is ${formatStatuses(missing)} in some run, computed ${computed}`;
  if (!inUniverse(statuses).equals(real))
    return `expected ${formatStatuses(statuses)}, but runs come with ${formatStatuses(real)}`;
  if (isExact && !known.statuses.equals(statuses))
    return `expected ${formatStatuses(statuses)} exactly, computed ${computed}`;
  if (!isExact && known.statuses.equals(statuses)) return `is exact: write "${name}: = ${formatStatuses(statuses)}"`;
  return undefined;
}

/** Differences by what they are about: `12:report`. */
function wrongReports(fixture: Fixture, verdict: Verdict): Map<string, string> {
  const reported = verdict.reports.map(({ line }) => line);
  return new Map([
    ...fixture.reportLines
      .filter((line) => !reported.includes(line))
      .map((line) => [`${line}:report`, 'expected a report'] as const),
    ...reported
      .filter((line) => !fixture.reportLines.includes(line))
      .map((line) => [`${line}:report`, 'no report expected'] as const),
  ]);
}

function allWrong(fixture: Fixture, verdict: Verdict, reached: Reached): Map<string, string> {
  const all = wrongReports(fixture, verdict);
  for (const expectation of fixture.expectations) {
    const difference = wrong(expectation, verdict, reached);
    if (difference) all.set(`${expectation.line}:${expectation.name}`, difference);
  }
  return all;
}

/** What runs showed on a line and the trace does not; it speaks of the first statement that starts there. */
function missingFromTrace({ expectations }: Fixture, trace: Trace, reached: Reached): string[] {
  return expectations.flatMap(({ line, name, statuses }) => {
    const sights = trace.responses
      .flatMap((response) => response.sights)
      .filter((sight) => sight.line === line && sight.names.includes(name));
    if (!statuses || sights.length === 0) return [];
    const seen = sights.reduce((all, sight) => all.union(parseStatuses(sight.statuses)), StatusSet.empty);
    const missing = StatusSet.of(...(reached.get(`${line}:${name}`) ?? [])).difference(seen);
    return missing.isEmpty ? [] : [`${line}:${name} is ${formatStatuses(missing)} in some run`];
  });
}

async function transpile(text: string): Promise<string> {
  const { default: ts } = await import('typescript');
  return ts.transpile(text, { target: ts.ScriptTarget.ES2022 });
}

describe.each(files)('%s', (file) => {
  it('has the statuses that its runs have', async () => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const source = file.endsWith('.ts') ? await parseTypeScript(text) : parse(text);
    const fixture = readFixture(source);
    const { expectations } = fixture;
    expect(expectations.length + fixture.reportLines.length).toBeGreaterThan(0);
    const names = [...new Set(expectations.map(({ name }) => name))];
    const nodes = new Set(expectations.map(({ node }) => node));
    const verdict = compute(source, (node) => (nodes.has(node) ? names : undefined));
    const instrumented = instrument(source, expectations);
    const script = file.endsWith('.ts') ? await transpile(instrumented) : instrumented;
    const reached = await remembered(script, runFixture);
    const differences = allWrong(fixture, verdict, reached);
    const bugs = knownBugs.filter((bug) => bug.startsWith(`${file}:`)).map((bug) => bug.slice(file.length + 1));
    // One that is right again must go from the list.
    expect([...differences.keys()].filter((key) => bugs.includes(key)).sort()).toEqual([...bugs].sort());
    for (const bug of bugs) differences.delete(bug);
    expect([...differences].map((entry) => entry.join(': '))).toEqual([]);
    expect(missingFromTrace(fixture, traceIn(source), reached)).toEqual([]);
  });
});
