// The results of the bench as tables, on the terminal and in docs/performance.md.
const ratio = (number) => number.toFixed(3);
const ms = (number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`;
const withError = (measured) =>
  !measured ? '' : `${ratio(measured.ratio)} ± ${Number.isFinite(measured.error) ? ratio(measured.error) : '?'}`;
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const names = {
  none: 'no rules',
  again: 'no rules, again',
  idle: 'a rule that does nothing',
  ours: '`recommended`',
  inside: '`recommended`, inside its rules, by the clock',
  three: 'its first three rules alone, the same',
  strict: '`strict`, all rules, the same',
  doctor: "react-doctor's `no-fetch-response-used-…`",
  promise: '`promise/catch-or-return`',
  floating: 'type-aware `no-floating-promises`',
  untyped: '`strict`',
  untypedAgain: '`strict`, again',
  typed: '`strictTypeChecked`',
};

/** @typedef {{ title: string, head: string[], rows: string[][] }} Table */

const filesText = ({ count, kilobytes }) => `${count} files, ${kilobytes} kB`;

function lintTables({ lint, files }) {
  const titles = { mix: 'Lint, a mix of files', fetch: 'Lint, files that call fetch' };
  return Object.entries(lint ?? {}).map(([which, rows]) => ({
    title: `${titles[which]} (${filesText(files[which])})`,
    head: ['configuration', 'CPU time of a round', 'over no rules', 'over a rule that does nothing', 'over the rest'],
    rows: rows.map(({ name, milliseconds, over }) => [
      names[name],
      ms(milliseconds),
      ...['none', 'idle', 'rest'].map((base) => withError(over[base])),
    ]),
  }));
}

function onceTables({ once }) {
  const titles = {
    mix: 'A process of its own, a mix of files',
    fetch: 'A process of its own, files that call fetch',
    typescript: 'A process of its own, TypeScript files',
  };
  return Object.entries(once ?? {}).map(([which, rows]) => ({
    title: `${titles[which]} (${rows[0].files} files)`,
    head: ['configuration', 'CPU time', 'ratio', 'memory afterwards', 'memory at most'],
    rows: rows.map((row) => [
      names[row.name],
      ms(row.milliseconds),
      ratio(row.share ?? row.milliseconds / rows[0].milliseconds),
      megabytes(row.heap),
      megabytes(row.peak),
    ]),
  }));
}

const hosts = { services: 'the parser of typescript-eslint', process: 'the process of TypeScript 7' };

function typedTables({ typed, project }) {
  return Object.entries(typed ?? {}).map(([host, { rows, opening, checking }]) => ({
    title: `Types from ${hosts[host]}, ${project.origin} (${filesText(project)})`,
    head: ['configuration', 'CPU time of a round', 'over `strict`', 'questions per file', 'memory of the process'],
    rows: rows.map(({ name, milliseconds, over, questions, memory }) => [
      names[name],
      ms(milliseconds),
      withError(over.untyped),
      name === 'typed' ? (questions / project.count).toFixed(1) : '',
      memory > 0 ? megabytes(memory) : '',
    ]),
    note: `The first file of a run takes ${ms(opening)} more than without types, by the clock; the compiler takes ${ms(checking)} to check the project.`,
  }));
}

function growthTables({ growth }) {
  if (!growth) return [];
  return [
    {
      title: 'Growth: four times as much of one thing in one function (linear is 4)',
      head: ['four times the', 'from', 'to', 'CPU time', 'its ratio', "memory's ratio"],
      rows: growth.map((row) => [
        row.name,
        String(row.size),
        String(4 * row.size),
        `${ms(row.small)} → ${ms(row.large)}`,
        row.time.toFixed(1),
        row.memory.toFixed(1),
      ]),
    },
  ];
}

function followTables({ follow }) {
  if (!follow) return [];
  return [
    {
      title: 'Following imports: projects of generated files, each linted once',
      head: ['project', 'files', 'CPU time without', 'with', 'ratio', 'memory kept'],
      rows: follow.map(({ name, count, apart, ours, kept }) => [
        name,
        String(count),
        ms(apart),
        ms(ours),
        ratio(ours / apart),
        megabytes(kept),
      ]),
    },
  ];
}

function pageTables({ page: measured }) {
  if (!measured) return [];
  const { lines, keys, least, median, most } = measured;
  return [
    {
      title: `The playground, from a key to the strip (${lines} lines, ${keys} keys)`,
      head: ['least', 'median', '95 of 100'],
      rows: [[least, median, most].map(ms)],
    },
  ];
}

function importTables({ import: imports }) {
  if (!imports) return [];
  const { eslint, plugin: own, loaded } = imports;
  return [
    {
      title: 'Import',
      head: ['what', 'CPU time', 'ratio'],
      rows: [
        ["`import 'eslint'`", ms(eslint.cpu), ratio(1)],
        [
          "and `import 'eslint-plugin-http-status'`",
          ms(eslint.cpu + own.cpu),
          ratio((eslint.cpu + own.cpu) / eslint.cpu),
        ],
      ],
      note: `The plugin by itself loads ${loaded.modules} modules, of these packages only: ${loaded.packages.map((name) => `\`${name}\``).join(', ')}.`,
    },
  ];
}

/** @returns {Table[]} */
const tables = (results) =>
  [lintTables, onceTables, typedTables, growthTables, followTables, pageTables, importTables].flatMap((make) =>
    make(results),
  );

function plainTable({ title, head, rows, note }) {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  return [title, ...all.map((row) => `  ${line(row)}`), ...(note ? [`  ${note}`] : [])].join('\n');
}

export const report = (results) => `\n${tables(results).map(plainTable).join('\n\n')}\n`.replaceAll('`', '');

function markdownTable({ title, head, rows, note }) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? ':--' : '--:'));
  const text = [line(head), line(rule), ...rows.map(line)].join('\n');
  return `### ${title}\n\n${text}\n${note ? `\n${note}\n` : ''}`;
}

