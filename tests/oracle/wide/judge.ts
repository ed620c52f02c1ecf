import type { Exploration } from '../choices.js';
import { parse } from '../parse.js';
import { isUnjustifiedBranch, missedBranches } from './branches.js';
import { Evidence, unsure } from './evidence.js';
import { compile, exploration, type Start } from './explore.js';
import { instrument, type Instrumented } from './instrument.js';
import { isJustifiedOnly200, missedOnly200 } from './only-200.js';
import { reportsOf, type Report, type RuleName } from './reports.js';

/** One thing in which the rules and the runs of a program differ. */
export interface Difference {
  readonly rule: RuleName;
  readonly kind: 'missed' | 'false';
  /** What the rule says, or should say. */
  readonly what: 'unchecked' | 'dropped' | 'read' | 'ignored' | 'only200';
  readonly message: string;
}

/** Differences of one kind may have the same cause. */
export const kindOf = ({ rule, kind, what }: Difference): string => `${rule}: ${kind} ${what}`;

/** Why something of a program was not judged. */
export type Skip =
  | 'no run comes to its end'
  | 'too many runs'
  | 'a condition looks at several responses'
  | 'a request in a function of its own'
  | 'a function that other code may run'
  | 'a request that no run makes';

export interface Judgement {
  readonly differences: readonly Difference[];
  /** Requests and conditions that were judged, by rule. */
  readonly judged: Readonly<Record<RuleName, number>>;
  readonly skips: readonly Skip[];
  /** In some run the program went wrong by itself. */
  readonly isBroken: boolean;
}

export interface Budget {
  /** Runs in which nothing fails that is not in the file. */
  readonly required: number;
  /** Runs in which it may, to look for one that justifies a report. */
  readonly permitted: number;
}

/** All that is known of one program. */
export interface Case {
  readonly text: string;
  readonly program: Instrumented;
  readonly start: Start;
  readonly statuses: readonly number[];
  readonly reports: readonly Report[];
  /** What the runs showed in which nothing unknown fails, and whether these were all. */
  readonly required: Evidence;
  readonly isComplete: boolean;
  readonly budget: Budget;
}

/** Runs a program, and says in what the rules are wrong about it. */
export async function judge(text: string, budget: Budget): Promise<Judgement> {
  const source = parse(text);
  const program = instrument(source);
  const statuses = statusesFor(text);
  const start = compile(program, statuses);
  const required = new Evidence(program.idle);
  const runs = exploration(start, false, (outcome) => required.add(outcome));
  await runs.explore(budget.required);
  const { isComplete } = runs;
  const reports = reportsOf(source);
  return judgeCase({ text, program, start, statuses, reports, required, isComplete, budget });
}

async function judgeCase(given: Case): Promise<Judgement> {
  const { required, reports } = given;
  const skips = new Set<Skip>();
  const isBroken = required.broken > 0;
  if (required.ordinary === 0)
    return { differences: [], judged: nothing, skips: ['no run comes to its end'], isBroken };
  const differences: Difference[] = [];
  // Such a function may look at whatever it sees.
  if (given.program.isLeaky) skips.add('a function that other code may run');
  else differences.push(...missedUnchecked(given), ...missedBranches(given, skips), ...(await missedOnly200(given)));
  const isJustified = justifiedBy(given);
  for (const report of reports) {
    const answer = await isJustified(report);
    if (typeof answer === 'string') skips.add(answer);
    if (answer === false) differences.push(unjustified(report));
  }
  const judged = {
    'no-unchecked-response': required.ended.size,
    'require-error-branch': new Set(required.slips.flatMap(({ looks }) => looks)).size,
    'no-200-only': [...text200(given.text)].length,
  };
  return { differences, judged, skips: [...skips], isBroken };
}

/** A success that no condition names, and a status that is neither a success nor an error: a report may mean these. */
const unnamed = [204, 304];

const nothing = { 'no-unchecked-response': 0, 'require-error-branch': 0, 'no-200-only': 0 };
const text200 = (text: string) => text.matchAll(/[!=]== 200|case 200/g);

