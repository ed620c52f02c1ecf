// TypeScript's own API over its compiler's process. It is marked unstable: all that is known of it stands in this folder.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { API, Project, Snapshot } from 'typescript7/unstable/sync';
import type { Checker, Compiler } from '../typed/index.js';
import { checkerIn } from './project.js';
import { Watchdog } from './watchdog.js';

/** The versions whose API this is. */
const fits = /^7\.0\./;
/** Those that have one at all. */
const hasApi = /^(?:[7-9]|\d\d)\./;

/** The types of a file of which nothing is to be known: it is in no project, or was changed and not saved. */
const nothing: Checker = { typesOf: () => [], calledBy: () => undefined };

class Process {
  private api: API;
  private snapshot: Snapshot | undefined;
  private watchdog: Watchdog;
  /** The projects of files that were asked about since the last one was opened: to look one up takes milliseconds. */
  private readonly projects = new Map<string, Project>();
  /** Files that are in no project, or have another text there. */
  private readonly strays = new Set<string>();
  /** Why it answers no more. */
  end: string | undefined;

  constructor(
    private readonly module: typeof import('typescript7/unstable/sync'),
    private readonly version: string,
    private readonly cwd: string,
  ) {
    ({ api: this.api, watchdog: this.watchdog } = this.start());
  }

  private start(): { api: API; watchdog: Watchdog } {
    const api = new this.module.API({ cwd: this.cwd });
    // It tells its number to nobody; without it, it could not be ended where it hangs.
    const { client } = api as unknown as { client: { channel: { child: { pid: number } } } };
    api.updateSnapshot();
    return { api, watchdog: new Watchdog(client.channel.child.pid) };
  }

  /** The file is looked up when the first question comes: most files ask none. */
  checkerOf(path: string, text: string): Checker | string {
    let known: Checker | undefined;
    const checker = () => (known ??= this.find(path, text) ?? nothing);
    return (
      this.end ?? {
        typesOf: (nodes) => this.ask(() => checker().typesOf(nodes)) ?? [],
        calledBy: (call) => this.ask(() => checker().calledBy(call)),
      }
    );
  }

  private find(path: string, text: string): Checker | undefined {
    const known = this.projectOf(path);
    const checker = known && checkerIn(known, path, text);
    if (checker || !known || readFileSync(path, 'utf8') !== text) return checker;
    // The file was saved since it was read, and the process does not read it again.
    this.api.close();
    this.watchdog.end();
    this.snapshot = undefined;
    this.projects.clear();
    ({ api: this.api, watchdog: this.watchdog } = this.start());
    const project = this.projectOf(path);
    const renewed = project && checkerIn(project, path, text);
    if (!renewed) this.strays.add(path);
    return renewed;
  }

  private projectOf(path: string): Project | undefined {
    if (this.strays.has(path)) return undefined;
    const known = this.projects.get(path) ?? this.snapshot?.getDefaultProjectForFile(path) ?? this.open(path);
    if (known) this.projects.set(path, known);
    else this.strays.add(path);
    return known;
  }

  /** The project of a file that no open one has: from now on it is open. */
  private open(path: string): Project | undefined {
    const before = this.snapshot;
    this.snapshot = this.api.updateSnapshot({ openFiles: [path] });
    before?.dispose();
    this.projects.clear();
    const opened = this.snapshot.getDefaultProjectForFile(path);
    return opened?.configFileName.endsWith('.json') ? opened : undefined;
  }

  /** Once it has ended it is not asked again; anything else that goes wrong is no answer. */
  private ask<T>(question: () => T): T | undefined {
    if (this.end !== undefined) return undefined;
    try {
      return this.watchdog.watch(question);
    } catch (error) {
      if (/EOF|EPIPE|closed/i.test(String(error)))
        this.end = `the compiler of TypeScript ${this.version} has ended before its time`;
      return undefined;
    }
  }
}

/** For as long as this process lives, by the compiler's place and where the run began; a text says why there is none. */
const processes = new Map<string, Process | string>();

/** The same by the folder of the file that asks. */
const inFolder = new Map<string, Process | string | undefined>();

function processFor(path: string, cwd: string): Process | string | undefined {
  const folder = `${dirname(path)} ${cwd}`;
  if (!inFolder.has(folder)) inFolder.set(folder, findProcess(path, cwd));
  return inFolder.get(folder);
}

function findProcess(path: string, cwd: string): Process | string | undefined {
  const require = createRequire(path);
  const place = resolved(require, 'typescript/package.json');
  if (place === undefined) return undefined;
  const key = `${place} ${cwd}`;
  let known = processes.get(key);
  if (known === undefined) {
    const { version } = require(place) as { version: string };
    if (!hasApi.test(version)) return undefined;
    processes.set(key, (known = begin(require, version, cwd)));
  }
  return known;
}

function begin(require: NodeJS.Require, version: string, cwd: string): Process | string {
  const stranger = `TypeScript ${version} has another API than 7.0, which this version of the plugin knows`;
  if (!fits.test(version)) return stranger;
  try {
    const module = require('typescript/unstable/sync') as typeof import('typescript7/unstable/sync');
    return new Process(module, version, cwd);
  } catch {
    return `the compiler of TypeScript ${version} cannot be started`;
  }
}

function resolved(require: NodeJS.Require, specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
}

export const compiler: Compiler = {
  checkerOf(path, text, cwd) {
    const found = processFor(path, cwd);
    return typeof found === 'object' ? found.checkerOf(path, text) : found;
  },
};
