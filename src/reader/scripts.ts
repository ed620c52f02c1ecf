/** The code of a file: the text with everything else blanked, so that every place stays where it is. */
export interface Scripts {
  readonly text: string;
  /** `js`, `ts`, `tsx` … as the blocks say. */
  readonly languages: ReadonlySet<string>;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly language: string;
}

const components = new Set(['vue', 'svelte', 'astro']);

/**
 * A comment, or a script with its attributes; a `>` may stand in the quotes of an attribute. What has no end goes on to that of
 * the file: else each `<script>` without one would be looked for there.
 */
const markup = /<!--[\s\S]*?(?:-->|$)|<script((?:\s(?:"[^"]*"|'[^']*'|[^"'<>])*)?)>([\s\S]*?)(<\/script\s*>|$)/gi;

/** Between the two fences at the top of an Astro component. */
const frontmatter = /^\s*---\r?\n([\s\S]*?)^---/m;

const languages: Readonly<Record<string, string>> = {
  '': 'js',
  js: 'js',
  javascript: 'js',
  mjs: 'js',
  jsx: 'js',
  ts: 'ts',
  typescript: 'ts',
  tsx: 'tsx',
  // As the `type` of a script.
  module: 'js',
  'text/javascript': 'js',
  'application/javascript': 'js',
  'text/babel': 'js',
  'text/typescript': 'ts',
};

const attribute = (name: string, attributes: string): string | undefined =>
  new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined);

function markupBlocks(text: string, from: number): Block[] {
  const blocks: Block[] = [];
  markup.lastIndex = from;
  for (let match = markup.exec(text); match; match = markup.exec(text)) {
    const [whole, attributes, code, closing] = match;
    if (attributes === undefined || code === undefined || !closing) continue;
    const lang = attribute('lang', attributes);
    const language = languages[(lang ?? attribute('type', attributes) ?? '').toLowerCase()];
    // JSON, a template or a shader is no code; a language that only `lang` names is, and not one that can be read.
    if (language === undefined && lang === undefined) continue;
    if (language === undefined) throw new SyntaxError(`its script is written in "${lang}"`);
    const end = match.index + whole.length - closing.length;
    blocks.push({ start: end - code.length, end, language });
  }
  return blocks;
}

function blocksOf(text: string, extension: string): Block[] {
  const fence = extension === 'astro' ? frontmatter.exec(text) : null;
  if (!fence) return markupBlocks(text, 0);
  const end = fence[0].length - '---'.length;
  return [{ start: end - fence[1]!.length, end, language: 'ts' }, ...markupBlocks(text, end)];
}

const blank = (text: string): string => text.replace(/[^\r\n\u2028\u2029]/g, ' ');

/** The scripts of a component as one module: this is how Vue and Svelte run two of them. */
export function scriptsOf(text: string, extension: string): Scripts {
  if (!components.has(extension)) return { text, languages: new Set() };
  const blocks = blocksOf(text, extension);
  let code = '';
  for (const { start, end } of blocks) {
    // The first character behind a script ends its last statement.
    code = `${code}${blank(text.slice(code.length, start))}${text.slice(start, end)};`;
  }
  return { text: code + blank(text.slice(code.length)), languages: new Set(blocks.map(({ language }) => language)) };
}
