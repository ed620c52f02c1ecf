import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { removeFolder, root, type Ran } from '../support/sandbox.js';

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'eslint-plugin-http-status', 'compat');

function run(command: string, args: readonly string[], cwd: string): Ran {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, npm_command: undefined };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: 300_000 });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/**
 * A folder whose node_modules hold these packages, and what our package depends on: installed once, kept in the cache.
 * What is forced does not fit the others by its own words; people have such folders all the same.
 */
export function installed(packages: Record<string, string>, forced: Record<string, string> = {}): string {
  const wanted = { ...packageJson.dependencies, ...packages, ...forced };
  const text = JSON.stringify({ private: true, type: 'module', dependencies: wanted }, null, 2);
  const folder = join(cache, createHash('sha256').update(text).digest('hex').slice(0, 16));
  if (existsSync(folder)) return realpathSync(folder);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, '.install-'));
  try {
    writeFileSync(join(work, 'package.json'), text);
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    if (Object.keys(forced).length > 0) args.push('--legacy-peer-deps');
    const { code, err } = run('npm', args, work);
    if (code !== 0) throw new Error(`npm could not install ${Object.keys(wanted).join(', ')}: ${err}`);
    // A folder of this name is complete: it appears in one step.
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return realpathSync(folder);
}

/** The packed package; see pack.ts. */
export const archive = process.env.HTTP_STATUS_ARCHIVE!;

/** A project inside an installed folder: its own files, and our package as it would be published. */
export function project(base: string, files: Record<string, string>): string {
  const made = mkdtempSync(join(base, 'project-'));
  const own = join(made, 'node_modules', 'eslint-plugin-http-status');
  mkdirSync(own, { recursive: true });
  const { code, err } = run('tar', ['-xzf', archive, '--strip-components=1'], own);
  if (code !== 0) throw new Error(`tar failed: ${err}`);
  for (const [name, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), text);
  }
  return made;
}

/** Runs something in a project and takes the project away. */
export function within<T>(base: string, files: Record<string, string>, use: (made: string) => T): T {
  const made = project(base, files);
  try {
    return use(made);
  } finally {
    removeFolder(made);
  }
}

/** A file of the folder's node_modules. */
export const inModules = (base: string, path: string): string => join(base, 'node_modules', path);

export function eslint(made: string, args: readonly string[], node: string = process.execPath): Ran {
  const bin = inModules(dirname(made), 'eslint/bin/eslint.js');
  return run(node, [bin, ...args], made);
}

export const execute = (made: string, command: string, ...args: readonly string[]): Ran => run(command, args, made);

interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message: string;
  readonly suggestions?: readonly { readonly desc: string; readonly fix: { readonly text: string } }[];
}

/** What ESLint found, one line each: file, place, rule, message and what the suggestions would write. */
export function findings(made: string, args: readonly string[], node?: string): string[] {
  const { out, err } = eslint(made, [...args, '--format', 'json'], node);
  if (!out.startsWith('[')) throw new Error(`ESLint failed: ${out}${err}`);
  const results = JSON.parse(out) as { filePath: string; messages: Message[] }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map((m) => {
      const suggested = (m.suggestions ?? []).map(({ desc, fix }) => `${desc} ${fix.text}`).join(' | ');
      const place = `${relative(made, filePath)}:${m.line}:${m.column}-${m.endLine}:${m.endColumn}`;
      return `${place} ${m.ruleId} ${m.message} ${suggested}`.trim();
    }),
  );
}

/** Only where and which: `a.js:3 no-unchecked-response`. */
export const places = (list: readonly string[]): string[] =>
  list.map((line) => line.replace(/^(\S+?:\d+):\S+ (?:http-status\/)?(\S+).*$/s, '$1 $2'));

/** The example application and the fixtures of the analysis: files by the name that they get in a project. */
export function sampleFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of ['docs/examples', 'tests/fixtures']) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(root, path)] = readFileSync(path, 'utf8');
    }
  }
  return files;
}

export const recommended = `import httpStatus from 'eslint-plugin-http-status';
export default [httpStatus.configs.recommended];
`;

/** A configuration of docs/compatibility.md, by the word behind the language of its code block. */
export function documented(name: string): string {
  const page = readFileSync(join(root, 'docs/compatibility.md'), 'utf8');
  const block = new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1];
  if (block === undefined) throw new Error(`docs/compatibility.md has no code block "${name}".`);
  return block;
}
