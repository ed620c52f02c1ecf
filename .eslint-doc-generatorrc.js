import { format, resolveConfig } from 'prettier';

/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  ignoreConfig: ['all'],
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
    ['recommendedTypeChecked', '☑️'],
    ['strictTypeChecked', '🔐'],
  ],
  ruleDocTitleFormat: 'name',
  postprocess: async (text, path) => format(text, { ...(await resolveConfig(path)), parser: 'markdown' }),
};
