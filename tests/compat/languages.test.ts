import { describe, expect, it } from 'vitest';
import { tried } from './tried.js';
import { documented, eslint, findings, installed, places, within } from './workbench.js';

const broken = `async function save() {
  const response = await fetch('/api/items', { method: 'POST' });
  items = await response.json();
}`;
const fixed = `async function save() {
  const response = await fetch('/api/items', { method: 'POST' });
  if (!response.ok) throw new Error('HTTP ' + response.status);
  items = await response.json();
}`;

/** A component with the same function in it, once with the defect: what is found, as file and line. */
interface Language {
  readonly name: string;
  readonly packages: Record<string, string>;
  readonly config: string;
  readonly extension: string;
  readonly component: (script: string) => string;
  /** Where the function starts in the component. */
  readonly line: number;
}

const eslint10 = { eslint: '10.15.0' };

const vue = (setup: boolean) => (script: string) => `<template>
  <button @click="save">{{ items.length }}</button>
</template>

<script${setup ? ' setup' : ''}>
${setup ? "import { ref } from 'vue';\nlet items = ref([]);" : 'let items = [];\nexport default { methods: { save } };'}
${script}
</script>
`;

const languages: readonly Language[] = [
  {
    name: 'Vue, `<script setup>`',
    packages: { ...eslint10, 'vue-eslint-parser': '10.4.2' },
    config: documented('vue'),
    extension: 'vue',
    component: vue(true),
    line: 8,
  },
  {
    name: 'Vue, `<script>`',
    packages: { ...eslint10, 'vue-eslint-parser': '10.4.2' },
    config: documented('vue'),
    extension: 'vue',
    component: vue(false),
    line: 8,
  },
  {
    name: 'Svelte',
    packages: { ...eslint10, svelte: '5.57.3', 'svelte-eslint-parser': '1.10.1' },
    config: documented('svelte'),
    extension: 'svelte',
    component: (script) => `<script>
let items = $state([]);
${script}
</script>

<button onclick={save}>{items.length}</button>
{#each items as item}<p>{item.name}</p>{/each}
`,
    line: 3,
  },
  {
    name: 'Astro',
    packages: { ...eslint10, 'astro-eslint-parser': '2.1.0' },
    config: documented('astro'),
    extension: 'astro',
    component: (script) => `---
let items = [];
${script}
await save();
---
<ul>{items.map((item) => <li>{item.name}</li>)}</ul>
`,
    line: 3,
  },
  {
    name: 'Flow, through Babel',
    packages: {
      eslint: '9.39.5',
      '@babel/core': '7.29.7',
      '@babel/eslint-parser': '7.29.7',
      '@babel/preset-flow': '7.29.7',
    },
    config: documented('flow'),
    extension: 'js',
    component: (script) => `// @flow
type Item = {| +name: string |};
let items: Array<Item> = [];
${script.replace('save()', 'save(): Promise<void>')}
export opaque type Id: string = string;
export { save, items };
`,
    line: 4,
  },
];

describe.each(languages)('$name', ({ name, packages, config: text, extension, component, line }) => {
  const base = installed(packages);
  const found = (script: string) =>
    within(base, { 'eslint.config.js': text, [`component.${extension}`]: component(script) }, (made) =>
      findings(made, ['.']),
    );

  it('reports the call on its line', () => {
    expect(places(found(broken))).toEqual([`component.${extension}:${line + 1} no-unchecked-response`]);
  });

  it('marks the name of the function that made the request', () => {
    expect(found(broken)[0]).toContain(`component.${extension}:${line + 1}:26-${line + 1}:31 `);
  });

  it('is silent where the status is looked at', () => {
    expect(found(fixed)).toEqual([]);
  });

  it('follows suggestions: the component with the first one taken has no report', () => {
    within(base, { 'eslint.config.js': text, [`component.${extension}`]: component(broken) }, (made) => {
      const results = JSON.parse(eslint(made, ['.', '--format', 'json']).out);
      const { source, messages } = results[0];
      const { range, text: added } = messages[0].suggestions[0].fix;
      const mended = source.slice(0, range[0]) + added + source.slice(range[1]);
      const again = within(base, { 'eslint.config.js': text, [`component.${extension}`]: mended }, (other) =>
        findings(other, ['.']),
      );
      expect(again).toEqual([]);
    });
    const versions = Object.entries(packages).filter(([one]) => one !== 'eslint' || Object.keys(packages).length === 1);
    for (const [one, version] of versions)
      tried(`${name}: \`${one}\``, version, 'finds, marks, and mends by a suggestion');
  });
});

describe('files in languages other than JavaScript', () => {
  const base = installed({ ...eslint10, '@eslint/css': '2.0.0', '@eslint/json': '2.1.1', '@eslint/markdown': '8.0.3' });
  const text = documented('languages');

  it('are linted by their own rules, and the others say nothing and do not crash', () => {
    const files = {
      'eslint.config.js': text,
      'a.css': 'a { background: url(fetch.png) }\n.fetch { }\n',
      'a.json': '{ "fetch": 1, "fetch": 2 }\n',
      'a.md': '# fetch\n\n[fetch]()\n\n```js\n(await fetch(url)).json();\n```\n',
      'a.js': 'export const load = async (url) => (await fetch(url)).json();\n',
    };
    expect(places(within(base, files, (made) => findings(made, ['.']))).sort()).toEqual([
      'a.css:2 css/no-empty-blocks',
      'a.js:1 no-unchecked-response',
      'a.json:1 json/no-duplicate-keys',
      'a.md:3 markdown/no-empty-links',
    ]);
    tried('CSS: `@eslint/css`', '2.0.0', 'our rules are silent, its own are not');
    tried('JSON: `@eslint/json`', '2.1.1', 'our rules are silent, its own are not');
    tried('Markdown: `@eslint/markdown`', '8.0.3', 'our rules are silent, its own are not');
  });

  it('have their code blocks linted where Markdown is a processor', () => {
    const processor = `import httpStatus from 'eslint-plugin-http-status';
import markdown from '@eslint/markdown';
export default [httpStatus.configs.recommended, ...markdown.configs.processor];
`;
    const files = { 'eslint.config.js': processor, 'a.md': '# Load\n\n```js\n(await fetch(url)).json();\n```\n' };
    expect(places(within(base, files, (made) => findings(made, ['.'])))).toEqual(['a.md:4 no-unchecked-response']);
    tried('Markdown: `@eslint/markdown`', '8.0.3', 'as a processor: its code blocks are linted');
  });
});
