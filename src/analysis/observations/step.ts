import type { Node } from '../../syntax/nodes.js';

/** What a promise or a variable holds of a response: the response itself, a list with it at an index, or a list of such. */
export type Item = 'whole' | 'each' | number;

/** What happens to a response, or to the promise of it, at one place of the text. */
export type StepKind =
  /** `await fetch(u)`; the node is the `await`. */
  | 'awaited'
  /** `fetch(u).then(…)`; the node is the call of `then`, as that of `catch` is for the next one. */
  | 'chained'
  | 'caught'
  /** `const res = await fetch(u)`, `(res) => …`; the node is the name. */
  | 'bound'
  /** `const promise = fetch(u)`: the name holds a promise of it, or a list. */
  | 'held'
  /** `const { body } = await fetch(u)`; the node is the pattern. */
  | 'opened'
  /** `const [a, b] = await Promise.all([…])`; the node is the pattern. */
  | 'picked'
  /** `(await fetch(u)).json()`; the node is the member access. */
  | 'read'
  /** `parse(await fetch(u))`; the node is the call. */
  | 'passed'
  /** `await fetch(u);`: the node is the statement whose value nobody takes. */
  | 'dropped';

/** One place that a response comes to on its way from its call. */
export interface Step {
  readonly kind: StepKind;
  readonly node: Node;
  /** Undefined where the response is further in, as in `{ first: fetch(u) }`. */
  readonly item: Item | undefined;
}
