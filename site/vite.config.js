// Bundles what runs in the browser: the scripts and styles of the pages, and the worker with the rules.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Modules that ESLint and the plugin ask for, and what stands for them in a browser. */
const aliases = [
  { find: /^(?:node:)?path$/, replacement: 'path-browserify' },
  { find: /^node:module$/, replacement: at('worker/shims/module.ts') },
  { find: /^debug$/, replacement: at('worker/shims/no-debug.cjs') },
  // Its entry for bundlers is a module, whose default export a `require` would not find.
  { find: /^esquery$/, replacement: at('../node_modules/esquery/dist/esquery.min.js') },
];

const withoutBuiltInRules = {
  name: 'without-built-in-rules',
  enforce: 'pre',
  resolveId: (specifier, importer = '') =>
    specifier === '../rules' && importer.includes('/eslint/lib/config/') ? at('worker/shims/no-rules.cjs') : undefined,
};

/** @param {string} outDir */
export const configFor = (outDir) =>
  defineConfig({
    root: at('.'),
    // Assets are named from where they are used: the site may stand in any folder of a server.
    base: './',
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutBuiltInRules],
    resolve: { alias: aliases },
    worker: { format: 'es', plugins: () => [withoutBuiltInRules] },
    build: {
      outDir,
      emptyOutDir: false,
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: { input: ['app/site.ts', 'app/playground.ts'].map(at) },
    },
  });
