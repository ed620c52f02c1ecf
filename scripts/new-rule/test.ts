import rule from '../../rules/rule-name.js';
import { testVerdicts } from './tester.js';

/** The body of an async function, for cases in which the frame says nothing. */
const inAsync = (body: string): string => `async function f(u) {\n${body}\n}`;

testVerdicts('rule-name', rule, {
  valid: [
    inAsync('const r = await fetch(u); if (!r.ok) throw new Error(); return r.json();'),
    // Its new owner decides.
    inAsync('return fetch(u);'),
  ],
  invalid: [
    {
      code: inAsync('const r = await fetch(u); if (r.status === 404) return null; return r.json();'),
      errors: ['wrong'],
    },
    {
      code: inAsync('const r = await fetch(u);\nreturn r.json();'),
      errors: [
        {
          messageId: 'wrong',
          line: 2,
          column: 17,
          data: { statuses: '4xx or 5xx', use: 'r.json()', where: ' on line 3' },
        },
      ],
    },
  ],
});
