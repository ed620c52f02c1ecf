import type { Checker, Symbol, Type as NativeType } from 'typescript7/unstable/sync';
import type { Named, Type } from '../typed/index.js';

/** How many types further up a name is looked for. */
const mostBases = 8;

/** A type of TypeScript's own process, of which each answer is a message. */
export class ProcessType implements Type {
  constructor(
    private readonly checker: Checker,
    private readonly type: NativeType,
  ) {}

  get word(): string | undefined {
    return this.type.isIntrinsicType() ? this.type.intrinsicName : undefined;
  }

  get literal(): string | number | boolean | undefined {
    const value = this.type.isLiteralType() ? this.type.value : undefined;
    return typeof value === 'bigint' ? undefined : value;
  }

  get parts(): readonly Type[] {
    return this.type.isUnionType() ? this.type.getTypes().map((one) => this.of(one)) : [this];
  }

  get names(): readonly Named[] {
    return [...namesOf(this.checker, this.type, mostBases)];
  }

  get arguments(): readonly Type[] {
    const { checker, type } = this;
    return type.isTypeReference() ? checker.getTypeArguments(type).map((one) => this.of(one)) : [];
  }

  property(name: string): Type | undefined {
    const symbol = this.checker.getPropertyOfType(this.type, name);
    const type = symbol && this.checker.getTypeOfSymbol(symbol);
    return type && this.of(type);
  }

  private of(type: NativeType): Type {
    return new ProcessType(this.checker, type);
  }
}

function* namesOf(checker: Checker, type: NativeType, depth: number): Generator<Named> {
  for (const symbol of [type.getAliasSymbol(), type.getSymbol()]) if (symbol) yield* declarationsOf(symbol);
  if (depth === 0) return;
  const bases = type.isIntersectionType() ? type.getTypes() : basesOf(checker, type);
  for (const base of bases) yield* namesOf(checker, base, depth - 1);
}

function* declarationsOf({ name, declarations }: Symbol): Generator<Named> {
  for (const { path } of declarations) yield { name, path };
}

function basesOf(checker: Checker, type: NativeType): readonly NativeType[] {
  const declared = type.isTypeReference() ? type.getTarget() : type;
  return declared.isClassOrInterface() ? checker.getBaseTypes(declared) : [];
}