export function page(results) {
  const { machine, files } = results;
  return `# Performance

This page is written by \`npm run bench\`. All ratios are measured in one run, by CPU time, and nothing depends on them:
another machine gives other figures. This run: Node ${machine.node}, ESLint ${machine.eslint}, ${machine.cpu} (${machine.cores} cores).

## What is measured

- **Lint**: each configuration has a process of its own, which is warm; they lint the same files in turns, sixty in a row,
  in any order, over and over. The first rounds are not counted. The ratios are those of all CPU time, the garbage
  collector's threads included, with their standard errors by what varies from round to round; "no rules, again" shows
  how far they can be trusted. The last rows need no comparison of two lints and are steadier: the time inside the rules
  over the rest of the same lint. All rules run inside ESLint, also the one of \`oxlint-plugin-react-doctor\`.
- **Over no rules and over a rule that does nothing**: ESLint itself does more once there is any rule, whichever it is.
  The context that it makes for a rule inherits from an object that is made for each file (\`Object.create\`) and leads to
  the syntax tree; V8 gives such an object a hidden class, which stays until the next full collection, and until then
  every tree is copied from one part of the heap to the next. No plugin can change that. With contexts that copy the
  properties instead, the rule that does nothing took 1.00 ± 0.03 times what no rules take on the mix, and 1.24 ± 0.01
  without that change. Who has any other rule on pays it already; what this plugin adds to that stands
  in the other column.
- **A process of its own**: one lint of all files from a cold start, as a command line runs it, the least of three. The
  plugin's import and the just-in-time compiler's work count here. Processes differ by more than the rules cost, so
  the time inside the rules is given here too, over the rest of the same run. The type-aware rule gets its types from a project that
  lists the files; their dependencies are not installed, with which it would have more to do.
- **Types**: the same turns, over a project with its types, \`strictTypeChecked\` over \`strict\`. With the parser of
  typescript-eslint both pay for its program, which the parser makes whichever rule is on. With the process of TypeScript 7
  its CPU time counts, too. A question is an expression whose type is asked for, or a call that is looked up; those of
  a file are asked together where that can be.
- **Growth**: a function that has four times as much of one thing. CPU time is what the rules add to a lint, and a
  ratio of two small differences is rough; memory is what they allocate, and is exact. Loops in loops that each repeat a
  request grow with the square of their depth up to sixteen of them; a function with more is left alone.
- **Following imports**: what is asked of other files is kept for the next file, so that the cost of a project grows with
  its size; \`npm run reach -- DIR\` measures the same on an application, beside the rules that a project mostly has.
- **The playground**: in a browser, by its own clock, from a key to the statuses beside the code; the median is of no use
  while the machine has something else to do.
- The mix: ${files.origin}, without declaration files, bundles and minified files. The files that call fetch are those
  of the [corpus](precision.md).

## Results

${tables(results).map(markdownTable).join('\n')}`;
}
