import type { TSESTree } from '@typescript-eslint/utils';
import { CallModel } from '../models/call-model.js';
import { Conventions } from '../models/conventions.js';
import { clients, type Client } from '../models/index.js';
import type { Settings } from '../models/settings.js';
import { DeclaredTypes } from '../sources/declared.js';
import { addObjectCalls, findSources } from '../sources/find.js';
import type { Source } from '../sources/source.js';
import { findHandlers, type Handler } from '../sources/handlers.js';
import { CallContexts } from '../syntax/call-context.js';
import { File } from '../syntax/file.js';
import { enclosingFunction, isInside, type FunctionNode, type Loop, type Node } from '../syntax/nodes.js';
import { asksAgain, repeatsRequest } from '../sources/polling.js';
import { StableConditions } from '../syntax/stable-conditions.js';
import { isExported, type Variable } from '../syntax/variables.js';
import { Branches } from './branches.js';
import { Catchers } from './catching/catchers.js';
import { ErrorChannels } from './catching/channels.js';
import { nothingImported, type Imported } from './imported.js';
import { Inlining } from './inlining.js';
import type { Origin } from './observations/origin.js';
import { Origins } from './observations/origins.js';
import { Passed } from './observations/passed.js';

/** What the walks of one file share: sources, origins, and what the text says without a walk. Results are cached. */
export class FileFacts {
  readonly clients: readonly Client[];
  readonly conventions: Conventions;
  readonly callModel: CallModel;
  readonly branches: Branches;
  readonly catchers: Catchers;
  readonly channels: ErrorChannels;
  readonly stableConditions: StableConditions;
  readonly callContexts: CallContexts;
  readonly sources: Map<Node, Source>;
  readonly declaredTypes: DeclaredTypes;
  readonly defaultClient: Client = clients[0]!;
  readonly origins: Origins = new Origins();
  readonly passed: Passed;
  private found: ReadonlyMap<Node, Handler> | undefined;
  private readonly returning = new Set<FunctionNode>();
  private readonly shared = new Map<Node, Map<Variable, boolean>>();
  private readonly helpers = new Map<FunctionNode, boolean>();
  private readonly inlining: Inlining;
  private readonly loops = new Map<FunctionNode, TSESTree.ForOfStatement | undefined>();
  private readonly repeating = new Map<Loop, Map<Node, boolean>>();

  constructor(
    readonly file: File,
    private readonly settings: Settings,
    readonly imported: Imported = nothingImported,
  ) {
    this.clients = settings.clients;
    this.conventions = new Conventions(file, settings);
    this.callModel = new CallModel(file, this.conventions);
    this.branches = new Branches(file, this.conventions);
    this.catchers = new Catchers(file);
    this.channels = new ErrorChannels(file, this.catchers);
    this.stableConditions = new StableConditions(file);
    this.callContexts = new CallContexts(file);
    this.passed = new Passed(file);
    this.sources = findSources(file, settings, imported);
    this.inlining = new Inlining(file, this.sources, imported, this.defaultClient);
    const requests = new Set(settings.clients.flatMap(({ globals }) => globals));
    this.declaredTypes = new DeclaredTypes(file, (name) => requests.has(name));
  }

  /** What gets the error of a request and looks for the answer in it. */
  get handlers(): ReadonlyMap<Node, Handler> {
    const { file, settings } = this;
    return (this.found ??= findHandlers(file, settings.clients, settings.checkTests));
  }

  /** Takes in the calls of objects that other files make, once the imports were followed further. */
  addObjectCalls(): void {
    addObjectCalls(this.file, this.settings, this.imported, this.sources);
  }

  /** The origins whose calls belong to the walk of a root function. */
  originsOf(root: Node): readonly Origin[] {
    return this.origins.in(root).filter((origin) => this.rootOf(origin.call!) === root);
  }

  /** The root whose walk runs a node: the innermost function around it that is not inlined. */
  rootOf(node: Node): Node {
    let fn = enclosingFunction(node);
    while (fn) {
      const place = this.placeOf(fn);
      if (!place) return fn;
      fn = enclosingFunction(place);
    }
    return this.file.source.ast;
  }

  /** Where a function is run that is run in the walk of another one: where it stands, or in a loop over its values. */
  private placeOf(fn: FunctionNode): Node | undefined {
    return this.isInlined(fn) ? fn : this.loopOver(fn);
  }