const unjustified = ({ rule, messageId, line }: Report): Difference => ({
  ...{ rule, kind: 'false', message: `line ${line} is reported, and no run justifies it` },
  what: messageId === 'partly' ? 'unchecked' : (messageId as Difference['what']),
});

/** Statuses that a program may tell apart. */
function statusesFor(text: string): readonly number[] {
  const named = [...text.matchAll(/\b[2-5]\d\d\b/g)]
    .map(([code]) => Number(code))
    .filter((code) => ![300, 400].includes(code));
  const all = [200, 404, ...named];
  // Who names an error knows of it: another one like it. Who does not name an error does not tell it from a 404.
  if (named.includes(404)) all.push(403);
  if (/\b50\d\b|\b5\b|\^5|'4'|\b40\d\b/.test(text)) all.push(named.includes(500) ? 503 : 500);
  if (/\b20\d\b/.test(text)) all.push(201);
  return [...new Set(all)];
}

function missedUnchecked({ required, reports, isComplete, text }: Case): Difference[] {
  const reported = new Set(reports.filter(({ rule }) => rule === 'no-unchecked-response').map(({ site }) => site));
  const rule = 'no-unchecked-response';
  const missed: Difference[] = [];
  const isOfOther = (site: number) => (node: number) => !!required.looked.get(node)?.has(site);
  for (const site of new Set(required.unchecked.map((one) => one.site))) {
    if (reported.has(site)) continue;
    // A look at a variable that may hold the one response or the other is a look at both.
    const isMissed = required.unchecked.some(
      (one) => one.site === site && one.looks !== unsure && ![...one.looks].some(isOfOther(site)),
    );
    if (isMissed)
      missed.push({ rule, kind: 'missed', what: 'unchecked', message: `request ${site} is used unchecked` });
  }
  if (!isComplete) return missed;
  for (const site of required.awaited) {
    if (required.perhapsTouched.has(site) || reported.has(site) || isCaught(text)) continue;
    missed.push({ rule, kind: 'missed', what: 'dropped', message: `request ${site} is dropped` });
  }
  return missed;
}

/** Who catches what may happen to a request has an answer for its failure, for all that a run can tell. */
const isCaught = (text: string): boolean => text.includes('try {');

/** Whether some run justifies a report; the runs are made once, for all reports. */
function justifiedBy(given: Case): (report: Report) => Promise<boolean | Skip> {
  const { program, required, start, statuses, budget } = given;
  const permitted = new Evidence(program.idle);
  const search = (from: Start) => exploration(from, true, (outcome) => permitted.add(outcome));
  const asNamed = search(start);
  let withOthers: Exploration | undefined;
  return async (report) => {
    if (report.rule === 'no-200-only') return isJustifiedOnly200(given, report);
    const holds = (evidence: Evidence, all: readonly Evidence[]) =>
      report.rule === 'no-unchecked-response'
        ? isUnchecked(evidence, report)
        : !isUnjustifiedBranch(evidence, all, given, report);
    if (holds(required, [required])) return true;
    // What is touched once is not dropped.
    if (report.messageId === 'dropped' && required.touched.has(report.site))
      return report.isInside ? 'a request in a function of its own' : false;
    let until = 2;
    // Asked now and then: the more runs there are, the longer it takes to look through them.
    const isFound = () => permitted.runs >= until && ((until *= 2), holds(permitted, [required, permitted]));
    await asNamed.explore(budget.permitted, isFound);
    if (holds(permitted, [required, permitted])) return true;
    if (!asNamed.isComplete) return 'too many runs';
    const isOfHelper = report.rule === 'no-unchecked-response' && !report.site;
    if (report.isInside || isOfHelper) return 'a request in a function of its own';
    if (report.site && !permitted.made.has(report.site)) return 'a request that no run makes';
    withOthers ??= search(compile(program, [...new Set([...statuses, ...unnamed])]));
    await withOthers.explore(budget.permitted, isFound);
    if (holds(permitted, [required, permitted])) return true;
    return withOthers.isComplete ? false : 'too many runs';
  };
}

function isUnchecked(evidence: Evidence, { site, messageId }: Report): boolean {
  if (messageId === 'dropped') return evidence.awaited.has(site) && !evidence.touched.has(site);
  return evidence.unchecked.some((one) => one.site === site);
}
