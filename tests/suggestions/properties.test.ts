import { describe, expect, it } from 'vitest';
import { examine, linterFor } from '../../scripts/suggestions/apply.js';
import { compareRuns, namedBy, tellingStatuses } from '../../scripts/suggestions/run.js';
import plugin from '../../src/index.js';
import { errors, parseStatuses } from '../../src/status/index.js';
import { cases, type Case } from './cases.js';
import { typeErrors } from './types.js';

interface Message {
  ruleId: string;
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  suggestions?: Suggestion[];
}

interface Suggestion {
  desc: string;
  fix: { range: [number, number]; text: string };
}

const rulesFor = ({ rule, options }: Case): Record<string, unknown> => ({
  ...plugin.configs.recommended.rules,
  [`http-status/${rule}`]: ['error', ...options],
});

/** The file's lint, its messages and each suggestion of the rule that the case is about. */
function open(one: Case) {
  const lint = linterFor(plugin, rulesFor(one), one.file, one.code) as (code: string) => Message[];
  const messages = lint(one.code);
  const suggested = messages
    .filter(({ ruleId }) => ruleId === `http-status/${one.rule}`)
    .flatMap((message) => (message.suggestions ?? []).map((suggestion) => ({ message, suggestion })));
  return { lint, messages, suggested };
}

const offsetOf = (code: string, line: number, column: number): number =>
  code
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length +
  (line > 1 ? 1 : 0) +
  column -
  1;

/** Code at the top of a module runs when it is loaded: as the body of a function it can run many times. */
const asFunction = (code: string): string => `async function run() {\n${code.replace(/^export (?=const)/gm, '')}\n}`;

const statusesOf = ({ code }: Case, { message, suggestion }: ReturnType<typeof open>['suggested'][number]): number[] =>
  tellingStatuses(code, message.message, suggestion.desc, suggestion.fix.text);

async function runBoth(one: Case, { message, suggestion }: ReturnType<typeof open>['suggested'][number]) {
  const isTop = one.name.startsWith('top-level');
  const code = isTop ? asFunction(one.code) : one.code;
  const shift = isTop ? 'async function run() {\n'.length : 0;
  const { range, text } = suggestion.fix;
  const from = offsetOf(one.code, message.line, message.column);
  const to = offsetOf(one.code, message.endLine, message.endColumn);
  const callee = one.code.slice(from, to);
  return compareRuns({
    file: one.file,
    code,
    fix: { range: [range[0] + shift, range[1] + shift], text },
    from: from + shift,
    to: to + shift,
    callee: /^\w+$/.test(callee) ? callee : 'fetch',
    text: suggestion.desc,
    statuses: statusesOf(one, { message, suggestion }),
  });
}

describe.each(cases.filter(({ expected }) => expected.some(({ desc }) => desc)))('$rule $name', (one) => {
  const { lint, messages, suggested } = open(one);

  it('parses, loses the report and gets no other', () => {
    expect(suggested).not.toEqual([]);
    for (const { message, suggestion } of suggested) {
      const { parses, gone, added } = examine(lint, one.code, messages, message, suggestion);
      expect({ parses, gone, added }).toEqual({ parses: true, gone: true, added: [] });
    }
  });

  it.skipIf(one.rule === 'no-null-body')(
    'changes what happens for the named statuses alone, and for some',
    async () => {
      for (const each of suggested) {
        const run = await runBoth(one, each);
        expect(run).toMatchObject({ ran: true, reached: true, unnamed: [] });
        const isNamed = namedBy(each.suggestion.desc, one.code) as (status: number) => boolean;
        // `void` says something to the reader only.
        if (statusesOf(one, each).some(isNamed)) expect(run.ran && run.changed).not.toEqual([]);
      }
    },
  );
});

describe.each(cases.filter(({ rule }) => rule === 'no-null-body'))('$rule $name', ({ code, expected }) => {
  const done = (text: string) => new Function(`${text.replace('export ', '')}; return done();`) as () => Response;

  it('makes a response that threw before', () => {
    expect(done(code)).toThrow(TypeError);
    for (const { output } of expected) expect(done(output)()).toMatchObject({ status: 204, body: null });
  });
});

/** The statuses that a message of `require-error-branch` names: `On a 4xx (except 404 and 410) or 5xx …`. */
function slippingIn(message: string) {
  const [, list = ''] = /^(?:On a|A) ([\dx][\dx a-z,()-]*?) (?:nothing|gets)/.exec(message)!;
  return parseStatuses(list.replace(/[()]/g, '').replace(/ or | and /g, ', '));
}

describe.each(cases.filter(({ rule }) => rule === 'require-error-branch'))('$rule $name', (one) => {
  it('changes what happens for every error that the message names, and for no other error', async () => {
    for (const each of open(one).suggested) {
      const run = await runBoth(one, each);
      const changed = run.ran ? run.changed.filter((status) => errors.has(status)) : [];
      const named = slippingIn(each.message.message);
      expect(changed).toEqual(statusesOf(one, each).filter((status) => named.has(status)));
    }
  });
});

describe.each(cases.filter(({ file }) => file.endsWith('.ts')))('$rule $name', ({ code, expected }) => {
  it('is well typed before and after', () => {
    expect(typeErrors(code)).toEqual([]);
    for (const { output } of expected) expect(typeErrors(output)).toEqual([]);
  });
});

describe('the check of what happens', () => {
  const code = 'async function f(u) {\n  const res = await fetch(u);\n  return res.json();\n}';
  const at = code.indexOf('\n  return');
  const change = (text: string) =>
    compareRuns({
      file: 'a.js',
      code,
      fix: { range: [at, at], text },
      from: at,
      to: at,
      text: 'Throw outside 200–299.',
    });

  it('sees a change for a status that is not named', async () => {
    expect(await change('\n  if (res.status !== 200) throw new Error();')).toMatchObject({
      unnamed: Array.from({ length: 99 }, (_, i) => 201 + i),
    });
  });

  it('sees that nothing changes', async () => {
    expect(await change('\n  void res;')).toMatchObject({ reached: true, changed: [] });
  });

  it('sees that something happens in another order', async () => {
    expect(await change('\n  note(1);')).toMatchObject({ unnamed: expect.arrayContaining([200, 299]) as unknown });
  });
});
