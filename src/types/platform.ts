/**
 * What a response has on every platform. It stands in for the platform's own `Response` where a program has none: neither
 * the DOM library, nor the web worker library, nor the types of Node.
 */
export interface MinimalResponse {
  readonly status: number;
  readonly statusText: string;
  readonly ok: boolean;
  readonly redirected: boolean;
  readonly url: string;
  readonly headers: MinimalHeaders;
  readonly body: unknown;
  readonly bodyUsed: boolean;
  json(): Promise<any>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
  clone(): MinimalResponse;
}

export interface MinimalHeaders {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** The `Response` of the platform that a program is compiled for. */
export type PlatformResponse = typeof globalThis extends { Response: { prototype: infer R } } ? R : MinimalResponse;
