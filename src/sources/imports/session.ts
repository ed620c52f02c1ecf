import { exportsRequest, type Client } from '../../models/index.js';
import { Calls } from '../../syntax/calls.js';
import { File } from '../../syntax/file.js';
import type { Vocabulary } from '../../syntax/vocabulary.js';
import { Leads } from './leads.js';
import type { Meaning } from './meaning.js';
import { Moment } from './moment.js';
import { Modules, type Module } from './modules.js';
import { tryTo, type Files, type Reader, type Stamp } from './reader.js';
import { Texts, type Says } from './texts.js';
import { Trail } from './trail.js';

/** How many other files one file may lead to. */
const mostFiles = 50;

/** How many files an import is followed through. */
export const deepest = 6;

/**
 * What is asked of other files while one is linted: each path is looked at once, so that an answer does not change on the
 * way.
 */
export class Session implements Files {
  private readonly moment: Moment;
  private readonly leading = new Leads(this, deepest);
  /** The texts that were searched: every answer of this session may rest on them. */
  private readonly searched = new Trail();
  private readonly opened = new Set<string>();
  private trail = new Trail();
  private isCut = false;

  constructor(
    private readonly reader: Reader,
    readonly clients: readonly Client[],
    private readonly vocabulary: Vocabulary,
  ) {
    this.moment = momentOf(reader, clients);
  }

  stampOf(path: string): Stamp | undefined {
    const { stamps } = this.moment;
    if (!stamps.has(path)) stamps.set(path, this.reader.files.stampOf(path));
    const stamp = stamps.get(path);
    this.trail.add(path, stamp);
    return stamp;
  }

  textOf(path: string): string | undefined {
    return tryTo(() => this.reader.files.textOf(path));
  }

  /** The file that an import means: that a package is none of the project's is found out once for a folder. */
  resolve(specifier: string, from: string): string | undefined {
    const { resolved } = this.moment;
    const key = `${from.replace(/[^\\/]*$/, '')}\0${specifier}`;
    const known = resolved.get(key);
    if (known) {
      this.uses(known.trail);
      return known.path;
    }
    const trail = new Trail();
    const { result: path } = this.noting(trail, () => tryTo(() => this.reader.resolve(specifier, from, this)));
    resolved.set(key, { path, trail });
    return path;
  }

  /** A bound cut an answer short: it holds for this file, and not for others that come to it on a shorter way. */
  cut(): undefined {
    this.isCut = true;
    return undefined;
  }

  /** Finds something out, and whether a bound cut it short; what it is read from is noted in a trail. */
  noting<T>(trail: Trail, run: () => T): { readonly result: T; readonly isCut: boolean } {
    const before = { trail: this.trail, isCut: this.isCut };
    this.trail = trail;
    this.isCut = false;
    try {
      const result = run();
      return { result, isCut: this.isCut };
    } finally {
      before.trail.include(trail);
      this.trail = before.trail;
      this.isCut ||= before.isCut;
    }
  }

  /** Something that was found out before is a part of what is found out now. */
  uses(trail: Trail): void {
    this.trail.include(trail);
  }

  holds(trail: Trail): boolean {
    return trail.holds(this, (path) => this.stampOf(path));
  }

  /** The module of a path; undefined where it cannot be read, and beyond the bound. */
  open(path: string): Module | undefined {
    if (!this.opened.has(path) && this.opened.size >= mostFiles) return this.cut();
    this.opened.add(path);
    const stamp = this.stampOf(path);
    return stamp && kept.modules.get(path, stamp, () => this.parse(path));
  }

  private parse(path: string): Module | undefined {
    const text = this.textOf(path);
    const source = text === undefined ? undefined : tryTo(() => this.reader.parse(text, path));
    return source && { path, file: new File(source, Calls.of(source), this.vocabulary) };
  }

  /** A client's function, as an export of a package. */
  requestOf(module: Module, specifier: string, name: string | undefined): Meaning | undefined {
    const client = name && this.clients.find((one) => exportsRequest(one, specifier, name));
    return client ? { kind: 'request', module, client } : undefined;
  }

  /**
   * Whether what a file exports under a name, or all that it does, may come to a client: in any other file no response is
   * made.
   */
  leads(path: string, name: string | undefined): boolean {
    const key = `${path}\0${name ?? ''}`;
    const known = this.moment.leading.get(key);
    if (known) {
      this.uses(known.trail);
      return known.leads;
    }
    this.uses(this.searched);
    const leads = this.noting(this.searched, () => this.leading.has({ path, name })).result;
    this.moment.leading.set(key, { leads, trail: this.searched });
    return leads;
  }

  /** What the text of a file says, as long as the file stays the same. */
  saysOf(path: string): Says | undefined {
    const stamp = this.stampOf(path);
    return stamp && kept.texts.get(path, stamp, this.clients, () => this.textOf(path));
  }
}

/** For as long as the process lives, which for an editor's is all day: so both are bounded. */
const kept = { modules: new Modules(), texts: new Texts() };

let latest: { readonly files: Files; readonly clients: readonly Client[]; readonly moment: Moment } | undefined;

/** What the sessions of this moment share: what leads to a client depends on which clients there are. */
function momentOf({ files }: Reader, clients: readonly Client[]): Moment {
  if (latest?.files === files && latest.clients === clients && latest.moment.goesOn()) return latest.moment;
  latest = { files, clients, moment: new Moment() };
  return latest.moment;
}

/** A file is linted: where it is not as it was seen before, somebody is at work, and the others may have changed, too. */
export function noteLinted(path: string): void {
  if (latest && !latest.moment.hasSeen(latest.files, path)) latest = undefined;
}
