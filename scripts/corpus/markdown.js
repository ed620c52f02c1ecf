// docs/precision.md: the figures and every report or label on which rule and reviewer disagree.
import { figure } from './text.js';

const escape = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').replace(/[\\|<>*_[\]`~]/g, '\\$&');

const row = (...cells) => `| ${cells.join(' | ')} |`;

const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))];

const fraction = (value, part, whole) => (value === null ? 'none' : `${figure(value)} (${part} of ${whole})`);

const figures = ({ precision, recall, right, wrong, found, wanted }) => [
  fraction(precision, right, right + wrong),
  fraction(recall, found, wanted),
];

/** The table that the README repeats. */
function summary(results) {
  const rows = Object.entries(results).flatMap(([rule, { all, undisputed, disputes }]) => {
    const name = `\`${rule}\``;
    const whole = [name, ...figures(all.total)];
    return disputes === 0 ? [whole] : [whole, [`${name}, disputed labels left out`, ...figures(undisputed.total)]];
  });
  return table(['rule', 'precision', 'recall'], rows);
}

const where = ({ repo, file, line }) => `\`${repo}\` ${escape(file)}:${line}`;

const because = (labels) => escape([...new Set(labels.map(({ kind, note }) => note || kind))].join('; ')) || '–';

const disputed = (labels) => (labels.some((label) => label.disputed) ? 'yes' : '');

function disagreements(title, head, rows) {
  return rows.length === 0 ? [] : ['', `### ${title}`, '', ...table(head, rows)];
}

function ruleSection(rule, { all }) {
  const wrong = all.reports.filter(({ verdict }) => verdict === 'wrong');
  const packages = all.perPackage
    .filter(({ right, wrong: bad, wanted }) => right + bad + wanted > 0)
    .map((entry) => [`\`${entry.repo}\``, entry.right, entry.wrong, entry.wanted - entry.found]);
  return [
    '',
    `## \`${rule}\``,
    '',
    ...table(['package', 'right', 'wrong', 'missed'], packages),
    ...disagreements(
      'Reported against the label',
      ['where', 'the label says', 'disputed'],
      wrong.map((report) => [where(report), because(report.labels), disputed(report.labels)]),
    ),
    ...disagreements(
      'Missed',
      ['where', 'the label says', 'disputed'],
      all.missed.map((label) => [where(label), because([label]), disputed([label])]),
    ),
  ];
}

const introduction = (packages, files) => `# Precision on published code

<!-- Written by \`npm run corpus\`, down to the mark. -->

${packages} packages from the npm registry, ${files} files, every \`fetch\` and every comparison of a status in them judged
by a reviewer who read the code. Precision: right reports among the reports on judged code. Recall: judged defects
that were reported. The judgements are in [tests/corpus](../tests/corpus); the packages are fetched when the corpus
runs and are no part of this repository.`;

/** The whole page. The summary stands between markers so that the README can repeat it. */
export function precisionPage(results, packages, files) {
  const labelled = Object.fromEntries(Object.entries(results).filter(([, { labelled }]) => labelled));
  return [
    introduction(packages, files),
    '',
    '<!-- begin precision summary -->',
    '',
    ...summary(labelled),
    '',
    '<!-- end precision summary -->',
    ...Object.entries(labelled).flatMap(([rule, result]) => ruleSection(rule, result)),
    '',
  ].join('\n');
}
