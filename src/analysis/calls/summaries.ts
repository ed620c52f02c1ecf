import { noAnswers, type Answers } from '../../syntax/call-answers.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';
import { originsIn, tableAt, withTable } from '../domain/state.js';
import { changeTable, Fact, has, joinTables, type Entry, type Table } from '../domain/table.js';
import {
  never,
  other,
  promiseOf,
  responseOf,
  responsesIn,
  type ResponseValue,
  type Said,
  type State,
  type Value,
} from '../domain/value.js';
import { Flow } from '../flow/flow.js';
import { mapValue } from '../flow/substitute.js';
import { runFunction, type Done } from './functions.js';
import { shapeOf } from './shape.js';
import { returnedTests, type Summary } from './summary.js';

/** Helpers that call helpers are walked anew for each call: a few levels of that are enough. */
const deepestHelper = 4;

const helpersAround = ({ active, analysis, root }: Flow): number =>
  [...active].filter((fn) => analysis.isLocalHelper(fn, root)).length;

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
  const { analysis } = flow;
  if (flow.active.has(fn)) return unknownCall(flow, args, node);
  if (analysis.isLocalHelper(fn, flow.root)) {
    if (helpersAround(flow) < deepestHelper) {
      return flow.answering(answersOf(flow, fn, texts), () => runFunction(flow, fn, args, node));
    }
    flow.handOnCaptured(fn, node);
    return unknownCall(flow, args, node);
  }
  const shapes = args.slice(0, fn.params.length).map(shapeOf);
  args.forEach((arg, i) => {
    if (!shapes[i]) flow.handOn(arg, node);
  });
  if (!flow.state || (!shapes.some(Boolean) && !analysis.mayReturnResponse(fn))) {
    return { value: fn.async ? promiseOf(other) : other, failed: flow.state, returns: [] };
  }
  const summary = analysis.summary(fn, shapes, answersOf(flow, fn, texts));
  if (!summary) return unknownCall(flow, args, node);
  return apply(flow, fn, summary, args, node);
}

const answersOf = ({ analysis }: Flow, fn: FunctionNode, texts: readonly Node[] | undefined): Answers =>
  texts ? analysis.given.answers(fn, texts) : noAnswers;

function unknownCall(flow: Flow, args: readonly Value[], node: Node): Done {
  for (const arg of args) flow.handOn(arg, node);
  return { value: other, failed: flow.state, returns: [] };
}

function apply(flow: Flow, fn: FunctionNode, summary: Summary, args: readonly Value[], node: Node): Done {
  const before = flow.state;
  const given = new Map<number, ResponseValue>();
  summary.parameters.forEach((origin, i) => {
    const response =
      origin === undefined ? undefined : (responsesIn(args[i]!)[0] ?? (args[i] as { of?: ResponseValue }).of);
    if (origin !== undefined && response?.kind === 'response') given.set(origin, response);
  });
  const failed = relate(flow, before, summary.failed(), given, false);
  flow.state = relate(flow, before, summary.ends, given, true);
  if (!flow.state && (fn.async || summary.rejects)) {
    // It never returns, and whoever does not wait for it goes on all the same.
    flow.state = failed ?? before;
    return { value: promiseOf(never, failed), failed, returns: [] };
  }
  const value = substitute(flow, summary, given, node);
  return { value: fn.async ? promiseOf(value, failed) : value, failed, returns: [] };
}

/** Adds what the function did with each parameter to what had happened to its argument. */
function relate(
  flow: Flow,
  before: State | undefined,
  after: State | undefined,
  given: ReadonlyMap<number, ResponseValue>,
  records: boolean,
): State | undefined {
  if (!before || !after) return undefined;
  let state: State | undefined = before;
  for (const [parameter, response] of given) {
    const done = tableAt(after, parameter);
    for (const origin of response.origins) {
      flow.state = before;
      const strong = flow.pinsDown(response, origin);
      // Few functions let go of a response: of the others it need not be known who holds it.
      const held = done.some(isGone) && flow.isHeld(origin) ? Fact.live : 0;
      state = state && withTable(state, origin, (table) => compose(table, done, strong, held));
      if (records) noteFacts(flow, origin, parameter);
    }
  }
  return state;
}

