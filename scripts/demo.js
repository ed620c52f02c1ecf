// `npm run demo`: the bin on an example application, first broken, then fixed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import plugin from '../dist/src/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = (name) => `docs/examples/dashboard/${name}`;

const bin = (args, stdio) =>
  spawnSync(process.execPath, ['dist/src/cli/bin.js', ...args], { cwd: root, encoding: 'utf8', stdio });

/** Shows the command at work, in colours where the terminal has them, and gives its exit code. */
function show(...args) {
  console.log(`$ npx eslint-plugin-http-status ${args.join(' ')}`);
  return bin(args, 'inherit').status;
}

/** The recommended rules that find nothing in a folder. */
function silentRules(name) {
  const { stdout } = bin([folder(name), '--format', 'json'], 'pipe');
  const found = new Set(JSON.parse(stdout).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)));
  return Object.keys(plugin.configs.recommended.rules).filter((rule) => !found.has(rule));
}

console.log(`
A small dashboard: log in, list, save, delete, export, upload, invite, search. It works as long as the server
answers 200. fetch does not reject on a 404 or a 500, so try/catch and .catch() see none of them:
below, every finding names the statuses that go unnoticed and the line that they reach.
`);

const broken = show(folder('broken'));
const silent = silentRules('broken');

console.log(`
The same dashboard with a branch for what else the server may answer. The rules follow each
response along every path, so a check counts wherever it is written, and nothing is left to say.
`);

const fixed = show(folder('fixed'));

const problems = [
  broken !== 1 && `the broken dashboard should end with exit code 1, not ${broken}`,
  silent.length > 0 && `no finding of ${silent.join(', ')} in the broken dashboard`,
  fixed !== 0 && `the fixed dashboard should end with exit code 0, not ${fixed}`,
].filter(Boolean);

if (problems.length > 0) {
  console.error(`The demo does not show what it should: ${problems.join('; ')}.`);
  process.exitCode = 1;
}
