import { isFunction, unwrap, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { FileFacts } from '../facts.js';
import { givesEnvelope } from './envelope.js';
import { evaluate } from './expressions.js';
import { runFunction } from './functions.js';
import { promiseOf, rejectedOn, showsBody, type BodyForm, type Value } from './hypothesis.js';
import { start, type Path, type Result } from './path.js';
import { execute } from './statements.js';
import { Enough, Walk, type Failing } from './walk.js';

/** What an error costs at a place, and what that relies on where it costs nothing. */
export type Consequence =
  /** Somebody is shown, keeps or gives on what is none, or nobody learns that it failed. */
  | { readonly kind: 'harm' }
  /** The body answers for itself: it is tested before anything is done with it, and an error ends in a failure. */
  | { readonly kind: 'envelope'; readonly test: Node; readonly exit: Node }
  /** The next step throws on the body of an error, and whoever handles that tells of it. */
  | { readonly kind: 'throws'; readonly step: Node; readonly handler: Node | undefined; readonly exit: Node }
  /** A file of the package itself. */
  | { readonly kind: 'resource'; readonly address: Node }
  /** The request is made again in a while. */
  | { readonly kind: 'turn'; readonly timer: Node }
  /** A variable keeps its default. */
  | { readonly kind: 'defaults'; readonly test: Node }
  /** The code asks what its client says of a failure: `if (error) throw error` of `openapi-fetch`. */
  | { readonly kind: 'asked' }
  /** The status is looked at further down. */
  | { readonly kind: 'later'; readonly guard: Node };

const harm: Consequence = { kind: 'harm' };

const evaluator = { evaluate, execute, run: runFunction };

/** How many callers in a row a body may be given back to. */
const mostCallers = 3;

/** What becomes of the body of an error, from the call that gave the response on. */
export function bodyOf(facts: FileFacts, call: Node, use: Node, form: BodyForm): Consequence {
  const root = facts.rootOf(call);
  return ask((answers) => {
    const walk = new Walk({ facts, use, form }, root, evaluator, answers);
    walkRoot(walk, root, new Map(), 0);
    return walk;
  });
}

/**
 * `if (data.message)` may be how errors are told, or how successes are. What the program means is what does no harm: the
 * walk is made once for either answer.
 */
function ask(walkWith: (answers: ReadonlyMap<Node, boolean>) => Walk): Consequence {
  const tried: ReadonlyMap<Node, boolean>[] = [new Map()];
  for (const answers of tried) {
    const walk = walkWith(answers);
    const found = resultOf(walk);
    if (found.kind !== 'harm') return found;
    if (tried.length >= mostTries) break;
    for (const [node, answer] of walk.asked) {
      if (!answers.has(node)) tried.push(new Map([...answers, [node, !answer]]));
    }
  }
  return harm;
}

const mostTries = 8;

function resultOf(walk: Walk): Consequence {
  if (walk.harm) return harm;
  const kinds = walk.failing.map(kindOf);
  if (walk.kept) return { kind: 'defaults', test: walk.kept };
  return kinds.find((kind) => kind.kind === 'throws') ?? kinds[0] ?? harm;
}

const kindOf = ({ test, step, handler, exit }: Failing): Consequence =>
  step ? { kind: 'throws', step, handler, exit } : { kind: 'envelope', test: test ?? exit, exit };

/** Walks a function from its beginning, then its callers with what it gives back. */
function walkRoot(walk: Walk, root: Node, given: ReadonlyMap<Node, Value>, depth: number): void {
  try {
    for (const [node, value] of given) walk.given.set(node, value);
    const { done, thrown } = walk.catching(() => runRoot(walk, root));
    for (const result of done) arrive(walk, root, result, depth);
    if (thrown.length > 0) reject(walk, root, thrown, depth);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
}

function runRoot(walk: Walk, root: Node): readonly Result[] {
  if (isFunction(root)) return runFunction(walk, root, [], start, 'callback');
  return walk.execute(root, start).map((end) => ({ path: end.path, value: end.value ?? { kind: 'unknown' } }));
}

/** What a function gives back, at its end: its callers take it, and where they are not known, for a success. */
function arrive(walk: Walk, root: Node, { path, value }: Result, depth: number): void {
  const { of: settled, rejected } = promiseOf(value);
  if (rejected.length > 0) reject(walk, root, rejected, depth);
  if (!path.isRead) return;
  if (settled.kind === 'never') return;
  const callers = callersOf(walk, root, depth);
  const isSaid = showsBody(settled) || path.step || (path.test && settled.kind === 'constant');
  if (isSaid && callers) return walkCallers(walk, callers, value, depth);
  if (showsBody(settled) && givesEnvelope(walk, root)) return walk.fails({ ...path, test: walk.question.use }, root);
  if (showsBody(settled) || path.step || path.test) walk.hurts(walk.question.use);
  walk.kept ??= path.keeps;
}

/** The exception leaves the function: somebody has to wait for it. */
function reject(walk: Walk, root: Node, thrown: readonly Path[], depth: number): void {
  const callers = callersOf(walk, root, depth);
  if (!callers) walk.hurts(thrown[0]!.step ?? root);
  walkCallers(walk, callers, rejectedOn(thrown), depth);
}

function walkCallers(walk: Walk, callers: readonly Node[], value: Value, depth: number): void {
  for (const call of callers) walkRoot(walk, walk.facts.rootOf(call), new Map([[call, value]]), depth + 1);
}

/** The calls of a function that nothing outside the file can call. */
function callersOf(walk: Walk, root: Node, depth: number): readonly Node[] | undefined {
  if (!isFunction(root) || depth >= mostCallers) return undefined;
  const calls = walk.facts.file.onlyCallsOf(root) ?? ofPrivateMethod(walk, root);
  return calls && calls.length > 0 ? calls.filter((call) => walk.facts.rootOf(call) !== root) : undefined;
}

/** `private load()`, `#load()`: a method that is called from its class alone. */
function ofPrivateMethod({ facts }: Walk, fn: FunctionNode): readonly Node[] | undefined {
  const method = fn.parent;
  if (method.type !== 'MethodDefinition') return undefined;
  const isPrivate = method.accessibility === 'private' || unwrap(method.key).type === 'PrivateIdentifier';
  return isPrivate ? facts.file.callsOf(fn) : undefined;
}
