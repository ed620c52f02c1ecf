// The types of typescript-eslint's parser, which has a program of TypeScript for the file. Nothing here loads TypeScript.
import type { ParserServicesWithTypeInformation, TSESLint } from '@typescript-eslint/utils';
import type ts from 'typescript';
import type { Node } from '../syntax/nodes.js';
import { predicateOf } from './predicate.js';
import type { Called, Checker, Named, Type } from './type.js';

/** How many types further up a name is looked for. */
const mostBases = 8;

/** The parser's services where it was told to have types; undefined for any other parser. */
export function servicesOf({ parserServices }: TSESLint.SourceCode): ParserServicesWithTypeInformation | undefined {
  return parserServices?.program ? (parserServices as ParserServicesWithTypeInformation) : undefined;
}

export function typesOfServices({ program, esTreeNodeToTSNodeMap }: ParserServicesWithTypeInformation): Checker {
  const checker = program.getTypeChecker();
  const typeOf = (node: Node) => new CompilerType(checker, checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node)));
  return {
    typesOf: (nodes) => nodes.map(typeOf),
    calledBy(call) {
      const signature = checker.getResolvedSignature(esTreeNodeToTSNodeMap.get(call));
      return signature && calledOf(checker, signature);
    },
  };
}

function calledOf(checker: ts.TypeChecker, signature: ts.Signature): Called {
  const { declaration } = signature;
  const file = declaration?.getSourceFile();
  const name = declaration && 'name' in declaration ? declaration.name : undefined;
  return {
    name: name && 'text' in name ? name.text : undefined,
    declaration: file && { path: file.fileName, range: [declaration!.getStart(file), declaration!.end] },
    predicate: predicateOf(
      checker.getTypePredicateOfSignature(signature),
      (type: ts.Type) => new CompilerType(checker, type),
    ),
  };
}

class CompilerType implements Type {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly type: ts.Type,
  ) {}

  get word(): string | undefined {
    return (this.type as { intrinsicName?: string }).intrinsicName;
  }

  get literal(): string | number | boolean | undefined {
    const { type, word } = this;
    if (type.isStringLiteral() || type.isNumberLiteral()) return type.value;
    return word === 'true' || word === 'false' ? word === 'true' : undefined;
  }

  get parts(): readonly Type[] {
    return this.type.isUnion() ? this.type.types.map((one) => new CompilerType(this.checker, one)) : [this];
  }

  get names(): readonly Named[] {
    return [...namesOf(this.checker, this.type, mostBases)];
  }

  get arguments(): readonly Type[] {
    const { checker, type } = this;
    if (!(type as ts.TypeReference).target) return [];
    return checker.getTypeArguments(type as ts.TypeReference).map((one) => new CompilerType(checker, one));
  }

  get aliasArguments(): readonly Type[] {
    return (this.type.aliasTypeArguments ?? []).map((one) => new CompilerType(this.checker, one));
  }

  get keys(): readonly string[] {
    return this.checker.getPropertiesOfType(this.type).map(({ name }) => name);
  }

  property(name: string): Type | undefined {
    const symbol = this.checker.getPropertyOfType(this.type, name);
    return symbol && new CompilerType(this.checker, this.checker.getTypeOfSymbol(symbol));
  }
}

function* namesOf(checker: ts.TypeChecker, type: ts.Type, depth: number): Generator<Named> {
  for (const symbol of [type.aliasSymbol, type.getSymbol()]) {
    for (const declaration of symbol?.declarations ?? []) {
      yield { name: symbol!.name, path: declaration.getSourceFile().fileName };
    }
  }
  if (depth === 0) return;
  const bases = type.isIntersection() ? type.types : basesOf(checker, type);
  for (const base of bases) yield* namesOf(checker, base, depth - 1);
}

/** What a class or an interface extends; of `Box<string>`, what `Box` does. */
function basesOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  const declared = (type as ts.TypeReference).target ?? type;
  return declared.isClassOrInterface() ? checker.getBaseTypes(declared) : [];
}
