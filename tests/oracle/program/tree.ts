/**
 * Random programs, as trees. A number where a name is meant (`response`, `flag`, `label`) is taken modulo the names in
 * scope when the program is written down, so that every tree is a program and shrinking keeps it one.
 */
export type Condition =
  | { readonly kind: 'test'; readonly response: number; readonly test: number; readonly optional: boolean }
  /** Not from the response: another one each time (0), or a variable that never changes (its number). */
  | { readonly kind: 'opaque'; readonly steady: number }
  | { readonly kind: 'flag'; readonly flag: number }
  | { readonly kind: 'present'; readonly response: number; readonly form: number }
  | { readonly kind: 'helper'; readonly response: number; readonly helper: number }
  | { readonly kind: 'every'; readonly list: number; readonly test: number; readonly some: boolean }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'choice'; readonly test: Condition; readonly left: Condition; readonly right: Condition };

/** A program: its statements, and the number of what they stand in. */
export interface Tree {
  readonly setting: number;
  readonly block: Block;
}

export type Block = readonly Statement[];

export type Statement =
  | { readonly kind: 'request'; readonly form: number; readonly mutable: boolean; readonly test: Condition }
  | { readonly kind: 'retry'; readonly response: number; readonly form: number }
  | { readonly kind: 'alias'; readonly response: number; readonly form: number }
  | { readonly kind: 'flag'; readonly of: Condition }
  | { readonly kind: 'setFlag'; readonly flag: number; readonly form: number }
  | { readonly kind: 'use'; readonly response: number; readonly form: number }
  | { readonly kind: 'yield'; readonly response: number; readonly form: number }
  | { readonly kind: 'send'; readonly response: number; readonly form: number }
  | { readonly kind: 'help'; readonly response: number; readonly helper: number }
  | { readonly kind: 'act' | 'fail' }
  | { readonly kind: 'if'; readonly test: Condition; readonly then: Block; readonly otherwise: Block | null }
  | { readonly kind: 'short'; readonly test: Condition; readonly response: number; readonly form: number }
  | { readonly kind: 'switch'; readonly response: number; readonly cases: readonly Case[]; readonly byTruth: boolean }
  | {
      readonly kind: 'loop';
      readonly form: number;
      readonly test: Condition;
      readonly labelled: boolean;
      readonly body: Block;
    }
  | { readonly kind: 'labelled'; readonly body: Block }
  | { readonly kind: 'jump'; readonly form: number; readonly label: number }
  | { readonly kind: 'return'; readonly form: number; readonly response: number; readonly test: Condition }
  | { readonly kind: 'throw'; readonly form: number; readonly response: number }
  | { readonly kind: 'try'; readonly body: Block; readonly caught: Block | null; readonly last: Block | null }
  | { readonly kind: 'closure'; readonly form: number; readonly body: Block; readonly calls: number }
  | {
      readonly kind: 'chain';
      readonly form: number;
      readonly body: Block;
      readonly caught: Block | null;
      readonly last: Block | null;
    }
  | { readonly kind: 'all'; readonly form: number }
  | { readonly kind: 'leave'; readonly form: number; readonly body: Block; readonly caught: Block | null }
  | { readonly kind: 'list'; readonly form: number; readonly response: number }
  | { readonly kind: 'each'; readonly form: number; readonly list: number; readonly body: Block }
  | { readonly kind: 'executor'; readonly form: number; readonly body: Block }
  | { readonly kind: 'pages'; readonly body: Block; readonly turn: Block }
  | { readonly kind: 'promise'; readonly form: number }
  | { readonly kind: 'settle'; readonly promise: number; readonly form: number };

export interface Case {
  /** Which status; -1 for `default`. */
  readonly of: number;
  readonly test: Condition;
  readonly body: Block;
  readonly breaks: boolean;
}
