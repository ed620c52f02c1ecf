import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { install, makeFolder, nodeWith, pack, removeFolder, root, type Ran } from '../support/sandbox.js';

// Where a package manager runs the packed command from its cache and ESLint is missing, it is asked to bring one along.

const folder = makeFolder();
let archive: string;
beforeAll(() => {
  archive = pack(folder);
});
afterAll(() => removeFolder(folder));

/**
 * Takes the place of a package manager, so that the test needs no network: notes what it was asked for, puts a folder
 * with a .bin on the PATH as they all do, and runs what it was given.
 */
const manager = (bin: string, log: string): string => `
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
const args = process.argv.slice(2);
appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + '\\n');
const command = args.slice(args.indexOf('node'));
const PATH = ${JSON.stringify(bin)} + ':' + process.env.PATH;
process.exitCode = spawnSync(command[0], command.slice(1), { stdio: 'inherit', env: { ...process.env, PATH } }).status;
`;

function run(
  eslint: string | undefined,
  name: string,
  started: string,
  ...args: string[]
): Ran & { asked: string[][] } {
  const brought = makeFolder({ 'node_modules/.bin/x': '' });
  const project = makeFolder({
    'package.json': '{ "type": "module" }',
    'my src/a.js': 'export const load = async (url) => (await fetch(url)).json();\n',
    'manager.mjs': manager(join(brought, 'node_modules/.bin'), join(brought, 'log')),
  });
  try {
    install(project, archive, {});
    if (eslint) symlinkSync(join(root, 'node_modules', eslint), join(brought, 'node_modules/eslint'), 'dir');
    const env = {
      npm_config_user_agent: `${name}/1.0.0 node/v20`,
      npm_command: started,
      npm_execpath: join(project, 'manager.mjs'),
    };
    const bin = 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js';
    const ran = nodeWith(env, project, bin, ...args);
    const log = join(brought, 'log');
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
    return { ...ran, asked: lines.map((line) => JSON.parse(line) as string[]) };
  } finally {
    for (const made of [project, brought]) removeFolder(made);
  }
}

describe('the command without ESLint', () => {
  it.each([
    ['npm', 'exec', ['exec', '--yes', '--package=eslint@^9.0.0 || ^10.0.0', '--', 'node']],
    ['pnpm', 'dlx', ['--package=eslint@^9.0.0 || ^10.0.0', '--silent', 'dlx', 'node']],
  ])('is run once more with it by %s %s', (name, started, asked) => {
    const ran = run('eslint', name, started, 'my src', '--format', 'json');
    expect(ran.asked.map((args) => args.slice(0, asked.length))).toEqual([asked]);
    expect(ran.asked[0]!.slice(-3)).toEqual(['my src', '--format', 'json']);
    expect(ran.err).toMatch(
      new RegExp(`^No ESLint 9 or 10 is installed here: ${name} brings one along, and changes nothing here\\.\n`),
    );
    expect(JSON.parse(ran.out)).toMatchObject([{ messages: [{ ruleId: 'http-status/no-unchecked-response' }] }]);
    expect(ran.code).toBe(1);
  });

  it('is not run a third time', () => {
    const { asked, code, out, err } = run(undefined, 'npm', 'exec', '.');
    expect(asked).toHaveLength(1);
    expect(err).toMatch(/\nESLint is not installed; "npx .*" brings it along and changes nothing here\.\n$/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it.each([
    ['npm', 'run-script'],
    ['yarn', 'exec'],
  ])('says what to run where it was started by %s %s', (name, started) => {
    const { asked, code, err } = run('eslint', name, started, '.');
    expect(asked).toEqual([]);
    expect(err).toMatch(/^ESLint is not installed; .*\n$/);
    expect(code).toBe(2);
  });

  it('is not fooled by the NODE_PATH with which pnpm runs a command', () => {
    const project = makeFolder({ 'package.json': '{}', 'a.js': '' });
    install(project, archive, {});
    const bin = 'node_modules/eslint-plugin-http-status/dist/src/cli/bin.js';
    const { err } = nodeWith({ NODE_PATH: join(root, 'node_modules') }, project, bin);
    removeFolder(project);
    expect(err).toMatch(/^ESLint is not installed; /);
  });
});
