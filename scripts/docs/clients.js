// The table of clients, from the rows of `src/models/clients`.
import { rolldown } from 'rolldown';

/** The modules behind the table, which are not shipped by themselves. */
async function load(path) {
  const bundle = await rolldown({ input: path, platform: 'node', logLevel: 'silent', external: /^[@\w]/ });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}

const code = (text) => `\`${text}\``;

const listed = (names) => [...new Set(names)].map(code).join(', ');

/** The packages and the globals by which a client is recognised. */
function sourcesOf({ globals, modules, objects = [] }) {
  const all = [modules, ...objects.flatMap((one) => [one.modules, one.classes, one.makers, one.types])].filter(Boolean);
  const called = objects.flatMap((one) => [...(one.globals ?? []), ...(one.constructors ?? [])]);
  const names = [...globals, ...called, ...all.flatMap((one) => Object.keys(one))];
  return listed(names);
}

const optionsOf = ({ statusOptions = [] }, format) =>
  statusOptions
    .map(({ name, values }) => {
      const said = Object.entries(values).map(
        ([value, statuses]) => `${code(`${name}: ${value}`)} (${format(statuses)})`,
      );
      return said.length > 0 ? said.join(', ') : code(name);
    })
    .join(', ') || '–';

function membersOf({ members, givesTo }) {
  const { status, ok, body, alsoBody = [], called, within } = members;
  const written = (name) => code(`${within ? `${within}.` : ''}${name}${called?.has(name) ? '()' : ''}`);
  return [
    written(status),
    ok === undefined ? '–' : written(ok),
    givesTo === 'factory' ? '–' : members.isParsed ? [body, ...alsoBody].map(code).join(', ') : `${code(body)}, unread`,
  ];
}

const errorOf = ({ rejection }) =>
  rejection
    ? listed(
        [rejection.status, ...(rejection.shortcuts ?? []).map((one) => [one])].map((path) => `error.${path.join('.')}`),
      )
    : '–';

/** The table as `docs/clients.md` has it; `root` is the folder of the repository. */
export async function clientsTable(root) {
  const [{ clients }, { formatStatuses }] = await Promise.all([
    load(`${root}src/models/index.ts`),
    load(`${root}src/status/index.ts`),
  ]);
  const rows = clients.map((client) => {
    const cells = [
      client.name,
      sourcesOf(client),
      formatStatuses(client.statuses),
      optionsOf(client, formatStatuses),
      ...membersOf(client),
      errorOf(client),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| client | imported from, or called as | resolves with | options | status | ok | body | status of a rejection |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
