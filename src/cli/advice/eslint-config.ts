import { createRequire } from 'node:module';
import { join } from 'node:path';
import { typescript, type Language } from '../files/languages.js';
import type { ESLintModule } from '../lint/host.js';
import { findParser } from '../lint/parsers.js';
import { resolveFrom } from '../lint/resolve.js';
import { needsTypes, untyped, type PresetName } from '../lint/presets.js';
import { addDevelopment } from '../runner.js';
import type { Affected } from './affected.js';
import type { ConfigFile, Project } from './project.js';

/** A piece of a configuration, with what it imports and what has to be installed for it. */
interface Piece {
  readonly entry: string;
  readonly imports?: readonly (readonly [name: string, module: string, all?: boolean])[];
  readonly install?: readonly string[];
}

const typescriptFiles = "['**/*.{ts,tsx,mts,cts}']";

/** What an existing configuration says where it reads a language already: its own name, or a set that brings it along. */
const signs: Readonly<Record<string, RegExp>> = {
  TypeScript: /typescript|tseslint|\b(?:next|nuxt|angular|expo|antfu|xo|neostandard)\b/,
  JSX: /react|jsx|\b(?:next|expo|solid|antfu|xo|neostandard)\b/,
  Vue: /vue|\b(?:nuxt|antfu)\b/,
  Svelte: /svelte/,
  Astro: /astro/,
};

const reads = (config: ConfigFile | undefined, language: string): boolean =>
  !!config && !!signs[language]?.test(config.text);

/** The name by which the project can import its parser for TypeScript, and whether it has to be installed first. */
async function typescriptParser(eslint: ESLintModule, { folder }: Project): Promise<Piece & { parser: string }> {
  const works = 'parser' in (await findParser(eslint, typescript, [folder], {}));
  const place = join(folder, 'package.json');
  if (works && !resolveFrom(place, typescript.parser!) && resolveFrom(place, 'typescript-eslint')) {
    return { entry: '', parser: 'tseslint.parser', imports: [['tseslint', 'typescript-eslint']] };
  }
  const install = works && resolveFrom(place, typescript.parser!) ? [] : [typescript.parser!];
  return { entry: '', parser: 'tsParser', imports: [['tsParser', typescript.parser!]], install };
}

async function componentPiece(
  eslint: ESLintModule,
  { folder }: Project,
  language: Language,
  inner: (Piece & { parser: string }) | undefined,
): Promise<Piece> {
  const { name, extensions, parser } = language;
  const own = `${name.toLowerCase()}Parser`;
  const { scriptParser } = await import('../../reader/parser.js');
  const works = 'parser' in (await findParser(eslint, language, [folder], { parser: scriptParser }));
  const options = inner ? `, parserOptions: { parser: ${inner.parser} }` : '';
  return {
    entry: `{ files: ['**/*.${extensions[0]}'], languageOptions: { parser: ${own}${options} } }`,
    imports: [[own, parser!, name !== 'Vue'], ...(inner?.imports ?? [])],
    install: [...(works ? [] : [parser!]), ...(inner?.install ?? [])],
  };
}

/** Whether the ESLint that the project has, or will have, can read a .gitignore: 10.x can since it has this function. */
function readsIgnoreFiles({ folder, eslint }: Project): boolean {
  if (eslint === undefined) return true;
  const place = join(folder, 'package.json');
  const path = resolveFrom(place, 'eslint/config');
  return path !== undefined && 'includeIgnoreFile' in (createRequire(place)(path) as object);
}

/** A new configuration leaves out what git does: else `eslint .` finds in the output of a build what is in the sources. */
function ignorePieces(project: Project): Piece[] {
  if (project.eslintConfig || !project.ignores || !readsIgnoreFiles(project)) return [];
  const entry = 'includeIgnoreFile(`${import.meta.dirname}/.gitignore`)';
  return [{ entry, imports: [['{ includeIgnoreFile }', 'eslint/config']] }];
}

/** Where findings were left out, the configuration leaves them out as well. */
const unshippedPieces = ({ unshipped }: Affected): Piece[] =>
  unshipped ? [{ entry: 'httpStatus.configs.unshipped' }] : [];

function presetPieces(preset: PresetName): Piece[] {
  const plain = `httpStatus.configs.${untyped(preset)}`;
  const imports = [['httpStatus', 'eslint-plugin-http-status']] as const;
  if (!needsTypes(preset)) return [{ entry: `httpStatus.configs.${preset}`, imports }];
  return [{ entry: plain, imports }, { entry: `{ ...httpStatus.configs.${preset}, files: ${typescriptFiles} }` }];
}

async function languagePieces(
  eslint: ESLintModule,
  project: Project,
  affected: Affected,
  preset: PresetName,
): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const config = project.eslintConfig;
  const ts = await typescriptParser(eslint, project);
  if (affected.jsx && !reads(config, 'JSX')) {
    const jsx = 'languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } }';
    pieces.push({ entry: `{ files: ['**/*.{js,jsx}'], ${jsx} }` });
  }
  if (affected.sloppy.length > 0) {
    const files = affected.sloppy.map((path) => `'${path}'`).join(', ');
    pieces.push({ entry: `{ files: [${files}], languageOptions: { sourceType: 'commonjs' } }` });
  }
  if (affected.typescript && !reads(config, 'TypeScript')) {
    const options = needsTypes(preset) ? ', parserOptions: { projectService: true }' : '';
    const entry = `{ files: ${typescriptFiles}, languageOptions: { parser: ${ts.parser}${options} } }`;
    pieces.push({ ...ts, entry });
  }
  for (const { language, typescript: typed } of affected.components) {
    if (reads(config, language.name)) continue;
    pieces.push(await componentPiece(eslint, project, language, typed ? ts : undefined));
  }
  return pieces;
}

const importOf =
  (isCommonJs: boolean) =>
  ([name, module, all]: readonly [string, string, boolean?]): string =>
    isCommonJs ? `const ${name} = require('${module}');` : `import ${all ? '* as ' : ''}${name} from '${module}';`;

/** Lines that make the ESLint of this project find what was just found. */
export async function eslintAdvice(
  eslint: ESLintModule,
  project: Project,
  affected: Affected,
  preset: PresetName,
): Promise<string[]> {
  const { eslintConfig: config, isModule } = project;
  const pieces = [
    ...ignorePieces(project),
    ...presetPieces(preset),
    ...unshippedPieces(affected),
    ...(await languagePieces(eslint, project, affected, preset)),
  ];
  const install = new Set(['eslint-plugin-http-status', ...pieces.flatMap((piece) => piece.install ?? [])]);
  const isCommonJs = !!config && /\bmodule\.exports\b/.test(config.text);
  const imports = new Set(pieces.flatMap((piece) => piece.imports ?? []).map(importOf(isCommonJs)));
  const name = config?.name ?? (isModule ? 'eslint.config.js' : 'eslint.config.mjs');
  const entries = pieces.map(({ entry }) => `  ${entry},`);
  const needed = project.eslint === undefined ? ['eslint', ...install] : [...install];
  const body = config
    ? [...imports, '// and in the array that it exports:', ...entries]
    : [...imports, 'export default [', ...entries, '];'];
  return [
    `To keep these rules in the editor and in CI, ${config ? `add to ${name}` : `write ${name}`}:`,
    ...[addDevelopment(project, needed), `// ${name}`, ...body].map((line) => `  ${line}`),
  ];
}
