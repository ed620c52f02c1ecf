// `npm run site`: the site as static pages, with the playground, served on loopback. With --build, only written.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSite } from '../site/build/index.js';
import { runScript, UsageError } from './usage.js';

const root = fileURLToPath(new URL('../', import.meta.url));

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** The file that an address means; undefined where there is none. */
function fileOf(folder, url) {
  const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  const file = join(folder, path, path.endsWith('/') ? 'index.html' : '');
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves a folder on loopback; gives the address once it listens. */
export function serve(folder, port) {
  const server = createServer((request, response) => {
    const file = fileOf(folder, request.url ?? '/');
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(file ?? '')] ?? 'text/plain' });
    if (file) createReadStream(file).pipe(response);
    else response.end('There is no such page.');
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done({ server, url: `http://127.0.0.1:${server.address().port}/` }));
  });
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        build: { type: 'boolean', default: false },
        out: { type: 'string', default: '.tmp/site' },
        port: { type: 'string', default: '4173' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error.message} The options are --build, --out FOLDER and --port NUMBER.`);
  }
}

async function main() {
  const { build, out, port } = readOptions();
  if (!/^\d{1,5}$/.test(port)) throw new UsageError(`"${port}" is no port: give a number, as in --port 4173.`);
  const folder = resolve(out);
  await buildSite(root, folder);
  if (build) return console.log(`The site stands in ${folder}.`);
  try {
    const { url } = await serve(folder, Number(port));
    console.log(`The site stands at ${url} until you stop this with Ctrl+C.`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new UsageError(`Port ${port} is taken: choose another, as in "npm run site -- --port 4174".`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(main);
