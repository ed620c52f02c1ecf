import type { TSESTree } from '@typescript-eslint/utils';
import type { ClientObject } from '../models/index.js';
import type { File } from '../syntax/file.js';
import {
  isFunction,
  isUndefined,
  memberName,
  propertyNamed,
  unwrap,
  type FunctionNode,
  type Node,
} from '../syntax/nodes.js';
import { returnedBy } from '../syntax/visit.js';
import type { Instance } from './instance.js';

type Middleware = NonNullable<ClientObject['middleware']>;

/** What functions between the answer and the caller do to what the caller gets. */
type Effect = 'none' | 'vague' | 'other';

/** The functions that a file sets between an instance's answers and its callers: `api.interceptors.response.use(…)`. */
export class Interceptors {
  private readonly known = new Map<Node | string, Effect>();

  constructor(
    private readonly file: File,
    private readonly instanceOf: (node: Node) => Instance | undefined,
  ) {}

  /** The instance with its interceptors; undefined where the caller gets something else than the response. */
  applied(instance: Instance): Instance | undefined {
    const { made, object } = instance;
    const { interceptors: path, middleware } = object;
    if (!path && !middleware) return instance;
    if (!this.known.has(made)) {
      this.known.set(made, 'none'); // an interceptor that repeats the request
      this.known.set(made, path ? this.effectOn(made, path) : this.effectOfMiddleware(made, middleware!));
    }
    const effect = this.known.get(made);
    if (effect === 'other') return undefined;
    return effect === 'vague' ? { ...instance, isVague: true } : instance;
  }

  private effectOn(made: Node | string, path: readonly string[]): Effect {
    const calls = this.file.calls.named(path.at(-1)!).filter((call) => {
      const owner = ownerOf(call.callee, path);
      return owner && this.instanceOf(owner)?.made === made;
    });
    const effects = calls.map(({ arguments: [fulfilled, rejected] }) => this.effectOf(fulfilled, rejected));
    return effects.find((one) => one === 'other') ?? effects.find((one) => one === 'vague') ?? 'none';
  }

  /** `client.use({ onResponse({ response }) { … } })`: it may throw, or give another response. */
  private effectOfMiddleware(made: Node | string, { method, property }: Middleware): Effect {
    const given = this.file.calls
      .named(method)
      .filter(({ callee }) => callee.type === 'MemberExpression' && this.instanceOf(callee.object)?.made === made)
      .flatMap((call) => call.arguments)
      .map((argument) => this.file.constantValue(argument));
    const isBeside = (one: Node) => one.type === 'ObjectExpression' && propertyNamed(one, property) === null;
    return given.every(isBeside) ? 'none' : 'vague';
  }

  private effectOf(fulfilled: Node | undefined, rejected: Node | undefined): Effect {
    const [passes, recovers] = [this.functionOf(fulfilled), this.functionOf(rejected)];
    if (passes === 'unknown' || (passes && !this.returnsOnly(passes, (value) => isParameter(passes, value)))) {
      return 'other';
    }
    if (!recovers) return 'none';
    return recovers !== 'unknown' && this.returnsOnly(recovers, (value) => this.isAgain(value)) ? 'none' : 'vague';
  }

  private functionOf(node: Node | undefined): FunctionNode | 'unknown' | undefined {
    if (!node) return undefined;
    const value = this.file.constantValue(node);
    if (value.type === 'Literal' || isUndefined(value)) return undefined;
    return isFunction(value) ? value : (this.file.functionsOf(value)[0] ?? 'unknown');
  }

  private returnsOnly(fn: FunctionNode, isSo: (value: Node) => boolean): boolean {
    return returnedBy(fn, this.file.source.visitorKeys).every((value) => isSo(this.file.constantValue(value)));
  }

  /** `Promise.reject(error)`, or the request once more: `api(error.config)`. */
  private isAgain(value: Node): boolean {
    const node = value.type === 'AwaitExpression' ? unwrap(value.argument) : value;
    if (node.type !== 'CallExpression') return false;
    const callee = unwrap(node.callee);
    if (callee.type === 'MemberExpression' && memberName(callee) === 'reject') return true;
    return !!this.instanceOf(callee) || (callee.type === 'MemberExpression' && !!this.instanceOf(callee.object));
  }
}

const isParameter = ({ params: [first] }: FunctionNode, value: Node): boolean =>
  first?.type === 'Identifier' && value.type === 'Identifier' && value.name === first.name;

/** `api` of `api.interceptors.response.use`; undefined for a callee that is no such path. */
export function ownerOf(callee: TSESTree.Node, path: readonly string[]): Node | undefined {
  let at = unwrap(callee);
  for (const name of path.toReversed()) {
    if (at.type !== 'MemberExpression' || memberName(at) !== name) return undefined;
    at = unwrap(at.object);
  }
  return at;
}
