// A process that lints an application part by part when it is told to, and says which responses the analysis saw.
//
//   fork(lint.js, [VARIANT, FOLDER, ALONE])   takes { files }, then { from, to }; answers { milliseconds, requests, reports }
import { readFileSync } from 'node:fs';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import typescript from 'typescript-eslint';
import plugin from 'eslint-plugin-http-status';
import { cpuTime } from '../bench/cpu.js';

const [variant, folder, isAlone] = process.argv.slice(2);
const { listenToRequests } = await import(new URL('../../dist/src/index.js', import.meta.url));

let requests = 0;

/** Counts the requests whose response the analysis holds. */
const counter = {
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    listenToRequests(context, ({ followed }) => {
      requests += followed;
    }),
};

const typescriptFiles = ['**/*.{ts,tsx,mts,cts}'];
const recommended = plugin.configs.recommended;
const config = [
  { files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'], linterOptions: { noInlineConfig: true } },
  { files: ['**/*.{js,jsx,mjs,cjs,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: typescriptFiles, languageOptions: { parser: typescriptParser } },
  ...(isAlone === 'true' ? [] : typescript.configs.recommended.map(forTypeScript)),
  ...(variant === 'none'
    ? []
    : [
        { ...recommended, plugins: { ...recommended.plugins, reach: { rules: { counter } } } },
        {
          rules: { 'reach/counter': 'error' },
          settings: { 'http-status': { followImports: variant === 'follow' } },
        },
      ]),
];

/** A preset may set a parser for all files: the others are read by ESLint's own. */
function forTypeScript(preset) {
  return { ...preset, files: typescriptFiles };
}

const linter = new Linter({ cwd: folder });
let all = [];

process.on('message', ({ files = all, from = 0, to = 0 }) => {
  all = files;
  requests = 0;
  let reports = 0;
  const before = cpuTime();
  for (const file of all.slice(from, to)) {
    const messages = linter.verify(readFileSync(file, 'utf8'), config, { filename: file });
    reports += messages.filter(({ ruleId }) => ruleId?.startsWith('http-status/')).length;
  }
  process.send({ milliseconds: cpuTime() - before, requests, reports });
});
process.on('disconnect', () => process.exit(0));
