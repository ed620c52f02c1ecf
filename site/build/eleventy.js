// What Eleventy is told: pages that are made of the repository's Markdown, and the layouts around them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { between, linkWriter } from './links.js';
import { extend } from './markdown.js';
import { menuOf, pagesOf } from './pages.js';
import { examples, presets, rulesOf } from './playground.js';
import { indexOf, partsOf } from './search.js';

/** The files that Vite wrote, by their source: `assets/site-x.js` and the styles that it needs. */
function assetsOf(out) {
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  const stylesOf = ({ imports = [], css = [] }) => [...imports.flatMap((name) => stylesOf(manifest[name])), ...css];
  return Object.fromEntries(
    Object.entries(manifest)
      .filter(([, { isEntry }]) => isEntry)
      .map(([source, chunk]) => [source, { file: chunk.file, css: stylesOf(chunk) }]),
  );
}

const json = (value) => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * @param {object} site
 * @param {string} site.root the folder of the repository
 * @param {string} site.out where the pages go, and where the bundles are already
 */
export const configFor =
  ({ root, out }) =>
  /** @param {import('@11ty/eleventy/UserConfig').default} config */
  (config) => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const pages = pagesOf(root);
    const parts = new Map();
    const typed = new Set(rulesOf().flatMap(({ name, needsTypes }) => (needsTypes ? [name] : [])));

    config.setLayoutsDirectory('../layouts');
    config.setTemplateFormats(['njk', 'md']);
    const assets = assetsOf(out);
    config.addGlobalData('site', { name: manifest.name, menu: menuOf(pages), assets });
    config.addGlobalData('entries', ['app/site.ts']);
    config.addGlobalData('rules', rulesOf());
    config.addGlobalData('presets', Object.keys(presets()));
    config.addGlobalData('playground', json({ presets: presets(), examples: examples(root, pages) }));
    config.addGlobalData('examples', examples(root, pages));
    config.addFilter('from', between);
    config.addFilter('styles', (entries) => [...new Set(entries.flatMap((source) => assets[source].css))]);

    for (const { source, url, title, section, text } of pages) {
      const rule = section === 'Rules' ? title : undefined;
      const needsTypes = typed.has(rule);
      const here = { source, url };
      const data = { layout: 'page.njk', permalink: `${url}index.html`, title, here, rule, needsTypes };
      config.addTemplate(`${url || 'index'}.md`.replace('/.md', '.md'), text, {
        ...data,
        recommended: presets().recommended,
      });
    }
    config.amendLibrary('md', (markdown) => {
      markdown.set({ html: true });
      extend(markdown, linkWriter(pages, manifest));
      markdown.core.ruler.push('search', ({ tokens, env }) => {
        parts.set(env.here.source, partsOf(tokens, env.here, env.title));
      });
    });
    config.on('eleventy.after', () => writeFileSync(join(out, 'search.json'), indexOf(parts.values())));
    return { markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };
  };
