// How the texts that are there already take up a new rule.

/** `no-200-only` is no200Only in the code. */
export const identifierOf = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const verbs = { no: 'disallow', require: 'require', prefer: 'require' };

/** What a name says already: "disallow status text" of no-status-text. */
export function descriptionOf(name) {
  const [first, ...rest] = name.split('-');
  return verbs[first] ? [verbs[first], ...rest].join(' ') : ['enforce', first, ...rest].join(' ');
}

/** `src/rules.ts` with the rule imported and listed; both lists are kept in order. */
export function addToIndex(index, name) {
  const imported = insertSorted(index, /^import \w+ from '\.\.\/rules\/.+\.js';\n/gm, importOf(name));
  return insertSorted(
    imported,
    /^ {2}'[\w-]+': \w+,\n/gm,
    `  '${name}': ${identifierOf(name)},\n`,
    'export const rules = {',
  );
}

const importOf = (name) => `import ${identifierOf(name)} from '../rules/${name}.js';\n`;

/** What a line is sorted by: the rule's name in it. */
const keyOf = (line) => /'(?:\.\.\/rules\/)?([\w-]+)/.exec(line)[1];

/** Puts a line among those that match, which stand behind one another and behind a certain text. */
function insertSorted(text, lines, line, behind = '') {
  const start = text.indexOf(behind);
  const found = start < 0 ? [] : [...text.matchAll(lines)].filter(({ index }) => index >= start);
  if (found.length === 0) throw new Error(`src/rules.ts has no line ${lines} behind "${behind}".`);
  const next = found.find(([other]) => keyOf(other) > keyOf(line));
  const last = found.at(-1);
  const place = next ? next.index : last.index + last[0].length;
  return text.slice(0, place) + line + text.slice(place);
}

/** The changelog with the rule in its newest section, or in a new one where that was released. */
export function addToChangelog(changelog, name) {
  const line = `- The rule \`${name}\`: ${descriptionOf(name)}.\n`;
  const start = changelog.search(/^## /m);
  if (start < 0) return `${changelog.trimEnd()}\n\n## Unreleased\n\n${line}`;
  const end = changelog.slice(start + 1).search(/^## /m);
  const newest = end < 0 ? changelog.slice(start) : changelog.slice(start, start + 1 + end);
  if (!/unreleased/i.test(newest)) {
    return `${changelog.slice(0, start)}## Unreleased\n\n${line}\n${changelog.slice(start)}`;
  }
  const rest = changelog.slice(start + newest.length);
  return `${changelog.slice(0, start)}${newest.trimEnd()}\n${line}${rest && `\n${rest}`}`;
}
