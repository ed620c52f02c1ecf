export * from './groups.js';
export { registered, registry, registryUpdated, type RegisteredStatus } from './registry.js';
export { StatusSet } from './set.js';
export { formatStatuses, parseStatuses } from './text.js';
