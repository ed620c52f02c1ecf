import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../syntax/nodes.js';

/**
 * A type, in the few words that are asked of it here, whichever compiler has it. Nothing is worked out before it is asked
 * for: what a type is made of may be large, and in another process.
 */
export interface Type {
  /** The word of a type that the language itself has: `any`, `never`, `unknown`, `number`. */
  readonly word: string | undefined;
  /** The value of a literal type: 404 of `404` and of an enum's member, true of `true`. */
  readonly literal: string | number | boolean | undefined;
  /** The types of a union; of any other type, itself alone. */
  readonly parts: readonly Type[];
  /** Where the declarations of the type stand, and those of what it extends or is an intersection of, by its name. */
  readonly names: readonly Named[];
  /** What a generic type is given: `User` of `Promise<User>`. */
  readonly arguments: readonly Type[];
  /** What the alias is given by which a type is called: `User` of `type Found = Result<User>`. */
  readonly aliasArguments: readonly Type[];
  /** The names of all properties. */
  readonly keys: readonly string[];
  /** The type of a property, of a union where it has it in all of its parts. */
  property(name: string): Type | undefined;
}

/** The name of a class, an interface or an alias, and the file that declares it. */
export interface Named {
  readonly name: string;
  readonly path: string;
}

/** What a call calls, by its type: of several overloads the one that fits. */
export interface Called {
  /** What the function is called where it is declared. */
  readonly name: string | undefined;
  /** Where the function is written down; of a declaration file, where its signature is. */
  readonly declaration: Declaration | undefined;
  /** `asserts r is Ok` and `r is Ok`: what is true of an argument where the call returns, or where it returns true. */
  readonly predicate: Predicate | undefined;
}

export interface Declaration {
  readonly path: string;
  readonly range: readonly [start: number, end: number];
}

export interface Predicate {
  readonly isAssertion: boolean;
  /** The place of the parameter. */
  readonly parameter: number;
  readonly type: Type;
}

/** Who answers questions about the types of one file. Whatever goes wrong on the way to an answer is no answer. */
export interface Checker {
  /** The types of expressions, as they are narrowed there: asked for at once, they are one message to another process. */
  typesOf(nodes: readonly Node[]): readonly (Type | undefined)[];
  calledBy(call: TSESTree.CallExpression): Called | undefined;
}

/** A compiler of its own, where the linter's parser has no types. */
export interface Compiler {
  /**
   * The types of a file that has this text; a sentence's end that says why there are none; undefined where the project has
   * no such compiler.
   */
  checkerOf(path: string, text: string, cwd: string): Checker | string | undefined;
}
