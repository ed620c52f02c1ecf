import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// `npm run compat`: needs the network the first time. Packages lie in the cache afterwards.
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    include: ['tests/compat/**/*.test.ts'],
    globalSetup: 'tests/compat/pack.ts',
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
