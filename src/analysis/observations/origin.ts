import type { Client } from '../../models/index.js';
import { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';

/**
 * Where responses come from: a call of this file, or a parameter that one is passed for. What is seen of it stands
 * apart.
 */
export interface Origin {
  /** The number by which states refer to it. */
  readonly id: number;
  readonly client: Client;
  /** The call that gives the response; undefined for a parameter. */
  readonly call: Node | undefined;
  /** Where a report stands. */
  readonly callee: Node | undefined;
  readonly method: string | undefined;
  /** The statuses that it has where the call gives it. */
  readonly statuses: StatusSet;
  /** The request asks for an answer of which 200 is told from other successes on purpose. */
  readonly isExact: boolean;
  /** The methods that callers in this file give to the function around the call. */
  readonly methods?: ReadonlySet<string>;
  /** The handler that gets the error whose answer it is. */
  readonly handler?: Node;
}
