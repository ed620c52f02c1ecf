import { describe, expect, it } from 'vitest';
import { labelledFiles, labelledRules, labelsFor, readCorpus } from '../../scripts/corpus/labels.js';
import { score, scoreUndisputed } from '../../scripts/corpus/score.js';

const corpus = {
  packages: ['a@1', 'b@1'],
  calls: [
    { repo: 'a@1', file: 'x.js', line: 3, col: 10, verdict: 'unchecked', how: 'body', checks: [], note: 'n' },
    { repo: 'a@1', file: 'x.js', line: 3, col: 40, verdict: 'checked', how: null, checks: [], note: '' },
    { repo: 'a@1', file: 'x.js', line: 9, col: 1, verdict: 'unsure', how: null, checks: [], note: '' },
    { repo: 'b@1', file: 'y.js', line: 1, col: 1, verdict: 'unchecked', how: 'headers', checks: [], note: '' },
    {
      repo: 'b@1',
      file: 'y.js',
      line: 5,
      col: 1,
      verdict: 'unchecked',
      how: 'discarded',
      checks: [
        { line: 6, expr: 'r.status === 200', exact200: true, missingError: false },
        { line: 8, expr: 'r.ok', exact200: false, missingError: true },
      ],
      note: '',
    },
  ],
  comparisons: [
    compare({ line: 20, col: 5, code: 's === 200', exact200: true, worth: 'yes' }),
    compare({ line: 21, col: 5, code: 's !== 200', exact200: true, worth: 'no' }),
    compare({ line: 22, col: 5, code: 's == 200', exact200: true, worth: 'unsure' }),
    compare({ line: 23, col: 5, code: 's >= 400', missingError: true }),
    compare({ line: 24, col: 9, code: 's < 500', missingError: null }),
    compare({ line: 25, col: 5, code: 'job.status > 400', client: 'not-http', missingError: null }),
    compare({ line: 8, col: 5, code: 'r.ok', file: 'y.js', repo: 'b@1', missingError: true, wrong: 'always-true' }),
  ],
  sites: [{ repo: 'a@1', file: 'z.js', line: 1 }],
  disputed: [{ rule: 'no-unchecked-response', repo: 'a@1', file: 'x.js', line: 3, col: 40, reason: 'r' }],
};

function compare(fields: object) {
  const rest = { client: 'fetch', exact200: false, worth: null, missingError: false, wrong: null, note: '' };
  return { repo: 'a@1', file: 'x.js', ...rest, ...fields };
}

function report(line: number, column: number, end = column + 5, place = { repo: 'a@1', file: 'x.js' }, endLine = line) {
  return { ...place, line, column, endLine, endColumn: end, message: 'm' };
}

const run = (rule: string, ...reports: ReturnType<typeof report>[]) => score(reports, labelsFor(rule, corpus));
const verdicts = (result: ReturnType<typeof score>) => result.reports.map(({ verdict }) => verdict);

describe('reports on calls', () => {
  it('belong to the nearest call of their own line', () => {
    expect(verdicts(run('no-unchecked-response', report(3, 10), report(3, 38)))).toEqual(['true', 'wrong']);
  });

  it('have no label on another line, in another file, or far away on a minified line', () => {
    const elsewhere = { repo: 'a@1', file: 'z.js' };
    const result = run('no-unchecked-response', report(4, 10), report(3, 10, 15, elsewhere), report(3, 900));
    expect(verdicts(result)).toEqual(['unlabelled', 'unlabelled', 'unlabelled']);
    expect(result.total).toMatchObject({ precision: null, recall: 0, wanted: 2 });
  });

  it('count neither way where the reviewer was unsure or only headers are read', () => {
    const result = run('no-unchecked-response', report(9, 1), report(1, 1, 6, { repo: 'b@1', file: 'y.js' }));
    expect(verdicts(result)).toEqual(['open', 'open']);
  });

  it('give precision over judged reports and recall over wanted ones, per package too', () => {
    const result = run('no-unchecked-response', report(3, 10), report(3, 40));
    expect(result.total).toMatchObject({ precision: 0.5, recall: 0.5, right: 1, wrong: 1, found: 1, wanted: 2 });
    expect(result.perPackage).toMatchObject([
      { repo: 'a@1', precision: 0.5, recall: 1 },
      { repo: 'b@1', precision: null, recall: 0 },
    ]);
    expect(result.missed).toMatchObject([{ repo: 'b@1', line: 5 }]);
  });

  it('leave disputed labels out of the second score', () => {
    const reports = [report(3, 10), report(3, 40)];
    const labels = labelsFor('no-unchecked-response', corpus);
    expect(score(reports, labels).total.precision).toBe(0.5);
    expect(scoreUndisputed(reports, labels).total.precision).toBe(1);
  });
});

describe('reports on conditions', () => {
  it('of no-200-only follow the worth of the warning', () => {
    const result = run('no-200-only', report(20, 5), report(21, 5), report(22, 5), report(23, 5));
    expect(verdicts(result)).toEqual(['true', 'wrong', 'open', 'wrong']);
  });

  it('meet the labels inside them, on later lines too', () => {
    const result = run('require-error-branch', report(23, 1, 20, undefined, 24));
    expect(result.reports[0]?.labels).toHaveLength(2);
    expect(verdicts(result)).toEqual(['true']);
  });

  it('do not meet a label before their start or after their end', () => {
    expect(verdicts(run('require-error-branch', report(22, 20, 3, undefined, 23)))).toEqual(['wrong']);
    expect(run('require-error-branch', report(22, 20, 3, undefined, 23)).missed).toHaveLength(2);
  });

  it('are wrong on what is no response', () => {
    expect(verdicts(run('require-error-branch', report(25, 5)))).toEqual(['wrong']);
  });

  it('meet a check of a call by its line, and a check that a comparison judges only once', () => {
    const place = { repo: 'b@1', file: 'y.js' };
    expect(verdicts(run('no-200-only', report(6, 30, 40, place)))).toEqual(['open']);
    expect(run('require-error-branch', report(8, 5, 9, place)).reports[0]?.labels).toMatchObject([
      { source: 'comparison' },
    ]);
  });
});

describe('the labels of this repository', () => {
  const real = readCorpus(new URL('./', import.meta.url));

  it('are about listed packages only', () => {
    const listed = new Set(real.packages);
    const strangers = [...real.calls, ...real.comparisons, ...real.sites].filter(({ repo }) => !listed.has(repo));
    expect(strangers).toEqual([]);
    expect([...labelledFiles(real).values()].every((files) => files.length > 0)).toBe(true);
  });

  it.each(real.disputed)('%j disputes a label that is there', (entry) => {
    expect(entry.reason).toMatch(/\w/);
    expect(labelledRules).toContain(entry.rule);
    const disputed = labelsFor(entry.rule, { ...real, disputed: [entry] }).filter((label) => label.disputed);
    expect(disputed).not.toEqual([]);
  });
});
