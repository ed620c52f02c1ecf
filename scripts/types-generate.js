// Writes the two tables of the type library that follow from src/status: the registered codes with their documentation,
// and the hundred statuses of each group.
//
//   node scripts/types-generate.js           writes src/types/*.generated.ts
//   node scripts/types-generate.js --check   only says whether they are up to date (exit code 1 if they are not)
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { settle } from './types-settle.js';

/** @typedef {import('../src/status/index.js').RegisteredStatus} RegisteredStatus */
/** @typedef {import('../src/status/index.js').StatusSet} StatusSet */

const banner =
  '// Written by scripts/types-generate.js from src/status. Do not edit: run `node scripts/types-generate.js`.\n';

/**
 * `RFC 9110, Section 15.5.5` as a link to that section.
 * @param {string} document
 */
export function linkTo(document) {
  const rfc = /^RFC (\d+)(?:, Section ([\d.]+))?$/.exec(document);
  if (!rfc) return `[${document}](https://datatracker.ietf.org/doc/html/${document})`;
  const section = rfc[2] ? `#section-${rfc[2]}` : '';
  return `[${document}](https://www.rfc-editor.org/rfc/rfc${rfc[1]}.html${section})`;
}

/** @param {RegisteredStatus} entry */
function noteOf({ obsolete, temporary }) {
  if (obsolete) return ' (marked as obsolete)';
  if (!temporary) return '';
  return temporary.lapsed
    ? ` (a temporary registration that ended on ${temporary.until} unless it was renewed)`
    : ` (a temporary registration until ${temporary.until})`;
}

/** @param {RegisteredStatus} entry */
function codeRow(entry) {
  const { code, phrase, document } = entry;
  return `  /** **${code} ${phrase}** — ${linkTo(document)}${noteOf(entry)} */\n  readonly ${code}: '${phrase}';`;
}

/**
 * @param {readonly RegisteredStatus[]} registry
 * @param {string} updated the day of the list
 */
export function renderCodes(registry, updated) {
  return `${banner}
/**
 * Every registered status code with its reason phrase. Hover over a code to see the phrase and the document that defines
 * it.
 *
 * The codes are those of the [HTTP Status Code Registry](https://www.iana.org/assignments/http-status-codes) as of
 * ${updated}. 306 and 418 are marked as unused there and left out; 104 is a temporary registration.
 *
 * An interface, so that you can add the codes of your own servers; \`StatusCode\`, \`ClientErrorStatusCode\` and
 * \`ReasonPhrase\` then know them too:
 *
 * \`\`\`ts
 * declare module 'eslint-plugin-http-status/types' {
 *   interface StatusCodes {
 *     readonly 440: 'Login Time-out';
 *   }
 * }
 * type NotFound = StatusCodes[404]; //=> 'Not Found'
 * type Expired = ReasonPhrase<440>; //=> 'Login Time-out'
 * \`\`\`
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export interface StatusCodes {
${registry.map(codeRow).join('\n')}
}
`;
}

/** @param {readonly string[]} cells @param {string} indent */
function inTens(cells, indent) {
  const lines = [];
  for (let i = 0; i < cells.length; i += 10) lines.push(indent + cells.slice(i, i + 10).join(' '));
  return lines.join('\n');
}

const groups = [
  { digit: 1, name: 'informational', section: '15.2' },
  { digit: 2, name: 'successful', section: '15.3' },
  { digit: 3, name: 'redirection', section: '15.4' },
  { digit: 4, name: 'client error', section: '15.5' },
  { digit: 5, name: 'server error', section: '15.6' },
];

/**
 * @param {typeof groups[number]} group
 * @param {StatusSet} nullBody
 */
function groupTables({ digit, name, section }, nullBody) {
  const codes = Array.from({ length: 100 }, (_, i) => digit * 100 + i);
  const withBody = codes.filter((code) => !nullBody.has(code));
  return `
/**
 * Every ${name} status, registered or not: ${digit}00 to ${digit}99.
 *
 * \`\`\`ts
 * const status: Status${digit}xx = ${digit}99;
 * \`\`\`
 *
 * @see [RFC 9110, Section ${section}](https://www.rfc-editor.org/rfc/rfc9110.html#section-${section})
 */
// prettier-ignore
export type Status${digit}xx =
${inTens(
  codes.map((code) => `| ${code}`),
  '  ',
)};

/** Each ${digit}xx status that can have a body, under its own key; see \`StatusesWithout\`. */
// prettier-ignore
export interface Ids${digit}xx {
${inTens(
  withBody.map((code) => `${code}: ${code};`),
  '  ',
)}
}
`;
}

/** @param {StatusSet} nullBody */
export function renderGroups(nullBody) {
  const all = Array.from({ length: 500 }, (_, i) => 100 + i);
  return `${banner}${groups.map((group) => groupTables(group, nullBody)).join('')}
/** Each status from 100 to 599 under its own key; see \`Plain\`. */
// prettier-ignore
export interface StatusIds {
${inTens(
  all.map((code) => `${code}: ${code};`),
  '  ',
)}
}
`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  // The registry is TypeScript: this reads what `npm run build` made of it.
  const { nullBody, registry, registryUpdated } = await import('../.tmp/compiled/src/status/index.js');
  const files = {
    'src/types/codes.generated.ts': renderCodes(registry, registryUpdated),
    'src/types/groups.generated.ts': renderGroups(nullBody),
  };
  settle(files, 'node scripts/types-generate.js');
}
