import { exploration, replay, type Outcome } from './explore.js';
import type { Case, Difference } from './judge.js';
import { isError } from './evidence.js';
import type { Report } from './reports.js';

const others = [201, 204, 299];

/** One run as often as there are statuses of interest, for one of its requests: all else is answered the same. */
interface Alternatives {
  readonly site: number;
  /** How far the run had come when the request was made. */
  readonly madeAt: number;
  readonly of200: Outcome;
  readonly ofFailure: Outcome;
  readonly ofOthers: readonly Outcome[];
}

/** Calls `take` for each way through the program and each of its requests; true where these are all ways. */
async function alternatives(
  { start, statuses }: Case,
  isPermissive: boolean,
  count: number,
  take: (found: Alternatives) => void,
  enough: () => boolean = () => false,
): Promise<boolean> {
  const answers = new Map(statuses.map((status, answer) => [status, answer]));
  const other = (outcome: Outcome, at: number, status: number) => {
    const taken = [...outcome.taken.slice(0, at), answers.get(status)!, ...outcome.taken.slice(at + 1)];
    return replay(start, isPermissive, taken);
  };
  const origins: Outcome[] = [];
  const runs = exploration(start, isPermissive, (outcome) => {
    if (outcome.end !== 'given up' && outcome.run.stubs.some(({ status }) => isError(status))) origins.push(outcome);
  });
  for (let made = 0; made < count && !runs.isComplete && !enough(); made += 50) {
    await runs.explore(50);
    for (const outcome of origins.splice(0)) {
      for (const { stub, at } of outcome.run.asked) {
        if (!isError(stub.status) || enough()) continue;
        const of200 = await other(outcome, at, 200);
        const ofOthers: Outcome[] = [];
        for (const status of others) if (answers.has(status)) ofOthers.push(await other(outcome, at, status));
        take({ site: stub.site, of200, madeAt: stub.madeAt, ofFailure: outcome, ofOthers });
      }
    }
  }
  return runs.isComplete;
}

/** Its body is taken for an answer. */
const isRead = ({ run }: Outcome, site: number): boolean =>
  run.stubs.some((stub) => stub.site === site && stub.reads.length > 0);

/** What a run does from some step on, as a text. */
const way = ({ run, end }: Pick<Outcome, 'run' | 'end'>, from = 0): string => `${end} ${run.trace.slice(from).join()}`;

/** Whether another success goes the way of some failure from this comparison on, while 200 goes its own. */
export async function isJustifiedOnly200(given: Case, report: Report): Promise<boolean | 'too many runs'> {
  const { program, budget } = given;
  const from = ({ run, end }: Outcome, madeAt: number) => {
    const at = run.trace.findIndex((id, i) => i >= madeAt && program.lines.get(id) === report.statementLine);
    return at < 0 ? undefined : way({ run, end }, at);
  };
  let isJustified = false;
  const take = ({ of200, ofFailure, ofOthers, madeAt }: Alternatives) => {
    const failed = from(ofFailure, madeAt);
    if (failed === undefined) return;
    isJustified ||= from(of200, madeAt) !== failed && ofOthers.some((other) => from(other, madeAt) === failed);
  };
  for (const [isPermissive, count] of [
    [false, budget.required],
    [true, budget.permitted],
  ] as const) {
    const isComplete = await alternatives(given, isPermissive, count, take, () => isJustified);
    if (isJustified) return true;
    if (isPermissive && !isComplete) return 'too many runs';
  }
  return false;
}

/** All successes but 200 always go the way of a 404, and that is another one than that of 200. */
export async function missedOnly200(given: Case): Promise<Difference[]> {
  const { text, required, reports, isComplete, program } = given;
  if (!isComplete || !/[!=]== 200|case 200/.test(text)) return [];
  const alike = new Map<number, boolean>();
  const parted = new Set<number>();
  await alternatives(given, false, given.budget.required, ({ site, of200, ofFailure, ofOthers }) => {
    const failed = way(ofFailure);
    alike.set(
      site,
      (alike.get(site) ?? true) && ofOthers.every((other) => way(other) === failed && !isRead(other, site)),
    );
    // Where it is 200 that fails, it is no success.
    if (of200.end === 'returned' && way(of200) !== failed) parted.add(site);
    else if (of200.end === 'threw' && ofFailure.end !== 'threw') alike.set(site, false);
  });
  // Who hands it on leaves the decision to others, and who asks again waits for a 200.
  const isExempt = (site: number) => required.handed.has(site) || required.repeated.has(site) || !parted.has(site);
  const isReported = (site: number) =>
    reports.some(
      ({ rule, line }) =>
        rule === 'no-200-only' &&
        [...required.looked].some(([node, sites]) => sites.has(site) && program.lines.get(node) === line),
    );
  return [...alike]
    .filter(([site, isAlike]) => isAlike && !isExempt(site) && !isReported(site))
    .map(([site]) => ({
      rule: 'no-200-only',
      kind: 'missed',
      what: 'only200',
      message: `a 201 of request ${site} is taken for a failure`,
    }));
}
