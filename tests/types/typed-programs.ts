// Programs with typed responses that are reported, and what becomes of each by its suggestions.
import { applyFix, linterFor } from '../../scripts/suggestions/apply.js';
import plugin from '../../src/index.js';

export interface Message {
  readonly line: number;
  readonly message: string;
  readonly suggestions?: readonly { readonly desc: string; readonly fix: { range: [number, number]; text: string } }[];
}

export type Preset = keyof typeof plugin.configs;

/** What the rules of a preset say of a TypeScript file, but for those that need type information. */
export const lint = (preset: Preset, code: string): readonly Message[] =>
  (linterFor(plugin, untypedRules(preset), 'a.ts', code) as (code: string) => Message[])(code);

const untypedRules = (preset: Preset) =>
  Object.fromEntries(Object.entries(plugin.configs[preset].rules ?? {}).filter(([name]) => !needsTypes(name)));

function needsTypes(name: string): boolean {
  const rule = plugin.rules?.[name.slice(name.indexOf('/') + 1)];
  return !!(rule?.meta?.docs as { requiresTypeChecking?: boolean } | undefined)?.requiresTypeChecking;
}

const head = `import type { NullBodyResponse, ResponseOf, TypedResponse } from 'eslint-plugin-http-status/types';
interface User { name: string }
interface Problem { title: string }
declare function show(value: unknown): void;
`;

/** Programs with typed responses, each with the texts of all suggestions that it has. */
const programs: readonly (readonly [string, readonly string[]])[] = [
  [
    `async function a(url: string) {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 201: User; 404: Problem }>;
  switch (res.status) {
    case 200:
      return 'found';
    default:
      throw new Error('failed');
  }
}`,
    ['Add the case 201, which is a success too'],
  ],
  [
    `async function a2(url: string) {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 201: Problem; 404: Problem }>;
  switch (res.status) {
    case 200:
      return (await res.json()).name;
    default:
      throw new Error('failed');
  }
}`,
    [],
  ],
  [
    `async function a3(url: string): Promise<boolean> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 204: null; '4xx': Problem }>;
  if (res.status !== 200) throw new Error(\`failed with \${res.status}\`);
  return true;
}`,
    ['Test `!res.ok`, so that 201–299 count as success too'],
  ],
  [
    `async function a4(url: string): Promise<string> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 204: null; '4xx': Problem }>;
  if (res.status !== 200) throw new Error(\`failed with \${res.status}\`);
  return (await res.json()).name;
}`,
    [],
  ],
  [
    `async function a5(url: string): Promise<void> {
  await save(url);
}
async function save(url: string): Promise<TypedResponse<201, User> | TypedResponse<409, Problem>> {
  return (await fetch(url)) as never;
}`,
    ['Throw for any status outside 200–299'],
  ],
  [
    `async function a6(url: string): Promise<void> {
  await fail(url);
}
async function fail(url: string): Promise<TypedResponse<404 | 409, Problem>> {
  return (await fetch(url)) as never;
}`,
    ['Throw for any status outside 200–299'],
  ],
  [
    `async function a7(url: string): Promise<string | null> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: null; 500: User }>;
  if (res.status === 404) return null;
  return (await res.json()).name;
}`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `async function a8(url: string): Promise<void> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: Problem }>;
  if (res.ok) show((await res.json()).name);
}`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `async function a9(url: string): Promise<void> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: null; 500: Problem }>;
  switch (res.status) {
    case 200:
      show((await res.json()).name);
      break;
    case 404:
      show(null);
      break;
  }
}`,
    ['Add a `default` that throws for any status without a case'],
  ],
  [
    `async function a10(url: string): Promise<void> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: Problem }>;
  if (res.status === 200) show((await res.json()).name);
}`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `async function a11(url: string): Promise<void> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: null; 500: Problem }>;
  if (res.status === 200) show((await res.json()).name);
  else if (res.status === 404) show(null);
}`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `async function a12(url: string): Promise<string> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: User }>;
  if (!res.ok) console.error(res.status);
  return (await res.json()).name;
}`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `async function a13(url: string): Promise<string> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: Problem }>;
  if (res.status === 200) return (await res.json()).name;
  else if (res.status === 404) return (await res.json()).title;
  else return res satisfies never;
}`,
    [],
  ],
  [
    `async function a14(res: ResponseOf<{ 200: User; 202: null; 404: Problem }>): Promise<boolean> {
  if (res.status === 200) return true;
  throw new Error(\`failed with \${res.status}\`);
}`,
    ['Test `res.ok`, so that 201–299 count as success too'],
  ],
  [
    `async function a15(url: string): Promise<string> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 202: User; 404: Problem }>;
  const { status } = res;
  if (status === 200) return 'x';
  throw new Error(\`failed with \${status}\`);
}`,
    ['Test `res.ok`, so that 201–299 count as success too'],
  ],
  [
    `async function a16(url: string): Promise<string> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: User }>;
  if (res.status === 404) console.log('missing');
  return (await res.json()).name;
}`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `const a18 = (url: string): Promise<void> =>
  (fetch(url) as Promise<ResponseOf<{ 200: User; 404: Problem }>>).then((res) => {
    if (res.ok) show(1);
  });`,
    ['Throw for any other status outside 200–299'],
  ],
  [
    `async function a19(url: string): Promise<void> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: Problem }>;
  res.ok && show(1);
}`,
    ['Throw for any status outside 200–299'],
  ],
  [
    `async function a20(url: string): Promise<void> {
  const res = (await fetch(url)) as ResponseOf<{ 200: User; 404: Problem; 500: Problem }>;
  if (res.status === 200 || res.status === 404) show(await res.json());
}`,
    [],
  ],
];

export interface TypedProgram {
  readonly text: string;
  readonly expected: readonly string[];
  /** The suggestions, by what the editor calls them, and the file after each. */
  readonly suggested: readonly { readonly desc: string; readonly file: string }[];
}

export const typedPrograms: readonly TypedProgram[] = programs.map(([text, expected]) => {
  const code = `${head}export ${text}\n`;
  const suggestions = lint('all', code).flatMap((message) => message.suggestions ?? []);
  return {
    text,
    expected,
    suggested: suggestions.map(({ desc, fix }) => ({ desc, file: applyFix(code, fix) as string })),
  };
});

/** All of them after each suggestion, as files to compile. */
export const suggestedFiles = (): Record<string, string> =>
  Object.fromEntries(
    typedPrograms.flatMap(({ suggested }, i) => suggested.map(({ file }, j) => [`suggested-${i}-${j}.ts`, file])),
  );
