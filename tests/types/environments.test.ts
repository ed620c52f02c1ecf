import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilers } from './compilers.js';
import { type Consumer, createConsumer, type Files, type Options } from './consumer.js';

/** What must hold everywhere, whatever `Response` there is. */
const everywhere = `import type {
  GroupedResponse, MatchStatus, NullBodyResponse, ResponseIn, ResponseOf, StatusGuard, TypedResponse,
} from 'eslint-plugin-http-status/types';
interface User { name: string }
interface Problem { title: string }
type Api = ResponseOf<{ 200: User; 204: null; '4xx': Problem; default: Problem }>;
declare const isStatusIn: StatusGuard;
declare const matchStatus: MatchStatus;
export async function use(res: Api): Promise<string | undefined> {
  const server: string | null = res.headers.get('server');
  const text: string = await res.text();
  if (isStatusIn(res, '5xx')) return (await res.json()).title;
  if (!res.ok) return (await res.clone().json()).title;
  if (res.status === 204) {
    // @ts-expect-error no body
    await res.json();
    const nothing: null = res.body;
    return;
  }
  if (res.status === 200) return (await res.json()).name;
  // @ts-expect-error 204 has a branch above
  if (res.status === 204) return;
  return server ?? text;
}
export const handled = (res: Api) => matchStatus(res, { 200: (r) => r.json(), 204: () => null, default: (r) => r.status });
export type Failed = ResponseIn<Api, '4xx' | '5xx'>;
export const failed: Failed['ok'] = false;
export const group: GroupedResponse<Api>['group'] = '2xx';
export const none = (res: NullBodyResponse<204>): TypedResponse<204, never> | null => res.body;
`;

/** Where the platform has a Response, typed responses are responses. */
const platform = `import type { ResponseIn, ResponseOf } from 'eslint-plugin-http-status/types';
type Api = ResponseOf<{ 200: { name: string }; 204: null; default: null }>;
export const asResponse = (res: Api): Response => res;
export const fromFetch = async (): Promise<Api> => (await fetch('https://example.org/')) as Api;
export const ok: ResponseIn<Response, '2xx'>['ok'] = true;
`;

/** Where there is none, the type library brings the little that it needs. */
const bare = `import type { TypedResponse } from 'eslint-plugin-http-status/types';
export const url = (res: TypedResponse<200>): string => res.url;
// @ts-expect-error there is no Response here
export type Missing = Response;
`;

/** undici's own Response, imported and not global. */
const undici = `import type { MatchStatus, ResponseIn, StatusGuard } from 'eslint-plugin-http-status/types';
import type { Response as UndiciResponse } from 'undici-types';
declare const isStatusIn: StatusGuard;
declare const matchStatus: MatchStatus;
export function guarded(res: UndiciResponse): false | undefined {
  if (isStatusIn(res, '4xx', '5xx')) return res.ok;
  return;
}
export const matched = (res: UndiciResponse) => matchStatus(res, { 200: (r): 200 => r.status, default: () => null });
export type Failed = ResponseIn<UndiciResponse, '4xx'>;
`;

const environments: readonly { name: string; files: Files; options: Options }[] = [
  { name: 'DOM', files: { 'platform.ts': platform }, options: { lib: ['es2022', 'dom'] } },
  { name: 'web worker', files: { 'platform.ts': platform }, options: { lib: ['es2022', 'webworker'] } },
  {
    name: 'Node',
    files: { 'platform.ts': platform, 'undici.ts': undici },
    options: { lib: ['es2022'], types: ['node'] },
  },
  { name: 'Node with DOM', files: { 'platform.ts': platform }, options: { lib: ['es2022', 'dom'], types: ['node'] } },
  { name: 'no Response', files: { 'bare.ts': bare }, options: { lib: ['es2022'] } },
  { name: 'undici-types', files: { 'undici.ts': undici }, options: { lib: ['es2022', 'dom'], types: [] } },
];

const modules: readonly { name: string; files: Files; options: Options }[] = [
  {
    name: 'nodenext, from ESM and from CommonJS',
    files: { 'common.cts': everywhere },
    options: { module: 'nodenext' },
  },
  { name: 'bundler', files: {}, options: { module: 'esnext', moduleResolution: 'bundler' } },
  {
    name: 'CommonJS',
    files: { 'package.json': JSON.stringify({ type: 'commonjs' }) },
    options: { module: 'node16', moduleResolution: 'node16' },
  },
  {
    name: 'the strictest options',
    files: { 'platform.ts': platform },
    options: {
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      noImplicitOverride: true,
    },
  },
];

describe('environments', () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await createConsumer(['@types/node', 'undici-types']);
  }, 60_000);
  afterAll(() => consumer.remove());

  describe.each(compilers)('TypeScript $version', (compiler) => {
    it.each([...environments, ...modules])('$name', async ({ files, options }) => {
      expect(await consumer.compile(compiler, { 'everywhere.ts': everywhere, ...files }, options)).toBe('');
    });

    // Only here are declaration files themselves checked: with `skipLibCheck` the compiler does not look into them.
    it('the declarations have no errors of their own', async () => {
      const shipped = `import type * as Types from 'eslint-plugin-http-status/types';\nexport type { Types };\n`;
      const options = { lib: ['es2022'], skipLibCheck: false };
      expect(await consumer.compile(compiler, { 'shipped.ts': shipped, 'shipped-common.cts': shipped }, options)).toBe(
        '',
      );
    });
  });
});
