import { isFunction, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Walked } from './calls/walked.js';
import { joinAll, joinStates } from './domain/state.js';
import { constant, responseOf, type Value } from './domain/value.js';
import { Flow } from './flow/flow.js';
import { functionFrame } from './flow/frames.js';
import { Walks } from './interpreter/walks.js';
import { errorReportOf, reportOf, type ErrorReport, type ResponseReport } from './report.js';

/** What the walk of a root function found. */
export interface RootReports {
  readonly responses: readonly ResponseReport[];
  readonly errors: readonly ErrorReport[];
}

const nothing: RootReports = { responses: [], errors: [] };

/** Walks a root function, or the program; `enqueue` is given the calls whose functions have to be walked again. */
export function walkRoot(walks: Walks, root: Node, enqueue: (call: Node) => void): RootReports {
  const { facts } = walks;
  const { origins } = facts;
  try {
    origins.forget(root);
    const flow = isFunction(root) ? walkFunction(walks, root, enqueue) : walkProgram(walks, root);
    if (!flow) return nothing;
    const [seen, ends] = [(id: number) => origins.seen(id), (id: number) => flow.table(id)];
    return {
      responses: facts.originsOf(root).map((origin) => reportOf(facts, origin, seen(origin.id), ends(origin.id))),
      errors: origins.handledIn(root).map((origin) => errorReportOf(origin, seen(origin.id), ends(origin.id))),
    };
  } catch (error) {
    // Code nested deeper than the stack, or too deep to be worth its cost, is left alone: ESLint must not stop for it.
    if (error instanceof RangeError) return nothing;
    throw error;
  }
}

/** Undefined for a function that is left alone: what was seen of it on the way is half of it. */
function walkFunction(walks: Walks, root: FunctionNode, enqueue: (call: Node) => void): Flow | undefined {
  const walked = walks.walkRoot(root);
  if (!walked) return undefined;
  const { facts } = walks;
  if (walks.noteReturns(root, walked)) facts.file.callsOf(root).forEach(enqueue);
  const { flow } = walked;
  if (!facts.conventions.assertsEnd(root)) return finish(flow, walked);
  // How it ends is what is asserted.
  for (const { id } of facts.originsOf(root)) flow.see(responseOf([id]), 'tolerated');
  return finish(flow, walked, (value) => flow.inspect(value));
}

function walkProgram(walks: Walks, root: Node): Flow {
  const flow = walks.begin(root);
  // CommonJS modules may return at the top level.
  const frame = flow.within(functionFrame(undefined), () => {
    flow.execute(root);
    flow.jump({ kind: 'return', value: constant(undefined), node: root });
  });
  return finish(flow, { returns: frame.returns, exit: joinAll(frame.exits) });
}

/** What a function returns is handed on to its caller; the joined ends are the flow's last state. */
function finish(
  flow: Flow,
  { returns, exit }: Pick<Walked, 'returns' | 'exit'>,
  take: (value: Value, node: Node) => void = (value, node) => flow.handOn(value, node),
): Flow {
  flow.joined(returns.map(({ value, node, state }) => [state, () => take(value, node)] as const));
  flow.state = joinStates(flow.state, exit);
  return flow;
}
