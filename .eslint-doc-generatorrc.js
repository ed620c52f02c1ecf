import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const { homepage } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  ignoreConfig: ['all', 'unshipped'],
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
    ['recommendedTypeChecked', '☑️'],
    ['strictTypeChecked', '🔐'],
  ],
  ruleDocTitleFormat: 'name',
  // The README is read on the registry's page, too, where a relative link leads nowhere.
  urlRuleDoc: (name, page) =>
    page.endsWith('README.md') ? new URL(`docs/rules/${name}.md`, homepage).href : undefined,
  postprocess: async (text, path) => format(text, { ...(await resolveConfig(path)), parser: 'markdown' }),
};
