import { getStaticValue } from '@eslint-community/eslint-utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../../models/index.js';
import { sourceAt } from '../../sources/find.js';
import type { ObjectCall } from '../../sources/object-requests.js';
import type { ByType } from '../../sources/imports/by-type.js';
import type { Meaning } from '../../sources/imports/meaning.js';
import type { Module } from '../../sources/imports/modules.js';
import { tryTo } from '../../sources/imports/reader.js';
import { mayBeResponse, type IsGiven } from '../../sources/imports/signs.js';
import { wordsOfAny } from '../../sources/used-as-response.js';
import { anyArguments, argumentsOf, type Arguments } from '../../syntax/constants.js';
import { File } from '../../syntax/file.js';
import { callOf, lastName, memberName, unwrapTypes, type FunctionNode, type Node } from '../../syntax/nodes.js';
import type { Shape } from '../domain/shape.js';
import type { Signature } from '../domain/signature.js';
import { freshTable } from '../domain/table.js';
import { checkerSignature, requestSignature, type Imported, type ImportedFunction } from '../imported.js';

/** What is asked of other files, whichever file asks. */
export interface Elsewhere {
  /** See `Meanings.of`. */
  meaningOf(module: Module, expression: Node, mustLead: boolean): Meaning | undefined;
  /** A function of another file, by what its body does. */
  functionOf(module: Module, fn: FunctionNode): ImportedFunction | undefined;
}

/** What the imports of one file lead to. */
export class Links implements Imported {
  readonly giving: Map<Node, ImportedFunction> = new Map();
  readonly objectCalls: Map<TSESTree.CallExpression, ObjectCall> = new Map();
  /** The files that make these objects. */
  private readonly modules = new Map<File, Module>();
  private readonly functions = new Map<Node, ImportedFunction | undefined>();

  constructor(
    private readonly module: Module,
    private readonly elsewhere: Elsewhere,
    private readonly clients: readonly Client[],
    /** Whether somebody gets what a function of this file returns. */
    private readonly isGiven: IsGiven,
    /** What types say, of the file that is linted alone. */
    private readonly byType?: ByType,
  ) {}

  /** Looks which of these calls give a response. */
  follow(calls: readonly TSESTree.CallExpression[]): void {
    const { file } = this.module;
    const asked = calls.filter((call) => this.mayGiveResponse(call));
    this.byType?.prepare(asked.filter((call) => this.isAskedByType(call)));
    for (const call of asked) {
      const meaning = this.meaningOf(call.callee, true) ?? this.typedMeaningOf(call);
      const found = objectCallOf(meaning);
      if (found) this.noteObjectCall(call, found, meaning!.module);
      const fn = meaning?.kind === 'request' ? requestAt(file, call, meaning.client) : this.functionBy(meaning);
      if (fn && givesResponse(fn, argumentsOf(file, call.arguments))) this.giving.set(call, fn);
    }
  }

  /** Whether a call may give a response that is made in another file. */
  private mayGiveResponse(call: TSESTree.CallExpression): boolean {
    const { file } = this.module;
    if (this.giving.has(call) || !this.mayBeElsewhere(call.callee)) return false;
    if (file.functionsOf(call.callee).length > 0) return false;
    return this.mayBeObjectCall(call) || mayBeResponse(file, wordsOfAny(this.clients), call, this.isGiven);
  }

  /** A function that stands where it is called is in this file; what a global is, only its type can say. */
  private mayBeElsewhere(callee: Node): boolean {
    const node = unwrapTypes(callee);
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false;
    const root = rootOf(node);
    return !!this.byType || root.type !== 'Identifier' || !this.module.file.isGlobal(root);
  }

  /** What a call means by its type. */
  private typedMeaningOf(call: TSESTree.CallExpression): Meaning | undefined {
    return this.byType && this.isAskedByType(call) ? this.byType.meaningOf(this.module, call) : undefined;
  }

  /** Whether neither this file nor an import says what a call means. */
  private isAskedByType(call: TSESTree.CallExpression): boolean {
    const callee = unwrapTypes(call.callee);
    if (callee.type === 'Identifier' && this.module.file.isGlobal(callee)) return false;
    // `res.json()` gives no response, whatever `res` is.
    if (wordsOfAny(this.clients).readers.has(lastName(callee) ?? '')) return false;
    return !this.elsewhere.meaningOf(this.module, callee, true);
  }

  /** `api.get(url)`: a method that has the name of a client's; `await api(url)`, where `api` is imported. */
  private mayBeObjectCall({ callee }: TSESTree.CallExpression): boolean {
    const node = unwrapTypes(callee);
    // `map.get(key)` is no request: nobody waits for it.
    if (!isWaitedFor(node.parent!)) return false;
    if (node.type === 'Identifier') return this.isImport(node);
    const name = node.type === 'MemberExpression' ? memberName(node) : undefined;
    return name !== undefined && methodsOf(this.clients).has(name);
  }

