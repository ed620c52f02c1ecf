// The process of TypeScript 7, which is started once and asked over and over.
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { API, Project, Snapshot } from 'typescript7/unstable/sync';
import type { Checker } from '../typed/index.js';
import { configFor } from './config.js';
import { checkerIn } from './project.js';
import { Watchdog } from './watchdog.js';

/** What it takes for a program: given any other file, `.vue` among them, its process ends. */
const isProgram = /\.[cm]?[jt]sx?$/i;

/** The types of a file of which nothing is to be known: it is in no project, or was changed and not saved. */
const nothing: Checker = { typesOf: () => [], calledBy: () => undefined };

export class Process {
  private api: API;
  private snapshot: Snapshot | undefined;
  private watchdog: Watchdog;
  private startedAt = Date.now();
  /** The projects of files that were asked about since the last one was opened: to look one up takes milliseconds. */
  private readonly projects = new Map<string, Project>();
  /** The configurations that were the nearest to a file that was opened. */
  private readonly opened = new Set<string>();
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
    this.startedAt = Date.now();
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
    if (!isProgram.test(path) || this.strays.has(path)) return undefined;
    let project = this.projectOf(path);
    let checker = project && checkerIn(project, path, text);
    if (!checker && this.isSavedSince(path, text)) {
      // The process reads nothing twice.
      this.restart();
      project = this.projectOf(path);
      checker = project && checkerIn(project, path, text);
      if (!checker) this.strays.add(path);
    }
    if (!project) this.strays.add(path);
    return checker;
  }

  /** Whether a file was made or saved since the process began. */
  private isSavedSince(path: string, text: string): boolean {
    const saved = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return saved >= this.startedAt && readFileSync(path, 'utf8') === text;
  }

  private restart(): void {
    this.api.close();
    this.watchdog.end();
    this.snapshot = undefined;
    this.projects.clear();
    this.opened.clear();
    ({ api: this.api, watchdog: this.watchdog } = this.start());
  }

  private projectOf(path: string): Project | undefined {
    const known = this.projects.get(path) ?? this.projectAmongOpen(path) ?? this.open(path);
    if (known) this.projects.set(path, known);
    return known;
  }

  /** Of two that have a file, the one that is nearer is its own: nobody knows of that before it was open. */
  private projectAmongOpen(path: string): Project | undefined {
    const config = configFor(dirname(path));
    return config !== undefined && this.opened.has(config) ? this.snapshot?.getDefaultProjectForFile(path) : undefined;
  }

  /** The project of a file that no open one has: from now on it is open. */
  private open(path: string): Project | undefined {
    const before = this.snapshot;
    this.snapshot = this.api.updateSnapshot({ openFiles: [path] });
    before?.dispose();
    this.projects.clear();
    this.opened.add(configFor(dirname(path)) ?? '');
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
