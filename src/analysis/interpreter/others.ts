import { vocabulary } from '../../models/language.js';
import type { Settings } from '../../models/settings.js';
import { ByType } from '../../sources/imports/by-type.js';
import type { Meaning } from '../../sources/imports/meaning.js';
import { Meanings } from '../../sources/imports/meanings.js';
import type { Module } from '../../sources/imports/modules.js';
import { theReader } from '../../sources/imports/reader.js';
import { deepest, Session } from '../../sources/imports/session.js';
import { isGivenIn } from '../../sources/imports/signs.js';
import { Trail } from '../../sources/imports/trail.js';
import { isMarkedChecked } from '../../sources/marked.js';
import { File } from '../../syntax/file.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';
import type { TypeHost } from '../../typed/index.js';
import type { ImportedFunction } from '../imported.js';
import { Links, type Elsewhere } from './links.js';
import { ModuleWalks } from './module-walks.js';

/** What is known of a module, as long as it is kept and the files that it rests on stay as they are. */
interface Known {
  readonly walks: ModuleWalks;
  readonly trail: Trail;
  /** The session in which a bound cut something short. */
  cutIn?: Session;
}

/** The other files that the files of a run lead to. What was found out for one of them is kept for the next. */
export class Others implements Elsewhere {
  private session!: Session;
  private meanings!: Meanings;
  private readonly known = new WeakMap<Module, Known>();
  /** How many functions of other files stand one in the other at the moment. */
  private depth = 0;
  /** Functions whose signatures are being found out: files that import one another come back to them. */
  private readonly open = new Set<FunctionNode>();

  constructor(private readonly settings: Settings) {}

  /** The links of the file that is linted; undefined where there is nothing to read other files with. */
  begin(file: File, path: string, types?: TypeHost): Links | undefined {
    const reader = theReader();
    if (!reader) return undefined;
    this.session = new Session(reader, this.settings.clients, vocabulary);
    this.meanings = new Meanings(this.session, file);
    const byType = types && new ByType(types, this.session, this.settings.responseTypes);
    return new Links({ path, file }, this, this.settings.clients, isGivenIn(file), byType);
  }

  meaningOf(module: Module, expression: Node, mustLead: boolean): Meaning | undefined {
    return this.meanings.of(module, expression, mustLead);
  }

  /** See `Elsewhere`. */
  functionOf(module: Module, fn: FunctionNode): ImportedFunction | undefined {
    if (isMarkedChecked(module.file, fn)) return undefined;
    return {
      isAsync: fn.async,
      parameters: fn.params.length,
      signature: (shapes, args) => {
        if (this.open.has(fn)) return this.session.cut();
        this.open.add(fn);
        try {
          return this.asking(module, ({ walks }) => walks.signatureOf(fn, shapes, args));
        } finally {
          this.open.delete(fn);
        }
      },
    };
  }

  /** Asks a module, and notes which files its answers rest on. */
  private asking<T>(module: Module, ask: (known: Known) => T): T | undefined {
    if (this.depth >= deepest) return this.session.cut();
    const known = this.knownOf(module);
    this.depth++;
    try {
      const { result, isCut } = this.session.noting(known.trail, () => ask(known));
      if (isCut) known.cutIn = this.session;
      return result;
    } finally {
      this.depth--;
    }
  }

  private knownOf(module: Module): Known {
    const { session } = this;
    const known = this.known.get(module);
    if (known && (known.cutIn ? known.cutIn === session : session.holds(known.trail))) {
      if (known.cutIn) session.cut();
      return known;
    }
    const links = new Links(module, this, this.settings.clients, () => true);
    const made: Known = { walks: new ModuleWalks(module.file, links, this.settings), trail: new Trail() };
    this.known.set(module, made);
    return made;
  }
}
