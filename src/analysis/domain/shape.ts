/** What an argument has of a response. */
export type ShapeKind = 'response' | 'promise' | 'list' | 'status' | 'ok' | 'giver';

/**
 * The kind of an argument, as far as a function's signature depends on it; '' for one without a response. One of another
 * client than the most common says of which: `response of axios`.
 */
export type Shape = ShapeKind | `${ShapeKind} of ${string}` | '';
