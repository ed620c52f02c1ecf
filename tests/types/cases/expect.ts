/** `true` where two types are the same for the compiler: not only assignable to each other, but identical. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles for `true` only. */
export type Expect<T extends true> = T;

/** Compiles where the type of the value is exactly `T`; give `T` explicitly. */
export declare function expectType<T>(): <V>(value: V, ...check: Equal<V, T> extends true ? [] : [never]) => void;

export interface User {
  id: number;
  name: string;
}
export interface NotFound {
  message: string;
}
export interface Problem {
  title: string;
}
