import { codes, lastUpdated } from './registry.generated.js';

/** A code of IANA's HTTP Status Code Registry, https://www.iana.org/assignments/http-status-codes. */
export interface RegisteredStatus {
  readonly code: number;
  /** The reason phrase, as registered. */
  readonly phrase: string;
  /** The defining document, e.g. `RFC 9110, Section 15.5.5`. */
  readonly document: string;
  /** True where the registry says so (510). */
  readonly obsolete?: boolean;
  /** There for a registration that IANA marks as temporary (104). */
  readonly temporary?: TemporaryRegistration;
}

export interface TemporaryRegistration {
  /** The day on which the registration ends unless it is renewed, e.g. `2026-11-13`. */
  readonly until: string;
  /** That day has passed, and no renewal is known. The code stays: servers that were built on it still send it. */
  readonly lapsed: boolean;
}

/** Every registered code, in ascending order. 306 and 418 are "(Unused)" in the registry and left out. */
export const registry: readonly RegisteredStatus[] = codes;

/** The day on which IANA last changed the list that this registry was made of. */
export const registryUpdated: string = lastUpdated;

const byCode = new Map(registry.map((entry) => [entry.code, entry]));

/** The registry's entry for a code, or undefined where the code is not registered. */
export function registered(code: number): RegisteredStatus | undefined {
  return byCode.get(code);
}
