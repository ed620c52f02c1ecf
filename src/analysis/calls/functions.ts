import type { FunctionNode, Node } from '../../syntax/nodes.js';
import { bind } from '../constructs/patterns.js';
import { returnNothing, returnValue } from '../constructs/returns.js';
import { joinAll, joinStates } from '../domain/state.js';
import { never, promiseOf, unknownValue, type State, type Value } from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { functionFrame, type Returned } from '../flow/frames.js';
import { joinedValue } from '../flow/join.js';

/** How a call of a function ended; the flow's state is the one in which it returned. */
export interface Done {
  readonly value: Value;
  /** The state in which it threw, or its promise rejects. */
  readonly failed: State | undefined;
}

const maximumDepth = 24;

/** Runs a function where it stands: a callback, an executor, a local helper that shares the caller's variables. */
export function runFunction(flow: Flow, fn: FunctionNode, args: readonly Value[], node: Node): Done {
  if (!flow.state || flow.active.has(fn) || flow.active.size >= maximumDepth) {
    for (const arg of args) flow.handOn(arg, node);
    return { value: unknownValue, failed: flow.state };
  }
  const before = flow.state;
  const returned = runBody(flow, fn, args);
  const thrown = returned.failed();
  flow.state = returned.state;
  if (!flow.state && (fn.async || fn.generator)) {
    // It never returns, and whoever does not wait for it goes on all the same.
    flow.state = thrown ?? before;
    return { value: fn.generator ? unknownValue : promiseOf(never, thrown), failed: thrown };
  }
  if (!flow.state && returned.rejected) {
    flow.state = returned.rejected;
    return { value: promiseOf(never, returned.rejected), failed: thrown };
  }
  const value = fn.generator
    ? unknownValue
    : joinedValue(
        flow,
        returned.returns.map((r) => r.value),
        fn,
      );
  const failed = joinStates(thrown, returned.rejected);
  return { value: fn.async ? promiseOf(value, failed) : value, failed };
}

/** Every way out of a function's body. */
export interface Ends {
  readonly returns: readonly Returned[];
  /** The state in which it returns, its own variables forgotten. */
  readonly state: State | undefined;
  /** The state in which it throws. */
  readonly failed: () => State | undefined;
  /** The state in which it, not being async, returns a promise that rejects. */
  readonly rejected: State | undefined;
  /** The state in which it is left for good. */
  readonly exit: State | undefined;
}

/** Binds the parameters and runs the body; every way out is in the result, and none in the flow's state. */
export function runBody(flow: Flow, fn: FunctionNode, args: readonly Value[]): Ends {
  flow.active.add(fn);
  const from = flow.used.length;
  const frame = flow.within(functionFrame(fn), () => {
    fn.params.forEach((param, i) => {
      if (param.type === 'RestElement')
        bind(flow, param.argument, { kind: 'list', each: joinedValue(flow, args.slice(i), fn) });
      else bind(flow, param, args[i] ?? unknownValue);
    });
    if (fn.body?.type === 'BlockStatement') {
      flow.execute(fn.body);
      returnNothing(flow, fn);
    } else if (fn.body && flow.state) {
      flow.observed(fn.body);
      flow.markHandled();
      returnValue(flow, fn.body);
    }
  });
  flow.active.delete(fn);
  const returns = withoutFailures(flow, fn, frame.returns, from);
  return {
    returns,
    state: flow.popScopes(returns, frame.assigned),
    // Of most functions nobody asks how they fail.
    failed: once(() => flow.joinEnds(frame, frame.thrown)),
    rejected: flow.joinEnds(frame, frame.rejected),
    exit: flow.joinEnds(frame, frame.exits),
  };
}

/** Returns of failures are one: what was read on the way there, since `from`, is the failure and not taken for the answer. */
function withoutFailures(
  flow: Flow,
  fn: FunctionNode,
  returns: readonly Returned[],
  from: number,
): readonly Returned[] {
  const failures = returns.filter(({ fails }) => fails);
  const [first] = failures;
  if (!first) return returns;
  flow.state = joinAll(failures.map(({ state }) => state));
  flow.forgetVainUses(from, fn);
  const value = joinedValue(
    flow,
    failures.map((failure) => failure.value),
    fn,
  );
  return [...returns.filter(({ fails }) => !fails), { ...first, value, state: flow.state! }];
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}