  private isImport(name: TSESTree.Identifier): boolean {
    return this.module.file.variable(name)?.defs[0]?.type === ('ImportBinding' as never);
  }

  private noteObjectCall(call: TSESTree.CallExpression, found: ObjectCall, module: Module): void {
    this.objectCalls.set(call, found);
    this.modules.set(module.file, module);
  }

  /** See `Imported`: of a function in the file of an object. */
  signatureOf(file: File, fn: FunctionNode, shapes: readonly Shape[]): Signature | undefined {
    const module = this.modules.get(file);
    return module && this.elsewhere.functionOf(module, fn)?.signature(shapes, anyArguments);
  }

  functionOf(callee: Node): ImportedFunction | undefined {
    if (!this.functions.has(callee)) {
      this.functions.set(callee, this.functionBy(this.meaningOf(callee, false)) ?? this.typedFunctionOf(callee));
    }
    return this.functions.get(callee);
  }

  /** By its type, a function is what its declaration leads to; where nothing does, what it says of its parameters. */
  private typedFunctionOf(callee: Node): ImportedFunction | undefined {
    const call = this.byType && callOf(callee);
    if (!call) return undefined;
    const meaning = this.typedMeaningOf(call);
    if (meaning) return this.functionBy(meaning);
    const checker = this.byType.checkerAt(call);
    const signature = checker && checkerSignature(checker);
    return signature && { isAsync: false, parameters: signature.parameters.length, signature: () => signature };
  }

  isFollowed(callee: Node): boolean {
    const call = this.byType && callOf(callee);
    if (this.meaningOf(callee, false)) return true;
    return !!call && (this.byType.givesOther(call) || this.typedMeaningOf(call)?.kind === 'function');
  }

  neverReturns(call: TSESTree.CallExpression): boolean {
    return !!this.byType?.neverReturns(call);
  }

  constantOf(node: Node): { readonly value: unknown } | undefined {
    const meaning = this.meaningOf(node, false);
    const owner = node.type === 'MemberExpression' ? node.object : node;
    if (!meaning && owner.type === 'Identifier' && this.isImport(owner)) return this.byType?.valueOf(node);
    if (meaning?.kind !== 'expression') return undefined;
    const { source } = meaning.module.file;
    return tryTo(() => getStaticValue(meaning.node as never, source.getScope(meaning.node) as never)) ?? undefined;
  }

  private functionBy(meaning: Meaning | undefined): ImportedFunction | undefined {
    return meaning?.kind === 'function' ? this.elsewhere.functionOf(meaning.module, meaning.node) : undefined;
  }

  /** What another file says that an expression is. */
  private meaningOf(node: Node, mustLead: boolean): Meaning | undefined {
    const meaning = this.elsewhere.meaningOf(this.module, node, mustLead);
    return meaning?.module.path === this.module.path ? undefined : meaning;
  }
}

/** The call of a client's object that a callee means: a method of it, or the object itself. */
function objectCallOf(meaning: Meaning | undefined): ObjectCall | undefined {
  if (meaning?.kind === 'client method') return { instance: meaning.instance, method: meaning.name };
  if (meaning?.kind !== 'client' || !meaning.instance.object.isCalled) return undefined;
  return { instance: meaning.instance, method: undefined };
}

const methods = new WeakMap<readonly Client[], ReadonlySet<string>>();

/** The methods of all objects of clients. */
function methodsOf(clients: readonly Client[]): ReadonlySet<string> {
  let names = methods.get(clients);
  if (!names) {
    const objects = clients.flatMap((client) => client.objects ?? []);
    methods.set(clients, (names = new Set(objects.flatMap((object) => [...object.methods]))));
  }
  return names;
}

/** `await api(url)`, `api(url).then(…)`. */
const isWaitedFor = ({ parent }: Node): boolean =>
  parent?.type === 'AwaitExpression' || (parent?.type === 'MemberExpression' && memberName(parent) === 'then');

/** `a` of `a.b.c`. */
function rootOf(node: Node): Node {
  let at = node;
  while (at.type === 'MemberExpression') at = unwrapTypes(at.object);
  return at;
}

/** `request(url)`, where another file says that `request` is `fetch`. */
function requestAt(file: File, call: TSESTree.CallExpression, client: Client): ImportedFunction | undefined {
  const source = sourceAt(file, call, client);
  const signature = source && requestSignature(source, freshTable(client.statuses));
  return signature && { isAsync: false, parameters: 0, signature: () => signature };
}

function givesResponse(fn: ImportedFunction, args: Arguments): boolean {
  const signature = fn.signature(
    Array.from({ length: fn.parameters }, () => ''),
    args,
  );
  return !!signature && signature.ends && signature.made.length > 0;
}
