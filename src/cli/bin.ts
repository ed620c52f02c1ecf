#!/usr/bin/env node
import { run } from './run.js';

// Piped into `head`, the rest of the output has no reader: nothing to complain about.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = await run(process.argv.slice(2));
