import { describe, expect, it } from 'vitest';
import { lintUser } from './project.js';

const retry = `
export const ensured = async (request) => { const r = await request(); if (!r.ok) throw new Error('x'); return r; };
export const parsed = async (request) => { const r = await request(); return r.json(); };
export async function again(request, times = 3) {
  for (let i = 0; ; i++) {
    try {
      const r = await request();
      if (r.status >= 500) throw new Error('server');
      return r;
    } catch (error) {
      if (i === times) throw error;
    }
  }
}
export const plain = async (request) => { const r = await request(); return r; };
export const load = (url) => plain(() => fetch(url));
export const limited = async (request) => limit(request);
export const queued = (request) => { queue.push(request); };
`;

const user = (call: string) =>
  `import { again, ensured, limited, load, parsed, plain, queued } from './retry';\nexport async function read(u) {\n${call}\n}`;
const found = (call: string) => lintUser(user(call), { 'retry.ts': retry });

describe('a function that is passed to one of another file, and gives a response', () => {
  it.each([
    [
      'it looks at nothing',
      'const r = await plain(() => fetch(u)); return r.json();',
      'no-unchecked-response 3: fetch',
    ],
    [
      'it looks at a part',
      'const r = await again(() => fetch(u)); return r.json();',
      'require-error-branch 3: again(() => fetch(u))',
    ],
    ['it reads the body', 'const d = await parsed(() => fetch(u)); show(d.name);', 'no-unchecked-response 3: fetch'],
    [
      'it has it from one in its own file',
      'const r = await load(u); return r.json();',
      'no-unchecked-response 3: load',
    ],
    [
      'code elsewhere calls it',
      'const r = await limited(() => fetch(u)); return r.json();',
      'no-unchecked-response 3: fetch',
    ],
  ])('is followed: %s', (_, call, report) => {
    expect(found(call)).toEqual([report]);
  });

  it.each([
    ['it checks the status', 'const r = await ensured(() => fetch(u)); return r.json();'],
    [
      'what it lets past is checked',
      'const r = await again(() => fetch(u)); if (!r.ok) throw new Error(); return r.json();',
    ],
    ['it is called at another time', 'await queued(() => fetch(u));'],
  ])('is silent: %s', (_, call) => {
    expect(found(call)).toEqual([]);
  });
});
