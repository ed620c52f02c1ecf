import { createRequire } from 'node:module';

// The package names itself, so that this works from the sources and from dist alike.
const { homepage } = createRequire(import.meta.url)('eslint-plugin-http-status/package.json') as { homepage: string };

/**
 * Where a reader finds a page of this package, e.g. `docs/rules/no-200-only.md`. The one place that decides it is `homepage`
 * in package.json, the address of the README; the pages ship beside that.
 */
export const addressOf = (page: string): string => new URL(page, homepage).href;
