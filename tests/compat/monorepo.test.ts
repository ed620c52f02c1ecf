import { execFile } from 'node:child_process';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolder } from '../support/sandbox.js';
import { tried } from './tried.js';
import { execute, inModules, installed, project, recommended } from './workbench.js';

/** A cache server for the team, as small as one can be: artifacts by their hash, in memory. */
const artifacts = new Map<string, { body: Buffer; duration: string }>();
const server = createServer((request, response) => {
  const hash = /\/v8\/artifacts\/([0-9a-f]+)/.exec(request.url ?? '')?.[1];
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (request.method === 'PUT' && hash) {
      artifacts.set(hash, {
        body: Buffer.concat(parts),
        duration: String(request.headers['x-artifact-duration'] ?? 0),
      });
      return response.writeHead(202).end('{"urls":[]}');
    }
    const known = hash === undefined ? undefined : artifacts.get(hash);
    if (known) response.writeHead(200, { 'x-artifact-duration': known.duration });
    else if (hash) response.writeHead(404);
    else response.writeHead(200, { 'content-type': 'application/json' });
    return response.end(request.method === 'HEAD' ? undefined : (known?.body ?? '{"status":"enabled"}'));
  });
});

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

const checked =
  'export async function load(url) { const r = await fetch(url); if (!r.ok) throw new Error(`HTTP ${r.status}`); return r.json(); }\n';
const unchecked = 'export async function show(url) { const r = await fetch(url); return r.json(); }\n';

const manifest = (name: string, dependencies: object = {}) =>
  JSON.stringify({
    ...{ name: `@shop/${name}`, dependencies },
    version: '1.0.0',
    private: true,
    type: 'module',
    scripts: { lint: 'eslint .' },
  });

/** The workspace that docs/monorepo.md describes. */
const files: Record<string, string> = {
  'package.json': JSON.stringify({
    ...{ name: 'shop', private: true, type: 'module', packageManager: 'npm@11.0.0', workspaces: ['packages/*'] },
    scripts: { lint: 'turbo run lint' },
  }),
  'turbo.json': JSON.stringify({ globalDependencies: ['eslint.config.js'], tasks: { lint: {} } }),
  'eslint.config.js': recommended,
  '.gitignore': 'node_modules\n.turbo\n',
  'package-lock.json': JSON.stringify({
    ...{ name: 'shop', lockfileVersion: 3, requires: true },
    packages: {
      '': { name: 'shop', workspaces: ['packages/*'] },
      'packages/api': { name: '@shop/api', version: '1.0.0' },
      'packages/web': { name: '@shop/web', version: '1.0.0', dependencies: { '@shop/api': '1.0.0' } },
      'node_modules/@shop/api': { resolved: 'packages/api', link: true },
      'node_modules/@shop/web': { resolved: 'packages/web', link: true },
    },
  }),
  'packages/api/package.json': manifest('api'),
  'packages/web/package.json': manifest('web', { '@shop/api': '1.0.0' }),
  'packages/api/index.js': checked,
  'packages/web/index.js': unchecked,
};

const base = installed({ eslint: '10.15.0', turbo: '2.11.11' });
const made: string[] = [];
afterAll(() => made.forEach(removeFolder));

/** A clone of the workspace on another machine: nothing of what turbo keeps locally. */
function clone(): string {
  const workspace = project(base, files);
  made.push(workspace);
  for (const name of readdirSync(join(base, 'node_modules'))) {
    if (name === '.package-lock.json') continue;
    symlinkSync(inModules(base, name), join(workspace, 'node_modules', name));
  }
  execute(workspace, 'git', 'init', '--quiet');
  return workspace;
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly cached: string | undefined;
}

function lint(workspace: string, ...args: string[]): Promise<Run> {
  const { port } = server.address() as AddressInfo;
  const remote = { TURBO_API: `http://127.0.0.1:${port}`, TURBO_TOKEN: 'token', TURBO_TEAM: 'team_shop' };
  const env = {
    ...process.env,
    ...remote,
    NO_COLOR: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  };
  const bin = inModules(base, 'turbo/bin/turbo');
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, 'run', 'lint', '--continue', ...args],
      { cwd: workspace, env, timeout: 60_000 },
      (error, stdout, stderr) => {
        const out = `${stdout}${stderr}`;
        resolve({
          code: error ? Number(error.code ?? 1) : 0,
          out,
          cached: /Cached:\s+(\d+ cached, \d+ total)/.exec(out)?.[1],
        });
      },
    );
  });
}

it('lints only what changed, and another machine lints nothing that one has linted', async () => {
  const first = clone();
  const found = await lint(first);
  expect(found.cached, found.out).toBe('0 cached, 2 total');
  expect(found.out).toContain('http-status/no-unchecked-response');
  expect(found.code).toBe(1);

  // What fails is not cached: it is reported again, until it is mended.
  expect((await lint(first)).cached).toBe('1 cached, 2 total');
  writeFileSync(join(first, 'packages/web/index.js'), checked);
  const mended = await lint(first);
  expect(mended).toMatchObject({ cached: '1 cached, 2 total', code: 0 });
  expect((await lint(first)).cached).toBe('2 cached, 2 total');

  const second = clone();
  writeFileSync(join(second, 'packages/web/index.js'), checked);
  expect(await lint(second), 'from the remote cache').toMatchObject({ cached: '2 cached, 2 total', code: 0 });
  expect(artifacts.size).toBeGreaterThanOrEqual(2);

  // Other rules, other results: the configuration is part of every hash.
  writeFileSync(join(second, 'eslint.config.js'), recommended.replace('recommended', 'strict'));
  expect((await lint(second)).cached).toBe('0 cached, 2 total');
  tried('Turborepo with a remote cache', '2.11.11', 'lints only what changed; see [monorepo.md](monorepo.md)');
});

it('lets a result depend on the packages that are imported where types are asked for', async () => {
  const change = async (tasks: object): Promise<string | undefined> => {
    const workspace = clone();
    writeFileSync(join(workspace, 'packages/web/index.js'), checked);
    writeFileSync(join(workspace, 'turbo.json'), JSON.stringify({ globalDependencies: ['eslint.config.js'], tasks }));
    await lint(workspace);
    expect((await lint(workspace)).cached).toBe('2 cached, 2 total');
    writeFileSync(join(workspace, 'packages/api/index.js'), `${checked}// other\n`);
    return (await lint(workspace)).cached;
  };
  expect(await change({ lint: {} })).toBe('1 cached, 2 total');
  const transit = { transit: { dependsOn: ['^transit'] }, lint: { dependsOn: ['transit'] } };
  expect(await change(transit)).toBe('0 cached, 2 total');
});
