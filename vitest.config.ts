import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/compat/**'],
    testTimeout: 30_000,
    // No test changes what another one leans on; loading ESLint anew for each of a hundred files took half of the time.
    isolate: false,
    // Left alone, vitest keeps a core free for an editor: on a machine with two, the files run one after another.
    maxWorkers: '100%',
  },
});
