import type { Client } from './client.js';
import { fetchClient } from './fetch.js';

export type { Client, RequestWords, ResponseMembers } from './client.js';
export { exportsRequest, specifierSource, textOfSpecifier } from './module-names.js';
export * from './names.js';

/** Every client the analysis knows, the most common first. */
export const clients: readonly Client[] = [fetchClient];
