import { describe, expect, it } from 'vitest';
import { mayImport, mentions, renamings } from '../../src/sources/mention.js';
import { clients, type Client } from '../../src/models/index.js';

const written = (text: string, comments: readonly (readonly [number, number])[] = []) => ({
  text,
  ast: { comments: comments.map((range) => ({ range })) },
});

const named = (globals: readonly string[], modules: Client['modules'] = {}): readonly Client[] => [
  { ...clients[0]!, globals, modules },
];

describe('a file may have a response', () => {
  it.each(['fetch(u)', 'window.fetch', 'x={fetch}', "import get from 'node-fetch';", "require('undici').fetch"])(
    'where a name of a client is in it: %s',
    (text) => expect(mentions(written(text), clients)).toBe(true),
  );

  it.each(["import x from 'axios';", 'require("node:http")', "from 'undici'", 'axios.get(u)', '$fetch(u)'])(
    'or the module or the global of an object that makes requests: %s',
    (text) => expect(mentions(written(text), clients)).toBe(true),
  );

  it.each(['http://a', "'http://a'", "'https:'", 'http', "'axiosMock'", 'axiosLike.get(u)'])(
    'and not where a module is a part of an address or of a longer text: %s',
    (text) => expect(mentions(written(text), clients)).toBe(false),
  );

  it.each(['', 'prefetch(u)', 'fetching', '_fetch(u)', 'fetch$(u)', 'fetch2(u)', 'Fetch(u)'])(
    'and not where other words are: %j',
    (text) => expect(mentions(written(text), clients)).toBe(false),
  );

  it('and not where they stand in comments alone', () => {
    const text = '/* fetch(u) */ load(); // fetch(u)\n/* */ fetch(u)';
    const comments = [...text.matchAll(/\/\*.*?\*\/|\/\/.*/g)].map(
      ({ index, 0: { length } }) => [index, index + length] as const,
    );
    const [first, second] = [text.indexOf(' load'), text.lastIndexOf('/*')];
    expect(comments).toHaveLength(3);
    expect(mentions(written(text, comments), clients)).toBe(true);
    expect(mentions(written(text.slice(0, second), comments.slice(0, 2)), clients)).toBe(false);
    expect(mentions(written(text.slice(0, first), comments.slice(0, 1)), clients)).toBe(false);
    expect(mentions(written('fetch(u) // fetch', [[9, 17]]), clients)).toBe(true);
  });

  it('also where the parser gives no comments', () => {
    expect(mentions({ text: '// fetch(u)', ast: {} }, clients)).toBe(true);
  });

  it('by names with signs in them, as they are', () => {
    const own = named(['$api.get'], { './api+v2.js': ['default', ''], '@x/y': ['send'] });
    for (const text of ["from './api+v2.js'", "from '@x/y'", '$api.get(u)']) {
      expect([text, mentions(written(text), own)]).toEqual([text, true]);
    }
    for (const text of ["from './apiv2.js'", "from './api+v2ajs'", '$apiaget(u)', 'default', 'send(u)', 'fetch(u)']) {
      expect([text, mentions(written(text), own)]).toEqual([text, false]);
    }
  });

  it('of the clients that are asked for', () => {
    const [one, two] = [named(['send']), named(['request', 'request.get'])];
    expect([one, two].map((own) => mentions(written('send(u)'), own))).toEqual([true, false]);
    expect([one, two].map((own) => mentions(written('request.get(u)'), own))).toEqual([false, true]);
    expect([one, two].map((own) => mentions(written('request(u)'), own))).toEqual([false, true]);
  });
});

describe('a client may have another name', () => {
  it.each([
    ...['const get = fetch;', 'f(fetch)', 'fetch.bind(x)', '{ fetch }', 'fetch as get', 'fetch in x', 'fetch of x'],
    ...['fetch from x', 'fetch instanceof X', 'fetch satisfies X', 'fetch is X', 'fetch extends X', 'fetch\nnext()'],
    ...['fetch', 'fetch ?? x', 'fetch(u); get = fetch;', "'node-fetch'"],
  ])('where it is not called there and then: %j', (text) =>
    expect(renamings(written(text), clients)).toContain(text.lastIndexOf('fetch')),
  );

  it.each([
    ...['fetch(u)', 'fetch (u)', 'fetch\n  (u)', 'fetch?.(u)', 'fetch ?.(u)', 'window.fetch(u)'],
    ...['// we fetch the data', '// fetch asynchronously', '// fetch\tall', '// fetch inside', 'prefetch'],
  ])('and not where it is, or in a sentence: %j', (text) => expect(renamings(written(text), clients)).toEqual([]));
});

it('a file may import a client where a module of one is in it', () => {
  expect(mayImport(written("import { fetch } from 'undici';"), clients)).toBe(true);
  expect(mayImport(written(`import { fetch, ${'Agent, '.repeat(40)} } from 'undici';`), clients)).toBe(true);
  expect(mayImport(written("import { send } from '@x/y';"), named([], { '@x/y': ['send'] }))).toBe(true);
  expect(mayImport(written("import { fetch } from './api.js';"), clients)).toBe(false);
  expect(mayImport(written("fetch('')"), named(['fetch']))).toBe(false);
});
