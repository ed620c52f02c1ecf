// Where the platform's own Fetch API is declared: the DOM's and the workers' libraries of TypeScript, and the packages that
// declare the same for Node, Bun, Deno and Cloudflare's workers.

const libraries = /(?:^bundled:|[\\/](?:typescript|@typescript[\\/][^\\/]+)[\\/]lib[\\/]lib\.).*\.d\.ts$/;
const packages =
  /[\\/]node_modules[\\/](?:undici|undici-types|@types[\\/]node|@types[\\/]bun|bun-types|@types[\\/]deno|@cloudflare[\\/]workers-types)[\\/]/;

/** Whether a file declares the Fetch API. */
export const isPlatformFile = (path: string): boolean => libraries.test(path) || packages.test(path);
