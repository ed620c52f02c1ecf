// A process that lints the packages it is handed, one after the other, and tells what it found.
import { setPriority } from 'node:os';
import { folderOf } from '../corpus/packages.js';
import { filesOf } from './files.js';
import { lintFile, timePlugin } from './lint.js';

setPriority(10);

const plugin = timePlugin((await import(process.argv[2])).default);

/** Waits until it is written: what lints for ever would keep it back. */
const tell = (message) => new Promise((resolve) => process.send(message, resolve));

process.on('message', async (repo) => {
  const folder = folderOf(repo);
  const files = await filesOf(folder);
  const results = [];
  for (const file of files) {
    await tell({ repo, file });
    results.push(lintFile(plugin, folder, file));
  }
  process.send({ repo, results, megabytes: process.resourceUsage().maxRSS / 1024 });
});

process.send({});
