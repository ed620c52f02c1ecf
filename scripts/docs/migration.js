// What `docs/migration.md` repeats: rules that teams write themselves, and what they say to small programs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Lang, parse } from '@ast-grep/napi';
import { Linter } from 'eslint';
import { load as readYaml } from 'js-yaml';
import plugin from '../../dist/src/index.js';

/** @typedef {{ name: string, isMistake: boolean, title: string, code: string }} Program */

const mark = /^\/\/ (mistake|fine): (.*)\n/;

/** @returns {Program[]} mistakes first */
function programsIn(folder) {
  const programs = readdirSync(folder).map((name) => {
    const code = readFileSync(join(folder, name), 'utf8');
    const [, kind, title] = mark.exec(code) ?? [];
    if (!kind) throw new Error(`${name} begins with no comment that says whether it is a mistake: "// mistake: …".`);
    return { name, isMistake: kind === 'mistake', title, code };
  });
  return programs.sort((a, b) => Number(b.isMistake) - Number(a.isMistake));
}

const lintedBy = (config) => (code) => new Linter().verify(code, config).length > 0;

const foundBy = (rule) => (code) => parse(Lang.JavaScript, code).root().find({ rule }) !== null;

/** The rules, each with what says whether it reports a program. */
async function rivalsIn(folder) {
  const configOf = async (name) => (await import(pathToFileURL(join(folder, name)).href)).default;
  return {
    '`no-restricted-globals`': lintedBy(await configOf('no-restricted-globals.js')),
    '`no-restricted-syntax`': lintedBy(await configOf('no-restricted-syntax.js')),
    'ast-grep': foundBy(readYaml(readFileSync(join(folder, 'ast-grep.yml'), 'utf8')).rule),
    '`recommended`': lintedBy([plugin.configs.recommended]),
  };
}

function verdict(isMistake, isReported) {
  if (isMistake) return isReported ? 'reported' : '**missed**';
  return isReported ? '**false alarm**' : 'silent';
}

function totals(programs, reports) {
  const count = (isMistake) =>
    programs.filter((program) => program.isMistake === isMistake && reports(program.code)).length;
  const all = (isMistake) => programs.filter((program) => program.isMistake === isMistake).length;
  return `${count(true)} of ${all(true)} found, ${count(false)} of ${all(false)} false alarms`;
}

const row = (cells) => `| ${cells.join(' | ')} |`;

async function table(root) {
  const programs = programsIn(join(root, 'docs/examples/migration/programs'));
  const rivals = await rivalsIn(join(root, 'docs/examples/migration/rules'));
  const names = Object.keys(rivals);
  const head = ['program', ...names];
  return [
    row(head),
    row(head.map(() => '---')),
    ...programs.map(({ isMistake, title, code }) =>
      row([isMistake ? title : `fine: ${title}`, ...names.map((name) => verdict(isMistake, rivals[name](code)))]),
    ),
    row(['all', ...names.map((name) => totals(programs, rivals[name]))]),
  ].join('\n');
}

const block = (text, words) => `\`\`\`${words}\n${text.trimEnd()}\n\`\`\``;

/** The parts of the page, by the names of their blocks; `root` is the folder of the repository. */
export async function migrationBlocks(root) {
  const rule = (name) => readFileSync(join(root, 'docs/examples/migration/rules', name), 'utf8');
  return {
    'no-restricted-globals': block(rule('no-restricted-globals.js'), 'js config'),
    'no-restricted-syntax': block(rule('no-restricted-syntax.js'), 'js config'),
    'ast-grep': block(rule('ast-grep.yml'), 'yaml'),
    migration: await table(root),
  };
}
