import type { Declared } from '../../sources/declared.js';
import { StatusSet } from '../../status/index.js';
import type { StatusExpression } from './status-expression.js';

/** A range of the text, `120-134`: unlike a node, it can be written down, and belong to another file. */
export type Place = string;

/**
 * What a function does with responses, for any caller. It is walked once with a fresh response for each parameter that can
 * be one; what happens to that response, status by status, happens to whatever is passed. A signature is data: it can be
 * written as text, compared, kept and read back.
 *
 * Responses are numbers in it: of `(a, res) => …`, 1 is `res`, and 2 the first response that the function makes.
 */
export interface Signature {
  /** For each parameter that can be a response, what happens to it. */
  readonly parameters: readonly (Effect | undefined)[];
  /** The responses that it makes and gives back. */
  readonly made: readonly Made[];
  /** Whether it comes to an ordinary end. */
  readonly ends: boolean;
  /** Whether it may throw, or its promise reject. */
  readonly fails: boolean;
  /** Not being async, it may return a promise that rejects. */
  readonly rejects: boolean;
  readonly value: SignatureValue;
  /** What a returned boolean implies for the parameters: that `isOk(res)` is true, 2xx. */
  readonly tests: readonly ReturnedTest[];
}

/** What happens to the response that is passed for a parameter. */
export interface Effect {
  /** What happened to it where the function ends, for each status. */
  readonly ends: readonly Step[];
  /** The same where it throws. */
  readonly failed: readonly Step[];
  readonly touched: boolean;
  readonly passive: boolean;
  readonly awaited: boolean;
  /** A copy of it is made, `res.clone()`, of which a read leaves its own body as it is. */
  readonly copied: boolean;
  /** Some condition in it tells errors from successes, or from each other. */
  readonly tellsErrors: boolean;
  /** It reads the member that says of a result that it failed: `error` of `openapi-fetch`. */
  readonly failureAsked: boolean;
  /** The statuses that the parameter's type declares, or a cast in the function. */
  readonly declared?: Declared;
  /** Where its body is read. */
  readonly uses: readonly Place[];
}

/** An entry of a table, with places of the text as witnesses. */
export interface Step {
  /** A sum of Facts. */
  readonly facts: number;
  readonly statuses: StatusSet;
  readonly use?: Place;
  readonly guard?: Place;
}

/** A response that the function makes, and what had happened to it when it was given back. */
export interface Made {
  readonly ends: readonly Step[];
  /** The name of the client that gave it. */
  readonly client: string;
  readonly method?: string;
  readonly isExact: boolean;
  /** As in an effect. */
  readonly copied: boolean;
  readonly tellsErrors: boolean;
  readonly failureAsked: boolean;
  /** The statuses that the function's type declares, or a cast in it. */
  readonly declared?: Declared;
}

export interface ReturnedTest {
  readonly parameter: number;
  readonly whenTrue: StatusSet;
  readonly whenFalse: StatusSet;
  /** It is compared with something unknown: a parameter, a default value. */
  readonly isVague: boolean;
}

/** One of these responses or, with `maybeOther`, something else. */
export interface SignatureResponse {
  readonly of: readonly number[];
  readonly maybeOther: boolean;
  /** As in a response value. */
  readonly isMixed?: boolean;
}

/** What a function gives back, as far as responses are concerned. */
export type SignatureValue =
  | { readonly kind: 'unknown' | 'never' }
  | { readonly kind: 'constant'; readonly value: unknown }
  | (SignatureResponse & { readonly kind: 'response' | 'body' })
  | (SignatureResponse & { readonly kind: 'status'; readonly expression?: StatusExpression })
  | { readonly kind: 'promise'; readonly of: SignatureValue }
  | {
      readonly kind: 'list';
      readonly items?: readonly SignatureValue[];
      readonly each: SignatureValue;
      readonly isRest?: boolean;
    }
  | { readonly kind: 'record'; readonly fields: readonly (readonly [name: string, value: SignatureValue])[] };
