import type { Checker, Symbol, Type as NativeType } from 'typescript7/unstable/sync';
import type { Named, Type } from '../typed/index.js';

/** The types of a project in TypeScript's own process. Each answer is a message, so each is asked for once. */
export class ProcessTypes {
  private readonly known = new WeakMap<NativeType, ProcessType>();

  constructor(readonly checker: Checker) {}

  of(type: NativeType): ProcessType {
    let known = this.known.get(type);
    if (!known) this.known.set(type, (known = new ProcessType(this, type)));
    return known;
  }

  maybe(type: NativeType | undefined): ProcessType | undefined {
    return type && this.of(type);
  }
}

class ProcessType implements Type {
  private knownNames: readonly Named[] | undefined;
  private knownBases: readonly ProcessType[] | undefined;
  private knownArguments: readonly Type[] | undefined;
  private readonly properties = new Map<string, Type | undefined>();

  constructor(
    private readonly types: ProcessTypes,
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
    return this.type.isUnionType() ? this.type.getTypes().map((one) => this.types.of(one)) : [this];
  }

  get names(): readonly Named[] {
    if (!this.knownNames) {
      // What extends itself, by a mistake, has no more names than it has by now.
      this.knownNames = [];
      this.knownNames = [...ownNames(this.type), ...this.bases.flatMap(({ names }) => names)];
    }
    return this.knownNames;
  }

  /** What a class or an interface extends, and the types of an intersection; of `Box<string>`, what `Box` extends. */
  private get bases(): readonly ProcessType[] {
    return (this.knownBases ??= this.findBases());
  }

  private findBases(): readonly ProcessType[] {
    const { type, types } = this;
    if (type.isIntersectionType()) return type.getTypes().map((one) => types.of(one));
    const declared = type.isTypeReference() ? type.getTarget() : type;
    if (declared !== type) return types.of(declared).bases;
    return declared.isClassOrInterface() ? types.checker.getBaseTypes(declared).map((one) => types.of(one)) : [];
  }

  get arguments(): readonly Type[] {
    const { types, type } = this;
    if (!type.isTypeReference()) return [];
    return (this.knownArguments ??= types.checker.getTypeArguments(type).map((one) => types.of(one)));
  }

  get aliasArguments(): readonly Type[] {
    return this.type.getAliasTypeArguments().map((one) => this.types.of(one));
  }

  get keys(): readonly string[] {
    return this.types.checker.getPropertiesOfType(this.type).map(({ name }) => name);
  }

  property(name: string): Type | undefined {
    const { types, properties } = this;
    if (!properties.has(name)) {
      const symbol = types.checker.getPropertyOfType(this.type, name);
      properties.set(name, symbol && types.maybe(types.checker.getTypeOfSymbol(symbol)));
    }
    return properties.get(name);
  }
}

function* ownNames(type: NativeType): Generator<Named> {
  for (const symbol of [type.getAliasSymbol(), type.getSymbol()]) if (symbol) yield* declarationsOf(symbol);
}

function* declarationsOf({ name, declarations }: Symbol): Generator<Named> {
  for (const { path } of declarations) yield { name, path };
}
