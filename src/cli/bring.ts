import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname } from 'node:path';
import { CannotRun } from './cannot-run.js';
import { manager } from './runner.js';

/** There is no ESLint that fits: it can be brought along where a package manager runs us from its cache. */
export class MissingESLint extends CannotRun {}

/** Set in the second run, so that there is no third: the PATH of the first, to which what was brought along is added. */
const mark = 'HTTP_STATUS_PATH_BEFORE';

const path = (): string => process.env.PATH ?? '';

/** The range of the peer dependency. */
function wanted(): string {
  const { peerDependencies } = createRequire(import.meta.url)('eslint-plugin-http-status/package.json') as {
    peerDependencies: { eslint: string };
  };
  return `eslint@${peerDependencies.eslint}`;
}

/** How `npx` and `pnpm dlx` run a command with ESLint beside it; undefined where we were started in another way. */
function startAgain(command: readonly string[]): readonly string[] | undefined {
  const { npm_command: started, npm_execpath: file } = process.env;
  if (!file) return undefined;
  const program = /\.[cm]?js$/.test(file) ? [process.execPath, file] : [file];
  switch (`${manager()} ${started}`) {
    case 'npm exec':
      return [...program, 'exec', '--yes', `--package=${wanted()}`, '--', ...command];
    case 'pnpm dlx':
      return [...program, `--package=${wanted()}`, '--silent', 'dlx', ...command];
    default:
      return undefined;
  }
}

/** Runs this command once more, with ESLint beside it. Gives its exit code, or undefined where that is not possible. */
export function runWithESLint(argv: readonly string[]): number | undefined {
  if (process.env[mark] !== undefined) return undefined;
  const [program, ...args] = startAgain(['node', process.argv[1]!, ...argv]) ?? [];
  if (program === undefined) return undefined;
  console.error(`No ESLint 9 or 10 is installed here: ${manager()} brings one along, and changes nothing here.`);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, [mark]: path() } });
  return status ?? 2;
}

/** Folders with packages that the package manager put on the PATH for the second run. */
export function broughtFolders(): string[] {
  const before = process.env[mark]?.split(delimiter);
  if (before === undefined) return [];
  const added = path()
    .split(delimiter)
    .filter((folder) => basename(folder) === '.bin' && !before.includes(folder));
  return added.map((folder) => dirname(dirname(folder)));
}
