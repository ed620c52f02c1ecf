import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reached } from './run-fixture.js';

/** A folder for what runs came to. They do not depend on the analysis: mutation tests need not repeat them. */
const folder = process.env['ORACLE_RUNS'];

/** What the runs of a script came to, from an earlier time where there is one. */
export async function remembered(script: string, run: (script: string) => Promise<Reached>): Promise<Reached> {
  if (!folder) return run(script);
  const file = join(folder, `${createHash('sha1').update(script).digest('hex')}.json`);
  if (existsSync(file)) {
    const entries = JSON.parse(readFileSync(file, 'utf8')) as [string, number[]][];
    return new Map(entries.map(([key, statuses]) => [key, new Set(statuses)]));
  }
  const reached = await run(script);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify([...reached].map(([key, statuses]) => [key, [...statuses]])));
  return reached;
}
