import type { TSESTree } from '@typescript-eslint/utils';
import type { Settings } from '../../models/settings.js';
import { File } from '../../syntax/file.js';
import { isFunction, type FunctionNode } from '../../syntax/nodes.js';
import type { Arguments } from '../../syntax/constants.js';
import { visit } from '../../syntax/visit.js';
import type { Shape } from '../domain/shape.js';
import type { Signature } from '../domain/signature.js';
import { FileFacts } from '../facts.js';
import type { Links } from './links.js';
import { Walks } from './walks.js';

/** The walks of a file that another one asks for one of its functions: of those functions alone that matter for it. */
export class ModuleWalks {
  private readonly walks: Walks;
  /** Functions whose calls were looked at. */
  private readonly prepared = new Set<FunctionNode>();

  constructor(
    private readonly file: File,
    private readonly links: Links,
    settings: Settings,
  ) {
    // What a test does is of no matter here: the file that asks is none.
    this.walks = new Walks(new FileFacts(file, { ...settings, checkTests: true }, links));
  }

  /** Undefined for a function that neither gets nor gives a response, and for one that is left alone. */
  signatureOf(fn: FunctionNode, shapes: readonly Shape[], args: Arguments): Signature | undefined {
    try {
      this.prepare(fn);
      const { facts } = this.walks;
      if (!shapes.some(Boolean) && !facts.mayReturnResponse(fn)) return undefined;
      return this.walks.signatureOf(fn, shapes, facts.callContexts.of(fn, args));
    } catch (error) {
      // Code nested deeper than the stack is left alone, as in the file that is linted.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  /** Finds out which of the functions that `fn` leads to give a response. */
  private prepare(fn: FunctionNode): void {
    if (this.prepared.has(fn)) return;
    const calls = this.callsFrom(fn);
    this.links.follow(calls);
    const { facts } = this.walks;
    facts.addObjectCalls();
    const reached = new Set(calls);
    const giving = calls.filter(
      (call) =>
        facts.sources.has(call) ||
        this.links.giving.has(call) ||
        // One that was looked at before.
        this.file.functionsOf(call.callee).some((one) => facts.mayReturnResponse(one)),
    );
    const queue = new Set(giving.map((call) => facts.rootOf(call)));
    for (const root of queue) {
      queue.delete(root);
      if (!isFunction(root)) continue;
      for (const call of this.callersAfter(root)) if (reached.has(call)) queue.add(facts.rootOf(call));
    }
  }

  /** Walks a function; its callers, where it turned out to give a response. */
  private callersAfter(root: FunctionNode): readonly TSESTree.CallExpression[] {
    const { facts } = this.walks;
    facts.origins.forget(root);
    const walked = this.walks.walkRoot(root);
    return walked && this.walks.noteReturns(root, walked) ? facts.file.callsOf(root) : [];
  }

  /** The calls in a function, and in those of this file that it leads to. */
  private callsFrom(fn: FunctionNode): TSESTree.CallExpression[] {
    const calls: TSESTree.CallExpression[] = [];
    const pending = [fn];
    for (let at = pending.pop(); at; at = pending.pop()) {
      if (this.prepared.has(at)) continue;
      this.prepared.add(at);
      visit(at, this.file.source.visitorKeys, (node) => {
        if (node.type !== 'CallExpression') return;
        calls.push(node);
        pending.push(...this.file.functionsOf(node.callee));
      });
    }
    return calls;
  }
}
