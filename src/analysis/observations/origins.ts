import type { Client } from '../../models/index.js';
import type { Node } from '../../syntax/nodes.js';
import type { Source } from '../../sources/find.js';
import { Origin } from './origin.js';

/** All places of a file where responses come from. Each has a number, by which states know it. */
export class Origins {
  private readonly all: Origin[] = [];
  private readonly byCall = new Map<Node, Map<Node, Origin>>();

  at(id: number): Origin {
    return this.all[id]!;
  }

  /** A call that gives a response, in the walk of a root function. */
  ofSource(root: Node, { call, client, callee, method }: Source): Origin {
    return this.ofCall(root, call, client, callee, method);
  }

  /** A call of a function of this file that gives one. */
  ofWrapper(root: Node, call: Node, client: Client, method: string | undefined): Origin {
    const callee = call.type === 'CallExpression' ? call.callee : call;
    return this.ofCall(root, call, client, callee, method);
  }

  /** A parameter that stands for whatever response is passed. */
  ofParameter(client: Client, parameter: Node | undefined): Origin {
    return this.create(client, undefined, parameter, undefined);
  }

  /** Forgets what an earlier walk of a root found: it did not know of all functions yet that give a response. */
  forget(root: Node): void {
    this.byCall.delete(root);
  }

  /** What the walk of a root function came across. */
  in(root: Node): readonly Origin[] {
    return [...(this.byCall.get(root)?.values() ?? [])];
  }

  /** The parameters through which responses were looked at. */
  get parameters(): readonly Origin[] {
    return this.all.filter((origin) => !origin.call && origin.applied);
  }

  private create(client: Client, call?: Node, callee?: Node, method?: string): Origin {
    const origin = new Origin(this.all.length, client, call, callee, method);
    this.all.push(origin);
    return origin;
  }

  private ofCall(root: Node, call: Node, client: Client, callee: Node, method: string | undefined): Origin {
    let origins = this.byCall.get(root);
    if (!origins) this.byCall.set(root, (origins = new Map<Node, Origin>()));
    let origin = origins.get(call);
    if (!origin) origins.set(call, (origin = this.create(client, call, callee, method)));
    return origin;
  }
}
