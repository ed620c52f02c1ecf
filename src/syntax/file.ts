import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Callees } from './callees.js';
import { Calls } from './calls.js';
import { callOf, type FunctionNode, type Node } from './nodes.js';
import { isExported, Variables } from './variables.js';
import type { Vocabulary } from './vocabulary.js';

/** One file as the analysis sees it: its calls, its functions, and the places of its text. */
export class File extends Variables {
  readonly callees: Callees;
  private readonly callsBy = new Map<FunctionNode, readonly TSESTree.CallExpression[]>();
  private readonly places = new Map<string, Node>();
  private readonly found = new Map<unknown, unknown>();

  constructor(
    source: TSESLint.SourceCode,
    readonly calls: Calls,
    readonly vocabulary: Vocabulary,
  ) {
    super(source);
    this.callees = new Callees(this, vocabulary);
  }

  /** What is found out of this file once, by the one thing that it depends on beside the file. */
  once<T>(key: object, find: () => T): T {
    if (!this.found.has(key)) this.found.set(key, find());
    return this.found.get(key) as T;
  }

  /** Where a node stands, as text: a signature says it so. */
  placeOf(node: Node): string {
    const place = node.range.join('-');
    this.places.set(place, node);
    return place;
  }

  /** The node of a place that was asked for in this file. */
  nodeAt(place: string): Node | undefined {
    return this.places.get(place);
  }

  /** The functions of this file that a callee can mean; empty for one that is not in this file. */
  functionsOf(callee: Node): readonly FunctionNode[] {
    return this.callees.of(callee);
  }

  /** The calls of a function, as far as its names lead to them. */
  callsOf(fn: FunctionNode): readonly TSESTree.CallExpression[] {
    let calls = this.callsBy.get(fn);
    if (!calls) {
      const named = [...this.callees.namesOf(fn)].flatMap((name) => this.calls.named(name));
      this.callsBy.set(fn, (calls = named.filter((call) => this.functionsOf(call.callee).includes(fn))));
    }
    return calls;
  }

  /** The calls of a function that is only ever called by its name, and only in this file; undefined for any other. */
  onlyCallsOf(fn: FunctionNode): readonly TSESTree.CallExpression[] | undefined {
    const variable = this.variableOf(fn);
    if (variable?.defs.length !== 1 || isExported(variable)) return undefined;
    const calls: TSESTree.CallExpression[] = [];
    for (const { identifier, init } of variable.references) {
      if (init) continue;
      const call = callOf(identifier);
      if (!call) return undefined;
      calls.push(call);
    }
    return calls;
  }
}
