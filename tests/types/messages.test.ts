import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesFile } from './cases-file.js';
import { compilers } from './compilers.js';
import { type Consumer, createConsumer } from './consumer.js';

// What a person reads who made one of the usual mistakes. Each line marked `// <-` is one, with a part of the message that
// has to appear for that line and that every version prints alike.
const mistakes = `import type { MatchStatus, ResponseOf, StatusCode, StatusHandlers } from 'eslint-plugin-http-status/types';
import type { NotFound, Problem, User } from './expect.js';
type Api = ResponseOf<{ 200: User; 204: null; 404: NotFound; 500: Problem }>;
declare const res: Api;
declare const bodiless: ResponseOf<{ 200: User; 204: null; 404: null; '5xx': Problem }>;
declare const groups: ResponseOf<{ '2xx': User; default: Problem }>;
declare const matchStatus: MatchStatus;
declare function assertNever(value: never): never;
matchStatus(res, { 200: (r) => 1, 204: () => 2, 404: (r) => 3 }); // <- Property '500' is missing in type
matchStatus(res, { 200: () => 1, 204: () => 2 }); // <- is missing the following properties from type 'MissingHandlers<Api, 200 | 204>': 404, 500
matchStatus(groups, { '2xx': () => 1, '4xx': () => 2 }); // <- is missing the following properties from type 'MissingHandlers<ResponseOf<{ '2xx': User; default: Problem; }>, "2xx" | "4xx">': "
matchStatus(res, { default: () => 1, 403: () => 2 }); // <- is not assignable to type '"403 is not a status of this response: remove this handler"'
matchStatus(res, { default: () => 1, '3xx': () => 2 }); // <- is not assignable to type '"3xx is not a status of this response: remove this handler"'
export const some: StatusHandlers<Api> = { 403: () => 1 }; // <- '403' does not exist in type 'StatusHandlers<Api>'
export const read = () => res.json(); // <- "no body: the status (101, 103, 204, 205, 304) or the description of the API (null) says so; check the status first"
export const deleted = () => res.status === 204 && res.json(); // <- The 'this' context of type 'NullBodyResponse<204>' is not assignable to method's 'this' of type '"no body: the status (101, 103, 204, 205, 304) or the description of the API (null) says so; check the status first"'
export const inGroup = () => groups.ok && groups.json(); // <- "no body: the status (101, 103, 204, 205, 304) or the description of the API (null) says so; check the status first"
export const declaredNull = () => bodiless.status === 404 && bodiless.json(); // <- The 'this' context of type 'EmptyResponse<404>' is not assignable to method's 'this' of type '"no body: the status
export const unnarrowed = () => bodiless.json(); // <- "no body: the status (101, 103, 204, 205, 304) or the description of the API (null) says so; check the status first"
export const undeclared = () => res.status === 403; // <- have no overlap
export const unchecked = () => res.ok || assertNever(res); // <- is not assignable to parameter of type 'never'
export const misspelt = (r: ResponseOf<{ 200: User; '40x': Problem }>) => r.ok; // <- Property 'ok' does not exist on type 'InvalidKey<"40x">'
export const code: StatusCode = 306; // <- Type '306' is not assignable to type 'StatusCode'
`;

const expected = mistakes
  .split('\n')
  .flatMap((text, i) => (text.includes('// <- ') ? [{ line: i + 1, message: text.split('// <- ')[1] ?? '' }] : []));

describe('error messages', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await createConsumer();
  }, 60_000);
  afterAll(() => consumer.remove());

  it.each(compilers)('TypeScript $version', async (compiler) => {
    const files = { 'expect.ts': casesFile('expect.ts'), 'mistakes.ts': mistakes };
    const output = await consumer.compile(compiler, files, { noErrorTruncation: false });
    // A message goes on in indented lines.
    const errors = output.split(/\n(?! )/).filter((text) => text !== '');
    const messageOf = (line: number) => errors.find((text) => text.startsWith(`mistakes.ts(${line},`));
    for (const { line, message } of expected) expect(messageOf(line), `line ${line}`).toContain(message);
    expect(errors).toHaveLength(expected.length);
  });
});
