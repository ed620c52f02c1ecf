import type { Taken } from './text-modules.js';
import type { Says } from './texts.js';

/** How many texts are searched for one file. */
const mostTexts = 400;

/** What the search asks of the disk. */
export interface TextFiles {
  saysOf(path: string): Says | undefined;
  resolve(specifier: string, from: string): string | undefined;
}

/** A name that a file exports, or, without a name, all that it does. */
interface Place {
  readonly path: string;
  readonly name: string | undefined;
}

const keyOf = ({ path, name }: Place): string => (name === undefined ? path : `${path}\0${name}`);

/**
 * Whether what a file exports under a name may come to a client, by the texts: in any other file no response is made. The
 * name matters: `createUser` of a barrel comes from one file, and most barrels of a project lead to a client by some other
 * of their names.
 */
export class Leads {
  private readonly known = new Map<string, boolean>();
  private readonly searched = new Set<string>();

  constructor(
    private readonly files: TextFiles,
    private readonly deepest: number,
  ) {}

  has(place: Place): boolean {
    const visited = new Set<string>();
    const leads = this.search(place, 0, visited);
    // What was visited on the way to one that leads may lead there, too: `a` and `b` that import each other.
    if (leads) for (const other of visited) if (!this.known.get(other)) this.known.delete(other);
    return leads;
  }

  private search(place: Place, depth: number, visited: Set<string>): boolean {
    const key = keyOf(place);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // Beyond the bound nothing is known, so the file is looked into.
    this.searched.add(place.path);
    if (this.searched.size > mostTexts) return true;
    visited.add(key);
    this.known.set(key, false); // files that import each other
    const says = this.files.saysOf(place.path);
    const leads = !!says && this.searchIn(says, place, depth, visited);
    this.known.set(key, leads);
    return leads;
  }

  private searchIn(says: Says, place: Place, depth: number, visited: Set<string>): boolean {
    // A barrel that passes a package's name on says that of the package.
    if (says.mentions) return true;
    if (depth >= this.deepest) return false;
    return this.takenFor(says, place).some(({ specifier, name }) => {
      const path = this.files.resolve(specifier, place.path);
      return path !== undefined && this.search({ path, name }, depth + 1, visited);
    });
  }

  /** What a file takes from others for what it exports under a name. */
  private takenFor({ imports, exports }: Says, { path, name }: Place): readonly Taken[] {
    const { own, passedOn, stars } = exports;
    const passed = name === undefined ? undefined : passedOn.get(name);
    if (passed) return [passed];
    if (name !== undefined && own.has(name)) return imports;
    const declaring = stars.filter((specifier) => name !== undefined && this.declares(specifier, path, name, 0));
    if (declaring.length > 0) return declaring.map((specifier) => ({ specifier, name }));
    // The text does not tell: `module.exports = { get }`.
    return [...imports, ...passedOn.values(), ...stars.map((specifier) => ({ specifier, name: undefined }))];
  }

  private declares(specifier: string, from: string, name: string, depth: number): boolean {
    const path = name === 'default' ? undefined : this.files.resolve(specifier, from);
    const exports = path === undefined ? undefined : this.files.saysOf(path)?.exports;
    if (!exports || depth > this.deepest) return false;
    if (exports.own.has(name) || exports.passedOn.has(name)) return true;
    return exports.stars.some((star) => this.declares(star, path!, name, depth + 1));
  }
}