  /** The loop that takes the values of a generator one by one, where nothing else calls it: `for await (const r of pages())`. */
  loopOver(fn: FunctionNode): TSESTree.ForOfStatement | undefined {
    if (!fn.generator) return undefined;
    if (!this.loops.has(fn)) this.loops.set(fn, this.findLoopOver(fn));
    return this.loops.get(fn);
  }

  private findLoopOver(fn: FunctionNode): TSESTree.ForOfStatement | undefined {
    const [call, other] = this.file.onlyCallsOf(fn) ?? [];
    const loop = call?.parent;
    // A generator that takes its own values has no end.
    if (other || loop?.type !== 'ForOfStatement' || loop.right !== call || isInside(loop, fn)) return undefined;
    return enclosingFunction(loop)?.generator ? undefined : loop;
  }

  /** Whether a function is run where it stands: a callback of `then` or `map`, an executor, `(() => …)()`. */
  isInlined(fn: FunctionNode): boolean {
    return this.inlining.has(fn);
  }

  /** Whether a function is a helper of `root` that shares its variables: declared in it, and only ever called. */
  isLocalHelper(fn: FunctionNode, root: Node): boolean {
    if (fn === root || !isInside(fn, root) || root.type === 'Program') return false;
    let cached = this.helpers.get(fn);
    if (cached === undefined) this.helpers.set(fn, (cached = !!this.file.onlyCallsOf(fn) && !this.hasSource(fn)));
    return cached;
  }

  private hasSource(fn: FunctionNode): boolean {
    for (const call of this.sources.keys()) if (isInside(call, fn)) return true;
    for (const call of this.imported.giving.keys()) if (isInside(call, fn)) return true;
    for (const wrapper of this.returning) {
      if (this.file.callsOf(wrapper).some((call) => isInside(call, fn))) return true;
    }
    return false;
  }

  /** Whether code outside the walk of `root` can read or write a variable, so that what is assigned to it escapes. */
  isShared(variable: Variable, root: Node): boolean {
    let cached = this.shared.get(root);
    if (!cached) this.shared.set(root, (cached = new Map<Variable, boolean>()));
    let answer = cached.get(variable);
    if (answer === undefined) {
      answer =
        !this.isLocal(variable, root) ||
        isExported(variable) ||
        variable.references.some((r) => !this.belongs(r.identifier, root));
      cached.set(variable, answer);
    }
    return answer;
  }

  isWrittenElsewhere(variable: Variable, root: Node): boolean {
    return variable.references.some((r) => r.isWrite() && !this.belongs(r.identifier, root));
  }

  isLocal(variable: Variable, root: Node): boolean {
    const [identifier] = variable.identifiers;
    return !!identifier && this.belongs(identifier, root);
  }

  /** Whether a node is run in the walk of `root`. */
  private belongs(node: Node, root: Node): boolean {
    let fn = enclosingFunction(node);
    while (fn && fn !== root) {
      const place = this.isLocalHelper(fn, root) ? fn : this.placeOf(fn);
      if (!place) return false;
      fn = enclosingFunction(place);
    }
    return fn === root || (!fn && root.type === 'Program');
  }

  /** Whether a loop repeats the request of a call with every turn: `while (true) { res = await fetch(url); … }`. */
  repeats(call: Node, loop: Loop): boolean {
    let cached = this.repeating.get(loop);
    if (!cached) this.repeating.set(loop, (cached = new Map<Node, boolean>()));
    let answer = cached.get(call);
    if (answer === undefined) cached.set(call, (answer = repeatsRequest(this.file, call, loop)));
    return answer;
  }

  /** The same of any loop but one over a list: `for (let i = 0; i < 3; i++) { … }`. */
  asksAgain(call: Node, loop: Loop): boolean {
    return asksAgain(this.file, call, loop);
  }

  mayReturnResponse(fn: FunctionNode): boolean {
    return this.returning.has(fn);
  }

  /** Notes that a function returns a response; true the first time. */
  noteReturning(fn: FunctionNode): boolean {
    if (this.returning.has(fn)) return false;
    this.returning.add(fn);
    return true;
  }

  /** Forgets whether a function is a helper: a function that it calls turned out to return a response. */
  forgetHelper(fn: FunctionNode): void {
    this.helpers.delete(fn);
  }
}
