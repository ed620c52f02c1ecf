import type { Predicate, Type } from './type.js';

/** `ts.TypePredicateKind.Identifier` and `AssertsIdentifier`, the same in all versions; the others are about `this`. */
const isIdentifier = 1;
const assertsIdentifier = 3;

/** A predicate as every compiler of TypeScript has it. */
interface NativePredicate<NativeType> {
  readonly kind: number;
  /** Left out by predicates about `this`. */
  readonly parameterIndex?: number | undefined;
  /** Left out by `asserts condition`. */
  readonly type?: NativeType | undefined;
}

/** A predicate about a parameter, and what it says of its type. */
export function predicateOf<NativeType>(
  predicate: NativePredicate<NativeType> | undefined,
  typeFrom: (type: NativeType) => Type,
): Predicate | undefined {
  if (!predicate?.type || (predicate.kind !== isIdentifier && predicate.kind !== assertsIdentifier)) return undefined;
  const { kind, parameterIndex, type } = predicate;
  return { isAssertion: kind === assertsIdentifier, parameter: parameterIndex!, type: typeFrom(type) };
}
