import no200Only from '../../../rules/no-200-only.js';
import noUncheckedResponse from '../../../rules/no-unchecked-response.js';
import requireErrorBranch from '../../../rules/require-error-branch.js';
import { testVerdicts } from '../tester.js';

// `XMLHttpRequest`: the object has the response where its listeners are called.

const xhr = (listeners: string, after = '', open = "'GET', u"): string =>
  `function load(u, data) {\n  const xhr = new XMLHttpRequest();\n  xhr.open(${open});\n  ${listeners}\n  xhr.send(data);\n  ${after}\n}`;

const used = { messageId: 'unchecked', line: 5, column: 3 };

testVerdicts('no-unchecked-response', noUncheckedResponse, {
  valid: [
    xhr('xhr.onload = () => { if (xhr.status >= 400) return fail(); show(xhr.response); };'),
    xhr('xhr.onload = function () { if (this.status === 200) show(this.response); else fail(this.status); };'),
    xhr('xhr.onload = ({ target }) => { if (target.status < 300) show(target.response); else fail(); };'),
    xhr(
      'xhr.onreadystatechange = () => { if (xhr.readyState !== 4) return; if (xhr.status !== 200) return fail(); show(xhr.responseText); };',
    ),
    xhr('xhr.onload = () => { done({ status: xhr.status, body: xhr.responseText }); };'),
    xhr('xhr.onload = () => { done(xhr); };'),
    // What is told of failures, too, need not look.
    xhr('xhr.onloadend = () => { hide(); };'),
    // Who looks is out of sight.
    xhr('xhr.onload = loaded;'),
    xhr(
      'xhr.upload.onload = () => { if (xhr.status === 200) ok(); else fail(); }; xhr.onload = () => { show(xhr.response); };',
    ),
    xhr('xhr.onload = () => { toast("Saved"); };', 'return xhr;'),
    xhr('', 'other.onload = () => { show(xhr.response); };'),
    'let xhr = new XMLHttpRequest(); function load(u) { xhr.open("GET", u); xhr.send(); } xhr.onload = () => { show(xhr.response); };',
    'function load(u, xhr) { xhr.onload = () => { show(xhr.response); }; xhr.open("GET", u); xhr.send(); }',
    // No server.
    xhr('xhr.onload = () => { show(xhr.response); };', '', "'GET', 'data:text/plain,x'"),
    `class XMLHttpRequest {}\n${xhr('xhr.onload = () => { show(xhr.response); };')}`,
    xhr('xhr.onload = () => { seen(); };', '', "'HEAD', u"),
    xhr('', 'if (xhr.status >= 400) throw new Error(xhr.status); return xhr.responseText;', "'GET', u, false"),
    xhr('', 'return xhr.responseText;', "'GET', u, isAsync"),
  ],
  invalid: [
    { code: xhr('xhr.onload = () => { show(xhr.responseText); };'), errors: [used] },
    { code: xhr('xhr.onload = function () { show(this.response); };'), errors: [used] },
    { code: xhr('xhr.onload = function () { list.forEach((x) => show(x, this.response)); };'), errors: [used] },
    { code: xhr("xhr.addEventListener('load', (event) => { show(event.target.response); });"), errors: [used] },
    { code: xhr("xhr.addEventListener('load', ({ currentTarget: r }) => { show(r.response); });"), errors: [used] },
    {
      code: xhr('xhr.onreadystatechange = () => { if (xhr.readyState === 4) show(xhr.responseXML); };'),
      errors: [used],
    },
    {
      code: xhr(
        'xhr.onload = () => { show(xhr.response); }; xhr.onerror = () => { fail(xhr.statusText); };',
        'return () => xhr.abort();',
      ),
      errors: [used],
    },
    {
      code: xhr('xhr.onload = () => { toast("Saved"); };', '', "'POST', u"),
      errors: [{ ...used, messageId: 'dropped' }],
    },
    { code: xhr('', 'return JSON.parse(xhr.responseText);', "'GET', u, false"), errors: [used] },
    {
      code: `const read = (u) => new Promise((resolve, reject) => {\n  const xhr = new window.XMLHttpRequest();\n  xhr.open('GET', u);\n  xhr.onload = () => resolve(xhr.response);\n  xhr.send();\n});`,
      errors: [used],
    },
  ],
});

testVerdicts('require-error-branch', requireErrorBranch, {
  valid: [xhr('xhr.onload = () => { if (xhr.status === 200) show(xhr.response); else fail(xhr.status); };')],
  invalid: [
    {
      code: xhr(
        'xhr.onreadystatechange = function () { if (this.readyState == 4 && this.status == 200) { show(this.responseText); } };',
      ),
      errors: ['ignored'],
    },
    { code: xhr('xhr.onload = () => { if (xhr.status < 400) { show(xhr.response); } };'), errors: ['ignored'] },
  ],
});

testVerdicts('no-200-only', no200Only, {
  valid: [xhr('xhr.onload = () => { if (xhr.status === 200 || xhr.status === 0) show(xhr.response); else fail(); };')],
  invalid: [
    {
      code: xhr('xhr.onload = () => { if (xhr.status === 200) show(xhr.response); else fail(); };'),
      errors: ['onlyRange'],
    },
    {
      code: xhr('xhr.onload = function () { if (this.status === 200) show(this.response); else fail(); };'),
      errors: [
        {
          messageId: 'onlyRange',
          data: { others: '201, 202 or 204 (which has no body)', good: 'this.status >= 200 && this.status < 300' },
        },
      ],
    },
  ],
});
