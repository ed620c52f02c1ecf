// SvelteKit writes such a file beside each page.
export type PageLoad = (event: { fetch: typeof fetch; params: { id: string } }) => Promise<Record<string, unknown>>;
