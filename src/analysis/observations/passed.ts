import { StatusSet } from '../../status/index.js';
import type { File } from '../../syntax/file.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';

/**
 * With which statuses the calls of this file pass a response to a function: a helper that is only called behind
 * `if (!res.ok) throw …` never gets an error.
 */
export class Passed {
  private readonly byParameter = new Map<Node, { statuses: StatusSet; readonly calls: Set<Node> }>();

  constructor(private readonly file: File) {}

  note(parameter: Node, call: Node, statuses: StatusSet): void {
    const known = this.byParameter.get(parameter);
    if (!known) this.byParameter.set(parameter, { statuses, calls: new Set([call]) });
    else {
      known.statuses = known.statuses.union(statuses);
      known.calls.add(call);
    }
  }

  /** Every status, where somebody else may call the function, or where a call was never come to. */
  to(parameter: Node | undefined): StatusSet {
    const known = parameter && this.byParameter.get(parameter);
    const calls = known && this.file.onlyCallsOf(parameter.parent as FunctionNode);
    return calls?.every((call) => known!.calls.has(call)) ? known!.statuses : StatusSet.all;
  }
}
