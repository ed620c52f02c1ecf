export * from './groups.js';
export { registered, registry, type RegisteredStatus } from './registry.js';
export { StatusSet } from './set.js';
export { formatStatuses, parseStatuses } from './text.js';
