// How Markdown becomes a page: links, headings with names, code in colour, examples with an editor, tables that scroll.
import { parser } from '@lezer/javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => text.replace(/[&<>"]/g, (letter) => escapes[letter]);

/** The name of a heading, as the repository's host makes it: links between the files use these. */
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const dialects = { js: 'jsx', jsx: 'jsx', ts: 'ts', tsx: 'ts jsx' };

function inColour(code, language) {
  const dialect = dialects[language];
  if (dialect === undefined) return escape(code);
  let html = '';
  const put = (text, classes) => (html += classes ? `<span class="${classes}">${escape(text)}</span>` : escape(text));
  highlightCode(code, parser.configure({ dialect }).parse(code), classHighlighter, put, () => (html += '\n'));
  return html;
}

const captions = { incorrect: 'Incorrect', correct: 'Correct' };

/** What an editor in the page runs: the page's own rule, or the recommended ones. */
const rulesFor = ({ rule, recommended }) => (rule ? { [`http-status/${rule}`]: 'error' } : recommended);

function fence(tokens, index, _options, env) {
  const { info, content } = tokens[index];
  const [language = '', kind = ''] = info.trim().split(' ');
  const code = `<pre tabindex="0"><code>${inColour(content, language)}</code></pre>`;
  const caption = captions[kind];
  if (!caption || !(language in dialects)) return code;
  const rules = env.needsTypes ? '' : ` data-rules="${escape(JSON.stringify(rulesFor(env)))}"`;
  const data = ` data-language="${language === 'jsx' ? 'js' : language}"${rules}`;
  return `<figure class="example ${kind}"${data}><figcaption>${caption}</figcaption>${code}</figure>`;
}

/** Each heading gets a name, and a second one of the same text another name. */
function nameHeadings({ tokens }) {
  const taken = new Map();
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return;
    const text = tokens[index + 1].children
      .filter(({ type }) => type === 'text' || type === 'code_inline')
      .map(({ content }) => content)
      .join('');
    const count = taken.get(slug(text)) ?? 0;
    taken.set(slug(text), count + 1);
    const id = count === 0 ? slug(text) : `${slug(text)}-${count}`;
    token.attrSet('id', id);
  });
}

/** The corner of a table heads nothing: a screen reader would stop at it. */
function dropEmptyHeads({ tokens }) {
  tokens.forEach((token, index) => {
    if (token.type !== 'th_open' || tokens[index + 1].content !== '') return;
    token.tag = tokens[index + 2].tag = 'td';
  });
}

/** Teaches a Markdown reader what the pages need; `write` makes links of files into links of the site. */
export function extend(markdown, write) {
  markdown.renderer.rules.fence = fence;
  markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>';
  markdown.renderer.rules.table_close = () => '</table></div>';
  markdown.core.ruler.push('headings', nameHeadings);
  markdown.core.ruler.push('heads', dropEmptyHeads);
  markdown.core.ruler.push('links', ({ tokens, env }) => {
    for (const { children } of tokens) {
      for (const token of children ?? []) {
        if (token.type === 'link_open') token.attrSet('href', write(token.attrGet('href'), env.here));
      }
    }
  });
}
