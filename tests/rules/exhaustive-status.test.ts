import rule from '../../rules/exhaustive-status.js';
import { testTyped } from './typed.js';

const inSwitch = (body: string): string => `async function f() {
  const res = await load();
  switch (res.status) {
${body}
  }
}`;

testTyped('exhaustive-status', rule, {
  valid: [
    inSwitch('    case 200: return 1;\n    case 404: case 500: case 503: return 2;'),
    inSwitch('    case 200: return 1;\n    default: throw new Error();'),
    // What was split off before is no longer there.
    'async function f() { const res = await load(); if (!res.ok) throw new Error(); switch (res.status) { case 200: return 1; } }',
    // What stands behind it gets the others.
    'async function f() { const res = await load(); switch (res.status) { case 200: return 1; case 404: return 2; } throw new Error(); }',
    'async function f() { const res = await load(); if (res.status === 200) return 1; else if (res.status === 404) return 2; throw new Error(); }',
    // One status, any number, a job.
    'async function f(res: TypedResponse<200, User>) { switch (res.status) { case 200: show(1); } }',
    'async function f(res: Response) { switch (res.status) { case 200: show(1); } }',
    "async function f(job: { status: 'done' | 'failed' }) { switch (job.status) { case 'done': show(1); } }",
    'async function f(job: { status: 1 | 2 }) { switch (job.status) { case 1: show(1); } }',
    'async function f(res: Api, x: number) { switch (res.status) { case 200: show(1); break; case x: show(2); } }',
    'async function f(res: Api) { if (res.status === 200) show(1); }',
    'async function f(res: Api) { if (res.status === 200) show(1); else show(2); }',
    'async function f(res: Api) { if (res.status === 200) show(1); else if (res.status >= 400) show(2); }',
    'async function f(res: Api) { if (res.ok) show(1); else if (!res.ok) show(2); }',
    'async function f(res: Api, x: boolean) { if (res.status === 200) show(1); else if (x) show(2); }',
    // Of openapi-fetch only the operation says the statuses: nobody knows which are left once something was asked.
    "async function f() { const { data, response } = await client.GET('/user'); if (data) show(data); switch (response.status) { case 404: show(1); } }",
    "async function f() { const res = await client.GET('/user'); show(res.error); switch (res.response.status) { case 404: show(1); } }",
    "async function f() { const res = await client.GET('/user'); switch (res.response.status) { case 200: case 404: case 422: show(1); } }",
    'async function f(res: { response: Response }) { switch (res.response.status) { case 404: show(1); } }',
    // A handler map with a way for the others.
    'const f = (res: Api, map: Record<number, () => number>) => map[res.status]!();',
    'function f(res: Hono) { const map = { 200: () => 1, 404: () => 2 }; return map[res.status](); }',
    "function f(res: Api) { const texts: Record<number, string> = { 200: 'fine' }; return texts[res.status] ?? 'failed'; }",
    'function f(res: Api) { const map: Record<number, () => number> = { 200: () => 1 }; return map[res.status]?.() ?? 0; }',
    'function f(res: Api) { const map: Record<number, () => number> = { 200: () => 1 }; const one = map[res.status]; if (!one) throw new Error(); return one(); }',
    'const f = (res: Api, others: object) => { const map: Record<number, number> = { 200: 1, ...others }; return map[res.status]; };',
  ].map((code) => ({ code })),
  invalid: [
    {
      code: "async function f() {\n  const { response } = await client.GET('/user');\n  switch (response.status) {\n    case 200:\n      show(1);\n      break;\n  }\n}",
      errors: [
        {
          messageId: 'switch',
          data: { missing: 'every 4xx (404, 422)', text: 'response.status', what: 'them, or a `default`' },
          suggestions: [
            {
              messageId: 'addThrowingCases',
              data: { cases: 'the cases 404 and 422' },
              output:
                "async function f() {\n  const { response } = await client.GET('/user');\n  switch (response.status) {\n    case 200:\n      show(1);\n      break;\n    case 404:\n    case 422:\n      throw new Error(`Request failed with status ${String(response.status)}`);\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      code: "async function f() {\n  const res = await client.GET('/rest');\n  switch (res.response.status) {\n    case 200:\n      show(1);\n  }\n}",
      errors: [
        {
          messageId: 'switch',
          suggestions: [
            {
              messageId: 'addThrowingDefault',
              data: { cases: '97 of the 2xx, every 3xx, every 4xx and every 5xx' },
              output:
                "async function f() {\n  const res = await client.GET('/rest');\n  switch (res.response.status) {\n    case 200:\n      show(1);\n      break;\n    default:\n      throw new Error(`Unexpected status ${String(res.response.status)}`);\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      code: inSwitch('    case 200:\n      show(await res.json());\n      break;\n    case 404:\n      return null;'),
      errors: [
        {
          messageId: 'switch',
          data: { missing: 'every 5xx (500, 503)', text: 'res.status', what: 'them, or a `default`' },
          suggestions: [
            {
              messageId: 'addThrowingCases',
              data: { cases: 'the cases 500 and 503' },
              output: inSwitch(
                '    case 200:\n      show(await res.json());\n      break;\n    case 404:\n      return null;\n    case 500:\n    case 503:\n      throw new Error(`Request failed with status ${String(res.status)}`);',
              ),
            },
          ],
        },
      ],
    },
    {
      code: 'function f({ status, body }: Rest) {\n  switch (status) {\n    case HttpStatus.OK:\n      show(body)\n  }\n}',
      errors: [
        {
          messageId: 'switch',
          data: { missing: '404', text: 'status', what: 'it, or a `default`' },
          suggestions: [
            {
              messageId: 'addThrowingCases',
              data: { cases: 'the case 404' },
              output:
                'function f({ status, body }: Rest) {\n  switch (status) {\n    case HttpStatus.OK:\n      show(body)\n      break\n    case 404:\n      throw new Error(`Request failed with status ${String(status)}`)\n  }\n}',
            },
          ],
        },
      ],
    },
    {
      code: "function f(res: Of<{ 200: User; '4xx': Problem }>) {\n  switch (res.status) {\n    case 200:\n      return 1;\n    case 404:\n      return 2;\n  }\n}",
      errors: [
        {
          messageId: 'switch',
          data: { missing: '99 of the 4xx', text: 'res.status', what: 'them, or a `default`' },
          suggestions: [
            {
              messageId: 'addThrowingDefault',
              data: { cases: '99 of the 4xx' },
              output:
                "function f(res: Of<{ 200: User; '4xx': Problem }>) {\n  switch (res.status) {\n    case 200:\n      return 1;\n    case 404:\n      return 2;\n    default:\n      throw new Error(`Request failed with status ${String(res.status)}`);\n  }\n}",
            },
          ],
        },
      ],
    },
    {
      code: 'async function f(res: OpenApi) { switch (res.status) { case 404: show(res.error); } }',
      errors: [{ messageId: 'switch', data: { missing: '200', text: 'res.status', what: 'it, or a `default`' } }],
    },
    {
      code: 'function f(res: Hono) { switch (res.status) { case 404: return null; } }',
      errors: [{ messageId: 'switch', data: { missing: '200', text: 'res.status', what: 'it, or a `default`' } }],
    },
    // Code behind a chain runs for all of them.
    {
      code: 'function f(res: Api) {\n  if (res.status === 200) {\n    show(1);\n  } else if (res.status === 404) {\n    return null;\n  }\n  show(2);\n}',
      errors: [
        {
          messageId: 'chain',
          data: { missing: 'every 5xx (500, 503)', text: 'res.status', what: 'an `else`' },
          suggestions: [
            {
              messageId: 'addThrowingElse',
              data: { cases: 'every 5xx (500, 503)' },
              output:
                'function f(res: Api) {\n  if (res.status === 200) {\n    show(1);\n  } else if (res.status === 404) {\n    return null;\n  } else {\n    throw new Error(`Request failed with status ${String(res.status)}`);\n  }\n  show(2);\n}',
            },
          ],
        },
      ],
    },
    {
      code: 'function f(res: Api) { if (res.status === 404 || 500 <= res.status) show(1); else if (isMissing(res)) show(2); }',
      errors: [
        {
          messageId: 'chain',
          data: { missing: '200', text: 'res.status', what: 'an `else`' },
          suggestions: [
            {
              messageId: 'addThrowingElse',
              data: { cases: '200' },
              output:
                'function f(res: Api) { if (res.status === 404 || 500 <= res.status) show(1); else if (isMissing(res)) show(2);\nelse throw new Error(`Unexpected status ${String(res.status)}`); }',
            },
          ],
        },
      ],
    },
    {
      code: 'function f(res: Api) {\n  const map: Record<number, () => unknown> = {\n    200: () => 1,\n    404: () => null,\n  };\n  return map[res.status]!();\n}',
      errors: [
        {
          messageId: 'map',
          data: { missing: 'every 5xx (500, 503)', text: 'res.status', what: 'them, or what to do without' },
          suggestions: [
            {
              messageId: 'addThrowingHandlers',
              data: { cases: '500 and 503' },
              output:
                "function f(res: Api) {\n  const map: Record<number, () => unknown> = {\n    200: () => 1,\n    404: () => null,\n    500: () => {\n      throw new Error('Request failed with status 500');\n    },\n    503: () => {\n      throw new Error('Request failed with status 503');\n    },\n  };\n  return map[res.status]!();\n}",
            },
          ],
        },
      ],
    },
    {
      code: "function f(res: Hono) { const texts: Partial<Record<number, string>> = { 200: 'fine' }; return texts[res.status]; }",
      errors: [{ messageId: 'map' }],
    },
  ],
});
