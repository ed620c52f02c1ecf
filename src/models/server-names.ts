// What tells that code runs on a server, where one process makes many requests.

const modules =
  /^(node:|undici$|node-fetch$|cross-fetch$|express$|fastify$|koa$|hono($|\/)|next\/server$|next\/headers$|@sveltejs\/kit$|@nestjs\/|@remix-run\/node$|@trpc\/server|server-only$|fs($|\/)|path$|http$|https$|os$|stream($|\/)|child_process$|worker_threads$)/;

/** Whether a module is one that only code on a server imports. */
export const isServerModule = (name: string): boolean => modules.test(name);

/** Globals that only Node, Deno, Bun and workers on a server have. */
export const serverGlobals =
  /\bprocess\.(exit|argv|stdout|stderr|cwd|on|hrtime)\b|\b(Deno|Bun)\.|\bFetchEvent\b|\bExecutionContext\b/;
