import { isInside, type FunctionNode, type Node } from '../../syntax/nodes.js';
import * as intMap from '../domain/int-map.js';
import { Fact, has, mark, spentIn, statusesOf, withoutSpent } from '../domain/table.js';
import type { ResponseValue } from '../domain/value.js';
import { Notes } from './notes.js';

/** What becomes of the body as a stream, and with which statuses a path leaves or begins again. */
export abstract class Bodies extends Notes {
  /** The body of a response is read, by a method of this name, for whatever purpose; of a stream a second time throws. */
  spend(response: ResponseValue, node: Node, name: string): void {
    this.readAt(response, node, name);
    // Of several it is not known which, so none is.
    if (response.origins.length > 1) this.see(response, 'copied');
    else
      for (const origin of response.origins) {
        if (!this.facts.origins.at(origin).client.members.stream) continue;
        this.change(origin, (table) => mark(table, Fact.spent, { spender: node }));
      }
  }

  /** Something needs a body that is not spent: `res.json()`, `res.clone()`. */
  readAt(response: ResponseValue, node: Node, name: string): void {
    for (const origin of response.origins) {
      const table = this.table(origin);
      const { statuses: spent, spender } = spentIn(table);
      this.noteRead(origin, node, { name, statuses: statusesOf(table, Fact.live), spent, spender });
    }
  }

  /** The body is not spent after all: its reader gave it free, or it is looked at whether it is. */
  unspend(response: ResponseValue): void {
    for (const origin of response.origins) this.change(origin, withoutSpent);
  }

  /** The reason phrase of a response is read. */
  notePhrase(response: ResponseValue, node: Node): void {
    for (const origin of response.origins)
      this.noteArrival(origin, 'phrases', node, statusesOf(this.table(origin), Fact.live));
  }

  /** An exception is thrown: responses whose failures alone come here may not be read any more. */
  noteThrow(node: Node): void {
    intMap.each(this.state?.failureRegions, (_, origin) => {
      const live = this.table(origin).filter((entry) => has(entry, Fact.live));
      const unread = live.filter(({ facts }) => (facts & (Fact.spent | Fact.used | Fact.handed)) === 0);
      this.noteArrival(origin, 'throws', node, statusesOf(live));
      if (unread.length > 0) this.noteArrival(origin, 'leftUnread', node, statusesOf(unread));
    });
  }

  /** A function that is being walked calls itself. */
  noteRecursion(fn: FunctionNode, node: Node): void {
    intMap.each(this.state?.tables, (table, id) => {
      const { call } = this.facts.origins.at(id);
      const statuses = statusesOf(table, Fact.live);
      if (call && isInside(call, fn) && !statuses.isEmpty) this.noteArrival(id, 'recursions', node, statuses);
    });
  }
}
