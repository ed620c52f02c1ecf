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

const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

async function clientsTable(root) {
  const [{ clients }, { formatStatuses }] = await Promise.all([
    load(`${root}src/models/index.ts`),
    load(`${root}src/status/index.ts`),
  ]);
  return table(
    [
      'client',
      'imported from, or called as',
      'resolves with',
      'options',
      'status',
      'ok',
      'body',
      'status of a rejection',
    ],
    clients.map((client) => [
      client.name,
      sourcesOf(client),
      formatStatuses(client.statuses),
      optionsOf(client, formatStatuses),
      ...membersOf(client),
      errorOf(client),
    ]),
  );
}

/** `toast.promise(…)`, `useMutation({ mutationFn })`: how a consumer is called. */
function calledAs({ modules, makers = {}, method, property, place = 0 }) {
  const exported = Object.values(modules)
    .flat()
    .map((name) => (name === 'default' ? 'toast' : name));
  const names = [
    ...exported,
    ...Object.values(makers)
      .flat()
      .map((name) => `${name}()`),
  ];
  const given = property === undefined ? `${'…, '.repeat(place)}promise` : `{ ${property} }`;
  const call = method === undefined ? `(${given})` : `.${method}(${given})`;
  return listed(names.map((name) => `${name}${call}`));
}

async function consumersTable(root) {
  const { consumers } = await load(`${root}src/models/consumers.ts`);
  return table(
    ['from', 'is given a promise, or a function that makes one', 'told of a success'],
    consumers.map((one) => [
      listed(Object.keys({ ...one.modules, ...one.makers })),
      calledAs(one),
      one.told === undefined ? '–' : code(one.told),
    ]),
  );
}

async function constantsTable(root) {
  const { statusObjects } = await load(`${root}src/models/status-constants.ts`);
  return table(
    ['from', 'exports'],
    Object.entries(statusObjects).map(([module, names]) => [code(module), listed(names)]),
  );
}

/** The tables of `docs/clients.md`, by the names of their blocks; `root` is the folder of the repository. */
export const clientsBlocks = async (root) => ({
  clients: await clientsTable(root),
  consumers: await consumersTable(root),
  constants: await constantsTable(root),
});
