// The little of other packages that the recipes in docs/types.md use, so that the tests need not install those packages.
// Hono's client is the real one.

declare module '@tanstack/react-query' {
  export function useQuery<TQueryFnData = unknown, TError = Error, TData = TQueryFnData>(options: {
    queryKey: readonly unknown[];
    queryFn: () => TQueryFnData | Promise<TQueryFnData>;
    retry?: boolean | number | ((failureCount: number, error: TError) => boolean);
  }): { data: TData | undefined; error: TError | null };
}

declare module '@sveltejs/kit' {
  export function error(status: number, message: string): never;
}

declare module 'msw' {
  export const http: { get(path: string, resolver: () => Response | Promise<Response>): unknown };
  type JsonBody = Record<string, any> | string | number | boolean | null | undefined;
  export class HttpResponse extends Response {
    static json<Body extends JsonBody>(body?: Body | null, init?: ResponseInit): HttpResponse;
  }
}
