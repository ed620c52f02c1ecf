import { inner, Pen, topScope } from './pen.js';
import { Random } from './random.js';
import { requestFor } from './requests.js';
import { block } from './statements.js';

/** What a program stands in. */
type Setting = 'function' | 'arrow' | 'method' | 'object';

/** A random program. Its function is called `main`, wherever it is. */
export function writeProgram(seed: number): string {
  const setting = new Random(seed ^ 0x5bd1e995).weighted<Setting>([
    [6, 'function'],
    [1, 'arrow'],
    [3, 'method'],
    [1, 'object'],
  ]);
  const pen = new Pen(seed, setting === 'method');
  const scope = inner(topScope, { depth: 0 });
  if (pen.random.chance(90)) requestFor(pen, scope);
  block(pen, scope, 2 + pen.random.below(5));
  return [...around(setting, pen.text, membersOf(pen)), ...outside(pen)].join('\n');
}

const membersOf = ({ helpers }: Pen): string[] => [...(helpers.get('method') ?? []), ...(helpers.get('private') ?? [])];

function around(setting: Setting, body: string, members: readonly string[]): string[] {
  switch (setting) {
    case 'function':
      return ['async function main() {', body, '}'];
    case 'arrow':
      return ['const main = async () => {', body, '};'];
    case 'method':
      return ['class Job {', 'async main() {', body, '}', ...members, '}'];
    default:
      return ['const job = {', 'async main() {', body, '},', '};'];
  }
}

/** The functions that a program calls. */
function outside({ helpers, text }: Pen): string[] {
  const of = (name: 'function' | 'constant' | 'object' | 'static') => helpers.get(name) ?? [];
  const all = [...of('function'), ...of('constant')];
  if (of('object').length > 0) all.push('const api = {', ...of('object'), '};');
  if (of('static').length > 0) all.push('class Api {', ...of('static'), '}');
  const needsFail = [text, ...[...helpers.values()].flat()].some((part) => part.includes('fail()'));
  return needsFail ? [...all, "function fail() {\nthrow new Error('failed');\n}"] : all;
}
