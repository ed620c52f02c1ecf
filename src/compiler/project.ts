import type {
  Checker as NativeChecker,
  NodeHandle,
  Project,
  Signature,
  Type as NativeType,
} from 'typescript7/unstable/sync';
import { predicateOf, type Called, type Checker, type Declaration, type Predicate } from '../typed/index.js';
import { ProcessTypes } from './native-type.js';

type Place = Parameters<NativeChecker['getTypeOfSymbolAtLocation']>[1];

const knownTypes = new WeakMap<NativeChecker, ProcessTypes>();

function typesBy(checker: NativeChecker): ProcessTypes {
  let known = knownTypes.get(checker);
  if (!known) knownTypes.set(checker, (known = new ProcessTypes(checker)));
  return known;
}

/** The types of one file of a project; undefined where the project has another text for it. */
export function checkerIn({ program, checker }: Project, path: string, text: string): Checker | undefined {
  const file = program.getSourceFile(path);
  if (file?.text !== text) return undefined;
  const types = typesBy(checker);
  return {
    typesOf(nodes) {
      const places = nodes.map(({ range }) => placeAt(file, range));
      const asked = places.filter((place) => place !== undefined);
      const found = checker.getTypeAtLocation(asked);
      const byPlace = new Map(asked.map((place, i) => [place, found[i]]));
      return places.map((place) => types.maybe(place && byPlace.get(place)));
    },
    calledBy({ range, callee }) {
      const place = placeAt(file, range);
      const signature = place && checker.getResolvedSignature(place);
      return signature && new ProcessCall(checker, types, signature, () => placeAt(file, callee.range));
    },
  };
}

/** The innermost node that stands exactly there: parentheses belong to no node of ESTree. */
function placeAt(file: Place, [start, end]: readonly [number, number]): Place | undefined {
  let found: Place | undefined;
  for (let at: Place | undefined = file; at; at = around(at, start, end)) {
    if (at !== file && at.end === end && at.getStart() === start) found = at;
  }
  return found;
}

const around = (node: Place, start: number, end: number): Place | undefined =>
  node.forEachChild((child) => (child.pos <= start && end <= child.end ? child : undefined));

class ProcessCall implements Called {
  constructor(
    private readonly checker: NativeChecker,
    private readonly types: ProcessTypes,
    private readonly signature: Signature,
    private readonly callee: () => Place | undefined,
  ) {}

  get name(): string | undefined {
    const callee = this.callee();
    return callee && this.checker.getTypeAtLocation(callee)?.getSymbol()?.name;
  }

  get declaration(): Declaration | undefined {
    const { declaration } = this.signature;
    return declaration && new ProcessDeclaration(declaration);
  }

  get predicate(): Predicate | undefined {
    return predicateOf(this.checker.getTypePredicateOfSignature(this.signature), (type: NativeType) =>
      this.types.of(type),
    );
  }
}

class ProcessDeclaration implements Declaration {
  constructor(private readonly handle: NodeHandle) {}

  get path(): string {
    return this.handle.path;
  }

  /** The place in a declaration file is left out: to find it, all of the file would have to be sent. */
  get range(): readonly [number, number] {
    const node = /\.d\.[cm]?ts$/.test(this.path) ? undefined : this.handle.resolve();
    return node ? [node.getStart(), node.end] : [0, 0];
  }
}
