import { defineConfig } from 'vitest/config';

/** Tests that run programs by the thousand, or look at what is kept: each in a process whose heap is its own. */
const apart = ['tests/oracle/**/*.test.ts', 'tests/suggestions/properties.test.ts', 'tests/analysis/given-up.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Left alone, vitest keeps a core free for an editor: on a machine with two, the files run one after another.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'apart', include: apart } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/compat/**', ...apart],
          // No test changes what another one leans on; loading ESLint anew for each of a hundred files took half of the time.
          isolate: false,
        },
      },
    ],
  },
});
