import { describe, expect, it } from 'vitest';
import { applyFix, examine, linterFor } from '../../scripts/suggestions/apply.js';
import plugin from '../../src/index.js';

interface Message {
  ruleId: string;
  message: string;
  suggestions?: { desc: string; fix: { range: [number, number]; text: string } }[];
}

const own = 'http-status/no-unguarded-error-response';

/** Bodies of a handler of `e`, each with what becomes of it; undefined where nothing is suggested. */
const handlers: readonly (readonly [body: string, mended: string | undefined])[] = [
  ['show(e.response.data.message); throw e;', 'show(e.response?.data.message); throw e;'],
  ['show(e.response["data"]); throw e;', 'show(e.response?.["data"]); throw e;'],
  [
    'if (e.response.status === 404) show(e.response.data); else show(e.response.headers.date); throw e;',
    'if (e.response?.status === 404) show(e.response.data); else show(e.response?.headers.date); throw e;',
  ],
  ['show((e.response).data); throw e;', 'show((e.response)?.data); throw e;'],
  ['const { data } = e.response; show(data); throw e;', 'const { data } = e.response ?? {}; show(data); throw e;'],
  ['const { response } = e; show(response.data); throw e;', 'const { response } = e; show(response?.data); throw e;'],
  ['show(e.response.data.toString()); throw e;', 'show(e.response?.data.toString()); throw e;'],
  ['e.response.data.seen = true; throw e;', undefined],
  ['e.response.data.count++; throw e;', undefined],
  ['const { response: { data } } = e; show(data); throw e;', undefined],
  ['show(new e.response.data.constructor()); throw e;', undefined],
];

const fileOf = (body: string): string =>
  `async function save(user) {\n  try {\n    await users.update(user);\n  } catch (e) {\n    ${body}\n  }\n}`;

const rules = plugin.configs.recommended.rules as Record<string, unknown>;
const lint = linterFor(plugin, rules, 'save.js', fileOf('')) as (code: string) => Message[];

/** What a handler does with an error: what it shows, and what it throws. */
function run(body: string, e: unknown): unknown[] {
  const seen: unknown[] = [];
  try {
    new Function('e', 'show', body)(e, (shown: unknown) => seen.push(String(shown)));
  } catch (thrown) {
    seen.push(thrown === e ? 'the error' : (thrown as Error).name);
  }
  return seen;
}

const answered = [200, 304, 400, 404, 500, 999].map((status) => ({
  response: { status, headers: { date: 'today' }, data: { message: `message of ${status}` } },
}));

describe.each(handlers)('%s', (body, mended) => {
  const code = fileOf(body);
  const messages = lint(code);
  const [message] = messages.filter(({ ruleId }) => ruleId === own);

  it('is reported, with a suggestion where there is one', () => {
    expect(message).toBeDefined();
    expect(message!.message.length).toBeLessThanOrEqual(200);
    const outputs = message!.suggestions?.map(({ fix }) => applyFix(code, fix) as string) ?? [];
    expect(outputs).toEqual(mended === undefined ? [] : [fileOf(mended)]);
  });

  it.runIf(mended)('parses, loses the report and gets no other', () => {
    const { parses, gone, added } = examine(lint, code, messages, message, message!.suggestions![0]);
    expect({ parses, gone, added }).toEqual({ parses: true, gone: true, added: [] });
  });

  it.runIf(mended)('changes what happens where no answer came, and nowhere else', () => {
    for (const error of answered) expect(run(mended!, error)).toEqual(run(body, error));
    expect(run(body, {})).toEqual(['TypeError']);
    expect(run(mended!, {})).toEqual(['undefined', 'the error']);
  });
});
