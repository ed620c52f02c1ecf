import { Evidence, type Slip } from './evidence.js';
import type { Case, Difference, Skip } from './judge.js';
import type { Report } from './reports.js';

/**
 * Failures that get to a read which successes reach, too, behind a look at their status, and without having run a statement
 * that successes do not run, logs apart.
 */
export function missedBranches({ required, reports, program, isComplete, text }: Case, skips: Set<Skip>): Difference[] {
  // What successes run is known when all runs are known.
  if (!isComplete) {
    if (required.slips.length > 0) skips.add('too many runs');
    return [];
  }
  const named = new Set([...text.matchAll(/\b[45]\d\d\b/g)].map(([code]) => Number(code)));
  const missed = new Map<number, string>();
  for (const slip of required.slips) {
    if (missed.has(slip.site) || named.has(slip.status) || isSaid(slip, reports, program.lines)) continue;
    if (!reachesRead(required, slip)) continue;
    if (slip.looks.some((node) => required.looked.get(node)!.size > 1))
      skips.add('a condition looks at several responses');
    else missed.set(slip.site, `a ${slip.status} of request ${slip.site} is read like a success`);
  }
  return [...missed.values()].map((message) => ({
    rule: 'require-error-branch',
    kind: 'missed',
    what: 'read',
    message,
  }));
}

const reachesRead = (evidence: Evidence, { site, reads, all }: Slip): boolean =>
  all.every((id) => evidence.isRunByAll(site, id)) && reads.some((node) => evidence.isRunByAll(site, node));

/** Another report says so already. */
const isSaid = ({ site, looks }: Slip, reports: readonly Report[], lines: ReadonlyMap<number, number>): boolean =>
  reports.some(
    (report) =>
      (report.rule === 'no-unchecked-response' && report.site === site) ||
      (report.rule === 'require-error-branch' && looks.some((node) => isAt(report, lines.get(node)!))),
  );

const isAt = ({ line, endLine }: Report, at: number): boolean => at >= line && at <= endLine;

/** Whether no failure that this condition looked at went on like a success. */
export function isUnjustifiedBranch(
  evidence: Evidence,
  all: readonly Evidence[],
  { program }: Case,
  report: Report,
): boolean {
  return !evidence.slips.some(({ site, looks, before, all: whole, reads }) => {
    if (!looks.some((node) => isAt(report, program.lines.get(node)!))) return false;
    const isAlike = (steps: readonly number[]) => steps.every((id) => all.some((one) => one.isRunBySome(site, id)));
    return report.messageId === 'ignored' ? isAlike(whole) : reads.length > 0 && before.some(isAlike);
  });
}
