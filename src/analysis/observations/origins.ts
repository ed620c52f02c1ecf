import type { Client } from '../../models/index.js';
import type { Source } from '../../sources/source.js';
import { StatusSet } from '../../status/index.js';
import type { Node } from '../../syntax/nodes.js';
import { Observed, type Observation } from './observation.js';
import type { Origin } from './origin.js';

/** All places of a file where responses come from, and what was seen of each. */
export class Origins {
  private readonly all: { readonly origin: Origin; readonly observed: Observed }[] = [];
  private readonly byCall = new Map<Node, Map<Node, Origin>>();
  private readonly byHandler = new Map<Node, Map<Node, Origin>>();

  at(id: number): Origin {
    return this.all[id]!.origin;
  }

  seen(id: number): Observation {
    return this.all[id]!.observed;
  }

  /** The same, to be written into: by the flow, and by nobody else. */
  observed(id: number): Observed {
    return this.all[id]!.observed;
  }

  /** A call that gives a response, in the walk of a root function. */
  ofSource(root: Node, source: Source, statuses: StatusSet): Origin {
    const { call, client, callee, method, methods, isExact } = source;
    return this.ofCall(root, { call, client, callee, method, methods, isExact, statuses });
  }

  /** A call of a function of this file that gives one. */
  ofWrapper(root: Node, call: Node, client: Client, made: Pick<Origin, 'method' | 'isExact' | 'statuses'>): Origin {
    const callee = call.type === 'CallExpression' ? call.callee : call;
    return this.ofCall(root, { call, client, callee, ...made });
  }

  /** A parameter that stands for whatever response is passed. */
  ofParameter(client: Client, parameter: Node | undefined): Origin {
    return this.create({
      client,
      call: undefined,
      callee: parameter,
      method: undefined,
      isExact: false,
      statuses: StatusSet.all,
    });
  }

  /** What the error of a handler has of the answer, in the walk of a root function. */
  ofHandler(root: Node, handler: Node, client: Client, statuses: StatusSet): Origin {
    let origins = this.byHandler.get(root);
    if (!origins) this.byHandler.set(root, (origins = new Map<Node, Origin>()));
    let origin = origins.get(handler);
    if (!origin) {
      const place = {
        client,
        call: undefined,
        callee: undefined,
        method: undefined,
        isExact: false,
        statuses,
        handler,
      };
      origins.set(handler, (origin = this.create(place)));
    }
    return origin;
  }

  /** Forgets what an earlier walk of a root found: it did not know of all functions yet that give a response. */
  forget(root: Node): void {
    this.byCall.delete(root);
    this.byHandler.delete(root);
  }

  /** What the walk of a root function came across. */
  in(root: Node): readonly Origin[] {
    return [...(this.byCall.get(root)?.values() ?? [])];
  }

  /** The handlers that it came to. */
  handledIn(root: Node): readonly Origin[] {
    return [...(this.byHandler.get(root)?.values() ?? [])];
  }

  /** The parameters through which responses were looked at. */
  get parameters(): readonly Origin[] {
    return this.all.filter(({ origin, observed }) => !origin.call && observed.applied).map(({ origin }) => origin);
  }

  private create(place: Omit<Origin, 'id'>): Origin {
    const origin: Origin = { id: this.all.length, ...place };
    this.all.push({ origin, observed: new Observed() });
    return origin;
  }

  private ofCall(root: Node, place: Omit<Origin, 'id'> & { readonly call: Node }): Origin {
    let origins = this.byCall.get(root);
    if (!origins) this.byCall.set(root, (origins = new Map<Node, Origin>()));
    let origin = origins.get(place.call);
    if (!origin) origins.set(place.call, (origin = this.create(place)));
    return origin;
  }
}
