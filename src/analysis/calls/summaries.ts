import { isMarkedChecked } from '../../sources/marked.js';
import { errors, StatusSet } from '../../status/index.js';
import { noContext, type CallContext } from '../../syntax/call-context.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';
import { valueFor } from '../constructs/status-values.js';
import type { Signature, SignatureValue } from '../domain/signature.js';
import { withNarrowed, withTable } from '../domain/state.js';
import {
  changeTable,
  Fact,
  guarded,
  has,
  joinTables,
  spentIn,
  statusesOf,
  usedBy,
  type Entry,
  type Table,
} from '../domain/table.js';
import {
  isCertain,
  never,
  promiseOf,
  responsesBehind,
  responsesIn,
  unknownValue,
  type ResponseValue,
  type State,
  type StatusTest,
  type Value,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { runFunction, type Done } from './functions.js';
import { shapeOf } from './shape.js';
import { clientNamed } from './client-named.js';
import { decodeValue, tableOfSteps, type NodeAt } from './signature.js';

/** Helpers that call helpers are walked anew for each call: a few levels of that are enough. */
const deepestHelper = 4;

const helpersAround = ({ active, facts, root }: Flow): number =>
  [...active].filter((fn) => facts.isLocalHelper(fn, root)).length;

/**
 * Calls a function of this file: where it shares the caller's variables it is run in place, else its summary is applied.
 * `texts` are the arguments as they are written, where a call says so.
 */
export function callSummarised(
  flow: Flow,
  fn: FunctionNode,
  args: readonly Value[],
  node: Node,
  texts?: readonly Node[],
): Done {
  const { facts } = flow;
  if (flow.active.has(fn)) {
    flow.noteRecursion(fn, node);
    return unknownCall(flow, args, node);
  }
  if (isMarkedChecked(facts.file, fn)) return unknownCall(flow, args, node);
  if (facts.isLocalHelper(fn, flow.root)) {
    if (helpersAround(flow) < deepestHelper) {
      return flow.inContext(contextOf(flow, fn, texts), () => runFunction(flow, fn, args, node));
    }
    flow.handOnCaptured(fn, node);
    return unknownCall(flow, args, node);
  }
  const shapes = args.slice(0, fn.params.length).map((arg) => shapeOf(flow, arg));
  args.forEach((arg, i) => {
    if (!shapes[i]) flow.handOn(arg, node);
  });
  if (!flow.state || (!shapes.some(Boolean) && !facts.mayReturnResponse(fn))) {
    return { value: fn.async ? promiseOf(unknownValue) : unknownValue, failed: flow.state };
  }
  args.forEach((arg, i) => {
    if (shapes[i]) facts.passed.note(fn.params[i]!, node, statusesPassed(flow, arg));
  });
  const signature = flow.signatureOf(fn, shapes, contextOf(flow, fn, texts));
  if (!signature) return unknownCall(flow, args, node);
  return apply(flow, { isAsync: fn.async, signature, nodeAt: (place) => facts.file.nodeAt(place) }, args, node);
}

function statusesPassed(flow: Flow, arg: Value): StatusSet {
  const all = responsesBehind(arg);
  if (all.length === 0 || all.some(({ maybeOther }) => maybeOther)) return StatusSet.all;
  return all
    .flatMap(({ origins }) => origins)
    .reduce((set, origin) => set.union(statusesOf(flow.table(origin), Fact.live)), StatusSet.empty);
}

const contextOf = (flow: Flow, fn: FunctionNode, texts: readonly Node[] | undefined): CallContext =>
  texts ? flow.facts.callContexts.of(fn, flow.argumentsOf(texts)) : noContext;

function unknownCall(flow: Flow, args: readonly Value[], node: Node): Done {
  for (const arg of args) flow.handOn(arg, node);
  return { value: unknownValue, failed: flow.state };
}

/** The response that each parameter stands for in this call. */
type PassedResponses = ReadonlyMap<number, ResponseValue>;

/** A function by its signature. */
export interface Known {
  readonly isAsync: boolean;
  readonly signature: Signature;
  /** What stands for the places of the signature in this file. */
  readonly nodeAt: NodeAt;
  /** It is in another file: what it looked at is nothing that can be shown here. */
  readonly isElsewhere?: boolean;
}

/** What a call of a function does, by its signature. */
export function apply(flow: Flow, known: Known, args: readonly Value[], node: Node): Done {
  const { isAsync, signature } = known;
  const before = flow.state;
  const passed = new Map<number, ResponseValue>();
  signature.parameters.forEach((effect, i) => {
    const response = effect && (responsesIn(args[i]!)[0] ?? (args[i] as { of?: ResponseValue }).of);
    if (response?.kind === 'response') passed.set(i, response);
  });
  const failed = signature.fails ? relate(flow, before, known, passed, node, 'failed') : undefined;
  flow.state = signature.ends ? relate(flow, before, known, passed, node, 'ends') : undefined;
  if (!flow.state && (isAsync || signature.rejects)) {
    // It never returns, and whoever does not wait for it goes on all the same.
    flow.state = failed ?? before;
    return { value: promiseOf(never, failed), failed };
  }
  const value = substitute(flow, known, passed, node);
  return { value: isAsync ? promiseOf(value, failed) : value, failed };
}

/** Adds what the function did with each parameter to what had happened to its argument. */
function relate(
  flow: Flow,
  before: State | undefined,
  { signature: { parameters }, nodeAt }: Known,
  passed: PassedResponses,
  node: Node,
  when: 'ends' | 'failed',
): State | undefined {
  if (!before) return undefined;
  let state: State | undefined = before;
  for (const [parameter, response] of passed) {
    const effect = parameters[parameter]!;
    const done = spentBy(tableOfSteps(nodeAt, effect[when]), node);
    // Where the promise of a response rejects, there is none.
    const isThere = when === 'ends' && isCertain(response) && !flow.isOptional(response);
    for (const origin of response.origins) {
      flow.state = before;
      // `if (res.ok) return …; ensureOk(res);`: what never ends with any of these statuses does not end here.
      if (isThere && excludes(done, flow.table(origin))) return undefined;
      noteReadBy(flow, origin, done, node);
      const strong = flow.pinsDown(response, origin);
      // Few functions let go of a response: of the others it need not be known who holds it.
      const held = done.some(isGone) && flow.isHeld(origin) ? Fact.live : 0;
      const change = isThere ? withNarrowed : withTable;
      state = state && change(state, origin, (table) => compose(table, done, strong, held));
      if (when === 'ends') flow.noteEffect(origin, effect, nodeAt);
    }
  }
  return state;
}

/** Whether a function does not come to such an end with any status that a response has. */
function excludes(done: Table, table: Table): boolean {
  const arriving = statusesOf(table, Fact.live);
  return !arriving.isEmpty && arriving.isDisjointWith(statusesOf(done));
}

/** For the caller, the call is what spends the body. */
const spentBy = (done: Table, node: Node): Table =>
  done.map((entry) => (has(entry, Fact.spent) ? { ...entry, spender: node } : entry));

/** The function reads what may be spent already. */
function noteReadBy(flow: Flow, origin: number, done: Table, node: Node): void {
  const read = statusesOf(done, Fact.spent);
  if (read.isEmpty) return;
  const table = flow.table(origin);
  const { statuses, spender } = spentIn(table);
  const arriving = statusesOf(table, Fact.live).intersect(read);
  flow.noteRead(origin, node, { name: '', statuses: arriving, spent: statuses.intersect(read), spender });
}

/** On this way the function does not give the response back. */
const isGone = (entry: Entry): boolean => !has(entry, Fact.live);

/** `held`: the caller still holds the response on the ways on which the function does not give it back. */
function compose(table: Table, done: Table, strong: boolean, held: number): Table {
  return changeTable(table, Fact.live, (entry) =>
    done.flatMap((step): Entry[] => {
      const common = entry.statuses.intersect(step.statuses);
      if (common.isEmpty) return [];
      const after = then(entry, step);
      return [
        {
          ...after,
          facts: (after.facts & ~Fact.live) | held | (strong ? step.facts : (step.facts & ~Fact.spent) | Fact.branched),
          statuses: strong ? common : entry.statuses,
          spender: entry.spender ?? step.spender,
        },
      ];
    }),
  );
}

/** What a caller did, and after it what a function does: which of them looked last, and whether it was read after that. */
function then(entry: Entry, step: Entry): Entry {
  const looked = guarded(entry, step.guard);
  if (!step.use || entry.use) return looked;
  return step.guard ? { ...looked, use: step.use } : usedBy(looked, step.use);
}

/** The value of the call: parameters become arguments again, and a response made inside is a new one of this call. */
function substitute(flow: Flow, known: Known, passed: PassedResponses, node: Node): Value {
  const { signature } = known;
  if (!flow.state) return unknownValue;
  const returned = signature.tests.filter(({ parameter }) => passed.has(parameter));
  if (returned.length > 0 && !isNumber(signature.value)) {
    const tests = returned.map(({ parameter, whenTrue, whenFalse }): StatusTest => ({
      of: passed.get(parameter)!,
      whenTrue,
      whenFalse,
    }));
    return { kind: 'test', tests, isVague: returned.some(({ isVague }) => isVague), node };
  }
  const fresh = signature.made.length > 0 ? [bear(flow, known, node)] : [];
  const { length } = signature.parameters;
  const origins = (numbers: readonly number[]) =>
    numbers.flatMap((number) => (number < length ? (passed.get(number)?.origins ?? []) : fresh));
  return decodeValue(signature.value, origins, node);
}

/** `(res) => res.status`: what it comes to is compared by whoever asks for it. */
const isNumber = (value: SignatureValue): boolean =>
  value.kind === 'status' && typeof valueFor(value, 200) === 'number';

/** The response of a wrapper's call: what the wrapper looked at counts, and its use of the body is its own affair. */
function bear(flow: Flow, { signature: { made }, nodeAt, isElsewhere }: Known, node: Node): number {
  const { origins, clients } = flow.facts;
  const joined = made.reduce<Table>((table, { ends }) => joinTables(table, tableOfSteps(nodeAt, ends)), []);
  const tellsErrors = made.some((one) => one.tellsErrors);
  const table = changeTable(joined, Fact.live, ({ facts, statuses, guard }) => {
    const kept = facts & (Fact.live | Fact.handed | Fact.inspected | Fact.branched | Fact.spent);
    // A guard that tells no error from a success (redirects, 204) is none to whoever calls the wrapper.
    if (guard && !tellsErrors && !(facts & Fact.branched))
      return { facts: kept & ~Fact.inspected, statuses, spender: node };
    if (!isElsewhere) return { facts: kept, statuses, guard, spender: node };
    // What it let past without a branch is for the caller to look at: its condition is out of sight.
    const letsPast = !(facts & Fact.branched) && !statuses.isDisjointWith(errors);
    return { facts: letsPast ? kept & ~Fact.inspected : kept, statuses, spender: node };
  });
  const [inner] = made;
  const method = made.every((one) => one.method === inner!.method) ? inner!.method : undefined;
  const { id } = origins.ofWrapper(flow.root, node, clientNamed(clients, inner!.client), {
    method,
    isExact: made.some((one) => one.isExact),
    statuses: statusesOf(joined, Fact.live),
  });
  flow.noteWrapper(id, made, table);
  flow.birth(
    origins.at(id),
    table.filter((entry) => has(entry, Fact.live)),
  );
  return id;
}
