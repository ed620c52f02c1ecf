import type { TSESTree } from '@typescript-eslint/utils';
import { typeModules } from '../models/declared-types.js';
import { StatusSet } from '../status/index.js';
import type { File } from '../syntax/file.js';
import { isFunction, type FunctionNode, type Node } from '../syntax/nodes.js';
import { annotationOf } from '../syntax/type-names.js';
import type { Variable } from '../syntax/variables.js';
import { TypeReader } from './read-type.js';

/** The statuses that a type declares for a response; or that another file declares them, and the compiler knows. */
export type Declared = StatusSet | 'elsewhere';

/** What is declared in either of two places. */
export function eitherDeclared(a: Declared | undefined, b: Declared | undefined): Declared | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a === 'elsewhere' || b === 'elsewhere' ? 'elsewhere' : a.union(b);
}

/** Which statuses the types of a file declare for its responses: casts, annotations, return types, parameters. */
export class DeclaredTypes {
  private readonly known = new Map<Node, Declared | undefined>();

  constructor(
    private readonly file: File,
    private readonly isRequest: (name: string) => boolean,
  ) {}

  /** What a type declares; undefined where it says no more of a response than `Response` does. */
  of(type: Node | undefined): Declared | undefined {
    if (!type) return undefined;
    if (!this.known.has(type)) {
      const reading = new TypeReader(this.file, this.isRequest).read(type);
      const isNothing = reading === 'plain' || (reading instanceof StatusSet && reading.isEmpty);
      this.known.set(type, isNothing ? undefined : reading);
    }
    return this.known.get(type);
  }

  /** What the binding of a name or a pattern declares, also where it is assigned later. */
  ofBinding(target: Node): Declared | undefined {
    const own = annotationOf(target);
    if (own || target.type !== 'Identifier') return this.of(own);
    const [name] = this.file.variable(target)?.identifiers ?? [];
    return name && this.of(annotationOf(name));
  }

  /** What a function declares of the response that it gives. */
  ofResult(fn: FunctionNode): Declared | undefined {
    if (fn.generator) return undefined;
    return this.of(fn.returnType?.typeAnnotation ?? contextualResult(fn));
  }

  /** The parameters of a function that are declared responses, by their places. */
  parameters(fn: FunctionNode): readonly boolean[] {
    return fn.params.map((param) => {
      const isOne = (param.type === 'Identifier' && !param.optional) || param.type === 'ObjectPattern';
      const type = isOne ? annotationOf(param) : undefined;
      return type?.type === 'TSTypeReference' && this.of(type) instanceof StatusSet;
    });
  }

  /** The functions that take a declared response, found through the names that lead there from the library's imports. */
  functions(): readonly FunctionNode[] {
    const pending = this.imported();
    const seen = new Set(pending);
    const functions = new Set<FunctionNode>();
    for (let variable = pending.pop(); variable; variable = pending.pop()) {
      for (const { identifier } of variable.references) {
        const place = placeOfType(identifier);
        if (isFunction(place)) functions.add(place);
        const named =
          place && 'id' in place && place.id?.type === 'Identifier' ? this.file.variable(place.id) : undefined;
        if (!named || isFunction(place) || seen.has(named)) continue;
        seen.add(named);
        pending.push(named);
      }
    }
    return [...functions].filter((fn) => this.parameters(fn).includes(true));
  }

  private imported(): Variable[] {
    const { ast, text, scopeManager } = this.file.source;
    if (!scopeManager || !typeModules.some((module) => text.includes(module))) return [];
    const isLibrary = (node: Node) => node.type === 'ImportDeclaration' && typeModules.includes(node.source.value);
    return ast.body.filter(isLibrary).flatMap((node) => [...scopeManager.getDeclaredVariables(node)]);
  }
}

/** `const load: (url: string) => Promise<UserResponse> = …`. */
function contextualResult({ parent }: FunctionNode): TSESTree.TypeNode | undefined {
  const type = parent.type === 'VariableDeclarator' ? annotationOf(parent.id) : undefined;
  return type?.type === 'TSFunctionType' ? type.returnType?.typeAnnotation : undefined;
}

/** What a name in a type is part of: an alias, an interface, or a function whose parameter has the type. */
function placeOfType(identifier: Node): Node | undefined {
  for (let at: Node = identifier; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'TSTypeAliasDeclaration' || parent.type === 'TSInterfaceDeclaration') return parent;
    if (isFunction(parent)) return (parent.params as readonly Node[]).includes(at) ? parent : undefined;
    if (/Statement$|^VariableDeclaration$/.test(parent.type)) return undefined;
  }
  return undefined;
}
