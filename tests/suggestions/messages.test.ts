import parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { linterFor } from '../../scripts/suggestions/apply.js';
import { errorsText, excerpt } from '../../src/suggest/write/text.js';
import plugin from '../../src/index.js';
import { parseStatuses } from '../../src/status/index.js';
import { cases } from './cases.js';

interface Message {
  message: string;
  suggestions?: { desc: string }[];
}

const messages = cases.flatMap(({ rule, options, file, code }) => {
  const lint = linterFor(plugin, { [`http-status/${rule}`]: ['error', ...options] }, file, code) as (
    text: string,
  ) => Message[];
  return lint(code);
});

describe('a message', () => {
  const texts = [...new Set(messages.map(({ message }) => message))];

  it.each(texts)('is short, and free of the words of the analysis: %s', (text) => {
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(
      /^(?:(?:A|On a) [\d\sa-z,]+|`.+` is|`.+` throws[:\w ]*|This condition is|This error does) .*\.$/,
    );
    expect(text).not.toMatch(/\n|\{\{|origin|inspect|path\b|flow|branch of|state\b|handed/i);
  });

  it.each([...new Set(messages.flatMap(({ suggestions }) => (suggestions ?? []).map(({ desc }) => desc)))])(
    'has suggestions that fit into a menu: %s',
    (text) => {
      expect(text.length).toBeLessThanOrEqual(80);
      expect(text).toMatch(/^[A-Z].*[^.]$/);
    },
  );
});

describe('a message about a condition that asks for something else', () => {
  const lint = linterFor(plugin, { 'http-status/no-unchecked-response': 'error' }, 'load.js', '') as (
    text: string,
  ) => Message[];
  const messagesOf = (test: string): string[] =>
    lint(
      `async function load(u) {\n  const res = await fetch(u);\n  if (${test}) throw new Error(u);\n  return res.json();\n}`,
    ).map(({ message }) => message);

  it.each([
    ['const { statusCode } = res;', 'statusCode >= 400', '`statusCode` on line 3 checks nothing, as a response of'],
    ['const code = res.statusCode;', 'code >= 400', '`res.statusCode` on line 3 checks nothing, as a response of'],
    ['const { statusCode } = res; log(statusCode);', 'u', 'nothing checks the status of this response.'],
  ])('says so of a name it was given: %s', (bound, test, text) => {
    const code = `async function load(u) {\n  const res = await fetch(u);\n  ${bound}\n  if (${test}) throw new Error(u);\n  return res.json();\n}`;
    expect(lint(code).map(({ message }) => message)).toEqual([expect.stringContaining(text)]);
  });

  it.each([
    ["import https from 'node:https';", 'https.get(u, (res) => {', 'res.status >= 400', '});', 'node:http'],
    ["import { request } from 'undici';", 'const res = await request(u);', 'res.status >= 400', '', 'undici'],
    ["import got from 'got';", 'const res = await got(u, { throwHttpErrors: false });', 'res.status >= 400', '', 'got'],
    [
      "import axios from 'axios';",
      'const res = await axios.get(u, { validateStatus: null });',
      'res.statusCode >= 400',
      '',
      'axios',
    ],
  ])('knows what the responses of other clients have not: %s', (head, open, test, end, client) => {
    const bodies = { 'node:http': 'res.pipe(file)', undici: 'save(await res.body.json())', axios: 'save(res.data)' };
    const body = bodies[client as keyof typeof bodies] ?? 'save(res.body)';
    const code = `${head}\nasync function load(u) {\n  ${open}\n  if (${test}) throw new Error(u);\n  ${body};\n  ${end}\n}`;
    const text = `checks nothing, as a response of \`${client}\` has no such property.`;
    expect(lint(code).map(({ message }) => message)).toEqual([expect.stringContaining(text)]);
  });

  it.each([
    [
      'res.statusCode >= 400',
      '`res.statusCode` on line 3 checks nothing, as a response of `fetch` has no such property.',
    ],
    ["res.statusText !== 'OK'", '`res.statusText` on line 3 checks nothing, as it is empty over HTTP/2.'],
    ["res.headers.get('x') !== 'y'", 'nothing checks the status of this response.'],
  ])('says why %s is no check', (test, text) => {
    expect(messagesOf(test)).toEqual([expect.stringContaining(text)]);
  });
});

describe('a suggestion on server code', () => {
  it.each([
    ["import { request } from 'undici';", 'request(u)', 'res.body.json()', false],
    ["import fetch from 'node-fetch';", 'fetch(u)', 'res.json()', true],
  ])('reads the body where the response has a method for it: %s', (head, call, read, reads) => {
    const lint = linterFor(plugin, { 'http-status/no-unchecked-response': 'error' }, 'load.mjs', '') as (
      text: string,
    ) => { suggestions?: { fix: { text: string } }[] }[];
    const [message] = lint(
      `${head}\nexport async function load(u) {\n  const res = await ${call};\n  return ${read};\n}`,
    );
    expect(message?.suggestions?.[0]?.fix.text).toMatch(/throw new Error/);
    expect(message?.suggestions?.[0]?.fix.text.includes('await res.text()')).toBe(reads);
  });
});

describe('errorsText', () => {
  it.each([
    ['4xx, 5xx', '4xx or 5xx'],
    ['4xx except 404, 5xx', '4xx (except 404) or 5xx'],
    ['4xx except 401, 403, 404, 5xx', '4xx (except 401, 403 and 404) or 5xx'],
    ['404, 410', '404 or 410'],
    ['404, 410, 5xx', '404, 410 or 5xx'],
    ['5xx except 503', '5xx (except 503)'],
  ])('says %s as people do', (statuses, text) => {
    expect(errorsText(parseStatuses(statuses))).toBe(text);
  });
});

describe('excerpt', () => {
  const of = (code: string): string => {
    const linter = new Linter();
    linter.verify(code, [{ files: ['**/*.js'], languageOptions: { parser } }], 'a.js');
    const source = linter.getSourceCode();
    const [statement] = source.ast.body;
    if (statement?.type !== 'ExpressionStatement') throw new Error('This is no expression.');
    return excerpt(source as never, statement.expression as never);
  };

  it.each([
    ['res.json()', 'res.json()'],
    ['res\n  .clone()\n  .json()', 'res .clone() .json()'],
    ["(await fetch('/a/long/address', { method: 'POST' })).json()", '(await fetch(…)).json()'],
    ["fetch('/a/long/address', { method: 'POST' }).body", 'fetch(…).body'],
    ['(await fromSomeVeryLongNameOfAnApi.withAMethod(1)).json()', '….json()'],
    ['aVeryLongFunctionName(withAnArgument, andAnotherOne)', 'aVeryLongFunctionName(withAnArgument, a…'],
  ])('shortens %s', (code, text) => {
    expect(of(code)).toBe(text);
  });
});

describe('the line in a message', () => {
  const script = 'export const load = async (u) => {\n  const r = await fetch(u);\n  return r.json();\n};\n';
  const whole = `<template>\n</template>\n<script>\n${script}</script>\n`;

  const lint = (text: string, filename: string, processor?: Linter.Processor): string[] => {
    const config = { files: ['**/*.*'], ...(processor && { processor }) };
    return new Linter().verify(text, [plugin.configs.recommended, config], { filename }).map(({ message }) => message);
  };

  it('is that of the file', () => {
    expect(lint(script, 'a.js')).toEqual([expect.stringContaining('reaches `r.json()` on line 3 as if')]);
    expect(lint(`/* </script> */ ${script}`, 'a.vue')).toEqual([expect.stringContaining('`r.json()` on line 3 as if')]);
  });

  it('is left out where a processor cuts the file', () => {
    const processor: Linter.Processor = {
      preprocess: () => [{ text: script, filename: '0.js' }],
      postprocess: (messages) => messages.flat(),
    };
    expect(lint(whole, 'a.vue', processor)).toEqual([expect.stringContaining('reaches `r.json()` as if')]);
  });

  it.each(['a.vue', 'a.svelte', 'a.astro'])('is left out where a program reads the script of %s alone', (filename) => {
    expect(lint(script, filename)).toEqual([expect.stringContaining('reaches `r.json()` as if')]);
  });
});
