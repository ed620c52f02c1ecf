import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/compat/**'],
    testTimeout: 30_000,
    // Left alone, vitest keeps a core free for an editor: on a machine with two, the files run one after another.
    maxWorkers: '100%',
  },
});
