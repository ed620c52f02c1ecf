import type { TSESTree } from '@typescript-eslint/utils';
import { meaningOfNew } from '../models/call-model.js';
import type { Client } from '../models/index.js';
import { isInlining } from '../models/language.js';
import { isConsumed } from '../sources/consumers.js';
import { isObserving } from '../sources/observed.js';
import { receiverOf, type Source } from '../sources/source.js';
import { usedAsResponse, wordsOfResponse } from '../sources/used-as-response.js';
import type { File } from '../syntax/file.js';
import { callsGiven } from '../syntax/given-functions.js';
import { callOf, isFunction, isInside, memberName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { returnedBy } from '../syntax/visit.js';
import type { Imported } from './imported.js';

/** Which functions are run where they stand, in the walk of the function around them. Answers are cached. */
export class Inlining {
  private readonly known = new Map<FunctionNode, boolean>();
  /** Functions that an object with a response calls. */
  private readonly listeners: ReadonlySet<FunctionNode>;

  constructor(
    private readonly file: File,
    private readonly sources: ReadonlyMap<Node, Source>,
    private readonly imported: Imported,
    private readonly defaultClient: Client,
  ) {
    this.listeners = new Set(
      [...sources.values()].flatMap(({ listening }) => listening?.listeners.map(({ fn }) => fn) ?? []),
    );
  }

  has(fn: FunctionNode): boolean {
    let known = this.known.get(fn);
    if (known === undefined) this.known.set(fn, (known = this.isInlined(fn)));
    return known;
  }

  private isInlined(fn: FunctionNode): boolean {
    if (isConsumed(this.file, fn) || this.listeners.has(fn) || isObserving(this.sources, fn)) return true;
    const call = fn.parent;
    if (call.type === 'NewExpression') return meaningOfNew(call.callee) === 'promise';
    if (call.type !== 'CallExpression') return isCallee(fn);
    const callee = unwrap(call.callee);
    if (callee === fn) return true;
    if (callee.type === 'MemberExpression' && isInlining(memberName(callee))) return true;
    if (this.isGivenResponse(fn, call) || this.isForEvent(callee)) return true;
    // `retry(() => fetch(url))`: a call that gives back what its function gives.
    if (usedAsResponse(this.file, wordsOfResponse(this.clientIn(fn).members), call)) return true;
    return this.givesRequest(fn) && this.isCalledBy(fn, call);
  }

  /** Whether what a function gives back is a request of its own: `async () => { const res = await fetch(url); return res; }`. */
  private givesRequest(fn: FunctionNode): boolean {
    const isRequest = (node: Node): boolean => {
      const value = this.file.constantValue(node.type === 'AwaitExpression' ? node.argument : node);
      const request = value.type === 'AwaitExpression' ? unwrap(value.argument) : value;
      return this.sources.has(request) || this.imported.giving.has(request);
    };
    return returnedBy(fn, this.file.source.visitorKeys).some((node) => isRequest(unwrap(node)));
  }

  /** Whether a function that is passed in a call is called by what it is passed to, as far as that is known. */
  private isCalledBy(fn: FunctionNode, { callee, arguments: given }: TSESTree.CallExpression): boolean {
    const index = given.indexOf(fn as TSESTree.CallExpressionArgument);
    const functions = this.file.functionsOf(callee);
    if (functions.length > 0) return functions.every((one) => callsGiven(this.file, one, index));
    return !!this.imported.functionOf(callee);
  }

  /** `https.get(url, (res) => …)`. */
  private isGivenResponse(fn: FunctionNode, call: TSESTree.CallExpression): boolean {
    const source = this.sources.get(call);
    return !!source && receiverOf(source) === fn;
  }

  /** `res.on('end', () => …)` of a response that a callback is given. */
  private isForEvent(callee: Node): boolean {
    if (callee.type !== 'MemberExpression') return false;
    const object = unwrap(callee.object);
    if (object.type === 'CallExpression') return this.isForEvent(unwrap(object.callee));
    const definition = object.type === 'Identifier' ? this.file.variable(object)?.defs[0] : undefined;
    const fn = definition?.node as Node | undefined;
    if (!isFunction(fn) || fn.params[0] !== (definition!.name as Node)) return false;
    const source = fn.parent.type === 'CallExpression' ? this.sources.get(fn.parent) : undefined;
    return !!source?.client.givesTo && !!source.client.members.events?.methods.has(memberName(callee) ?? '');
  }

  /** The client of the first request in a function; the most common one where it makes none. */
  private clientIn(fn: FunctionNode): Client {
    for (const { call, client } of this.sources.values()) if (isInside(call, fn)) return client;
    return this.defaultClient;
  }
}

/** `(function () { … })()`, also behind parentheses that the parser keeps. */
const isCallee = (fn: FunctionNode): boolean => {
  let at: Node = fn;
  while (at.parent && at.parent.type !== 'CallExpression' && unwrap(at.parent) === fn) at = at.parent;
  return !!callOf(at);
};
