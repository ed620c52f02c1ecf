import type { Checker as NativeChecker, NodeHandle, Project, Signature } from 'typescript7/unstable/sync';
import type { Called, Checker, Declaration, Predicate } from '../typed/index.js';
import { ProcessType } from './native-type.js';

type Place = Parameters<NativeChecker['getTypeOfSymbolAtLocation']>[1];

/** `TypePredicateKind.Identifier` and `AssertsIdentifier`. */
const isIdentifier = 1;
const assertsIdentifier = 3;

/** The types of one file of a project; undefined where the project has another text for it. */
export function checkerIn({ program, checker }: Project, path: string, text: string): Checker | undefined {
  const file = program.getSourceFile(path);
  if (file?.text !== text) return undefined;
  return {
    typeOf({ range }) {
      const place = placeAt(file, range);
      const type = place && checker.getTypeAtLocation(place);
      return type && new ProcessType(checker, type);
    },
    calledBy({ range, callee }) {
      const place = placeAt(file, range);
      const signature = place && checker.getResolvedSignature(place);
      return signature && new ProcessCall(checker, signature, () => placeAt(file, callee.range));
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
    private readonly signature: Signature,
    private readonly callee: () => Place | undefined,
  ) {}

  get name(): string | undefined {
    const callee = this.callee();
    return callee && this.checker.getTypeAtLocation(callee)?.getSymbol()?.name;
  }

  get returns() {
    const type = this.checker.getReturnTypeOfSignature(this.signature);
    return type && new ProcessType(this.checker, type);
  }

  get declaration(): Declaration | undefined {
    const { declaration } = this.signature;
    return declaration && declarationOf(declaration);
  }

  get predicate(): Predicate | undefined {
    const { checker, signature } = this;
    const predicate = checker.getTypePredicateOfSignature(signature);
    const kind: number | undefined = predicate?.kind;
    if (!predicate?.type || (kind !== isIdentifier && kind !== assertsIdentifier)) return undefined;
    const type = new ProcessType(checker, predicate.type);
    return { isAssertion: kind === assertsIdentifier, parameter: predicate.parameterIndex!, type };
  }
}

/** The place in a declaration file is left out: to find it, all of the file would have to be sent. */
function declarationOf(handle: NodeHandle): Declaration {
  const { path } = handle;
  const node = /\.d\.[cm]?ts$/.test(path) ? undefined : handle.resolve();
  return { path, range: node ? [node.getStart(), node.end] : [0, 0] };
}
