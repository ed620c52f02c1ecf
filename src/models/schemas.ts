import { lastName, type Node } from '../syntax/nodes.js';

/** Methods of a schema that throw where what they are given is not as it says: `User.parse(data)`. */
const throwingSchemaMethods: ReadonlySet<string> = new Set([
  ...[
    'parse',
    'parseAsync',
    'assert',
    'validateSync',
    'decodeSync',
    'decodeUnknownSync',
    'parseOrThrow',
    'mask',
    'check',
  ],
]);

/** Methods of a schema that give a result that says whether it is so: `User.safeParse(data)`. */
export const askingSchemaMethods: ReadonlySet<string> = new Set(['safeParse', 'safeParseAsync', 'spa']);

/** Objects that parse texts, not shapes: `JSON.parse`, `Date.parse`. */
const parsesText = (name: string): boolean =>
  /^(JSON|JSON5|Date|URL|path|qs|querystring|marked|yaml|YAML|Papa|csv|CSV|toml|TOML|ini|superjson|devalue|xml|XML|parser|cheerio|url|semver|date|dayjs|moment)$/.test(
    name,
  );

/** Functions that say by a boolean whether what they are given is what its user takes it for: `isUser(data)`. */
export const asksShape = (name: string): boolean =>
  /^(is|has|validate|valid|check|verify|looksLike|matches|guard)([A-Z_]|$)/.test(name);

/** Whether a function throws where what it is given is not as it says: `User.parse`, and not `JSON.parse`. */
export const throwsByShape = (callee: Node): boolean =>
  callee.type === 'MemberExpression' &&
  throwingSchemaMethods.has(lastName(callee) ?? '') &&
  !parsesText(lastName(callee.object) ?? '');