function noteFacts(flow: Flow, origin: number, parameter: number): void {
  if (flow.isSilent) return;
  const [to, from] = [flow.analysis.origins.at(origin), flow.analysis.origins.at(parameter)];
  from.applied = true;
  to.touched ||= from.touched;
  for (const use of from.uses.keys()) flow.logUse(origin, use);
  to.helperTellsErrors ||= from.tellsErrors;
  to.passive ||= from.passive;
  to.awaited ||= from.awaited;
}

/** On this way the function does not give the response back. */
const isGone = (entry: Entry): boolean => !has(entry, Fact.live);

/** `held`: the caller still holds the response on the ways on which the function does not give it back. */
function compose(table: Table, done: Table, strong: boolean, held: number): Table {
  return changeTable(table, Fact.live, (entry) =>
    done.flatMap((step): Entry[] => {
      const common = entry.statuses.intersect(step.statuses);
      if (common.isEmpty) return [];
      return [
        {
          facts: (entry.facts & ~Fact.live) | held | step.facts | (strong ? 0 : Fact.branched),
          statuses: strong ? common : entry.statuses,
          use: entry.use ?? step.use,
          look: step.look ?? entry.look,
        },
      ];
    }),
  );
}

/** The value of the call: parameters become arguments again, and a response made inside is a new one of this call. */
function substitute(flow: Flow, summary: Summary, given: ReadonlyMap<number, ResponseValue>, node: Node): Value {
  if (!flow.state) return other;
  const tests = returnedTests(summary).filter(({ origin }) => given.has(origin));
  if (tests.length > 0 && !isNumber(summary.value)) {
    const says = tests.map(({ origin, whenTrue, whenFalse }): Said => ({
      of: given.get(origin)!,
      whenTrue,
      whenFalse,
    }));
    return { kind: 'test', says, isVague: tests.some(({ isVague }) => isVague), node };
  }
  const made = [...new Set(originsIn(summary.value))].filter((origin) => !summary.parameters.includes(origin));
  const fresh = made.length > 0 ? bear(flow, summary, made, node) : undefined;
  return mapValue(summary.value, (response) => {
    const origins = response.origins.flatMap(
      (origin) => given.get(origin)?.origins ?? (fresh === undefined ? [] : [fresh]),
    );
    return responseOf(
      [...new Set(origins)].sort((a, b) => a - b),
      response.maybeOther,
    );
  });
}

/** `(res) => res.status`: what it comes to is compared by whoever asks for it. */
const isNumber = (value: Value): boolean => value.kind === 'image' && typeof value.at?.(200) === 'number';

/** The response of a wrapper's call: what the wrapper looked at counts, and its use of the body is its own affair. */
function bear(flow: Flow, summary: Summary, made: readonly number[], node: Node): number {
  const tables = made.map((origin) => tableAt(summary.ends, origin));
  const joined = tables.reduce<Table>((a, b) => joinTables(a, b), []);
  const checks = made.some((origin) => flow.analysis.origins.at(origin).tellsErrors);
  const table = changeTable(joined, Fact.live, ({ facts, statuses, look }) => {
    const kept = facts & (Fact.live | Fact.handed | Fact.inspected | Fact.branched);
    // A look that tells no error from a success (redirects, 204) is none to whoever calls the wrapper.
    if (look && !checks && !(facts & Fact.branched)) return { facts: kept & ~Fact.inspected, statuses };
    return { facts: kept, statuses, look };
  });
  const inner = flow.analysis.origins.at(made[0]!);
  const methods = new Set(made.map((origin) => flow.analysis.origins.at(origin).method));
  const origin = flow.analysis.origins.ofWrapper(
    flow.root,
    node,
    inner.client,
    methods.size === 1 ? inner.method : undefined,
  );
  origin.helperTellsErrors = checks;
  for (const { facts, look } of table) {
    if (facts !== Fact.live) origin.touched = true; // `await post(url)`: the wrapper checks
    if (look) origin.earlierLooks.add(look);
  }
  flow.birth(
    origin,
    table.filter((entry) => has(entry, Fact.live)),
  );
  return origin.id;
}
