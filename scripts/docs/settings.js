// The table of settings, from the file that reads them: what each is for, and an example that it is refused with.

const declared = /\/\*\* (.*?) \*\/\s*readonly (\w+): /gs;

/** The settings of `src/models/settings.ts`, by its text. */
export function settingsOf(source) {
  const [, body] = /export interface Settings \{\n(.*?)\n\}/s.exec(source);
  const [, examples] = /const examples: .*? = \{\n(.*?)\n\};/s.exec(source);
  const exampleOf = (name) => new RegExp(`^  ${name}: (['"\`])(.*)\\1,$`, 'm').exec(examples)?.[2];
  const said = new Map(
    [...body.matchAll(declared)].map(([, text, name]) => [name, text.replace(/\s*\n\s*\*\s*/g, ' ')]),
  );
  return [...body.matchAll(/readonly (\w+): /g)].map(([, name]) => {
    const example = exampleOf(name);
    if (example === undefined) throw new Error(`src/models/settings.ts has no example of the setting "${name}".`);
    return { name, what: said.get(name) ?? '', example };
  });
}

/** The same as a page has it. */
export function settingsTable(source) {
  const rows = settingsOf(source).map(({ name, what, example }) => `| \`${name}\` | ${what} | \`${example}\` |`);
  return ['| setting | what it holds | example |', '| --- | --- | --- |', ...rows].join('\n');
}
