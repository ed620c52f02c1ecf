// `npm run docs`: writes what the README and the rules' pages repeat from elsewhere. With --check, only compares.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import plugin from '../dist/src/index.js';
import { readBlock, writeBlock } from './docs/blocks.js';
import { clientsBlocks } from './docs/clients.js';
import { examplesOf, lintExample } from './docs/examples.js';
import { migrationBlocks } from './docs/migration.js';
import { readingBlocks } from './docs/readings.js';
import { settingsTable } from './docs/settings.js';

const { check } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
const root = fileURLToPath(new URL('../', import.meta.url));
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const pretty = async (text, path) => format(text, { ...(await resolveConfig(path)), parser: 'markdown' });

/** What the recommended rules say to the README's first example. */
function firstMessage(readme) {
  const example = examplesOf(readme).find(({ kind }) => kind === 'incorrect');
  const [message] = lintExample(example, Object.keys(plugin.configs.recommended.rules));
  if (!message) throw new Error("The recommended rules find nothing in the README's first example.");
  return `> ${message.message} \`${message.ruleId}\``;
}

/** Writes a page with other text in its blocks, or says that they are out of date. */
async function update(page, write) {
  const path = at(page);
  const old = await readFile(path, 'utf8');
  const updated = await pretty(await write(old), path);
  if (!check) return writeFile(path, updated);
  if (updated === old) return;
  console.error(`${page}: what is generated in it is out of date. Run "npm run docs".`);
  process.exitCode = 1;
}

/** The parts of the README that no other tool writes. */
async function writeReadme(old) {
  const precision = readBlock(await readFile(at('docs/precision.md'), 'utf8'), 'precision summary');
  return writeBlock(writeBlock(old, 'message', firstMessage(old)), 'precision summary', precision);
}

const writeSettings = async (old) =>
  writeBlock(old, 'settings', settingsTable(await readFile(at('src/models/settings.ts'), 'utf8')));

const writeBlocks = (old, blocks) =>
  Object.entries(blocks).reduce((page, [name, text]) => writeBlock(page, name, text), old);

/** The table of rules and the headers of their pages; .eslint-doc-generatorrc.js has the options. */
function updateRules() {
  const bin = at('node_modules/eslint-doc-generator/dist/bin/eslint-doc-generator.js');
  const { status } = spawnSync(process.execPath, [bin, ...(check ? ['--check'] : [])], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

try {
  await update('README.md', writeReadme);
  await update('docs/settings.md', writeSettings);
  await update('docs/migration.md', async (old) => writeBlocks(old, await migrationBlocks(root)));
  await update('docs/precision.md', (old) => writeBlocks(old, readingBlocks(root)));
  await update('docs/clients.md', async (old) => writeBlocks(old, await clientsBlocks(root)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
updateRules();
