import type { TSESTree } from '@typescript-eslint/utils';
import { fetchClient } from '../../models/clients/fetch.js';
import { isPlatformFile } from '../../models/platform.js';
import { specifies, type TypeSpecifier } from '../../models/type-specifiers.js';
import { StatusSet, success } from '../../status/index.js';
import { isFunction, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import {
  declaredStatuses,
  givesNoObject,
  isResponse,
  resultsOf,
  type Predicate,
  type Type,
  type TypeHost,
} from '../../typed/index.js';
import type { Meaning } from './meaning.js';
import type { Module } from './modules.js';
import type { Session } from './session.js';

/** A function that says by its type what is true of a response: `asserts res is Response & { ok: true }`. */
export interface Checker extends Pick<Predicate, 'isAssertion' | 'parameter'> {
  readonly statuses: StatusSet;
}

/** Without a body to read, a type says too little: of the functions that give a `Response` half have checked it. */
const isWithoutBody = (path: string): boolean => /\.d\.[cm]?ts$|[\\/]node_modules[\\/]/.test(path);

/** What the types of the file that is linted lead to, where its imports do not. */
export class ByType {
  constructor(
    private readonly types: TypeHost,
    private readonly session: Session,
    /** Types of responses that somebody has named. */
    private readonly named: readonly TypeSpecifier[],
  ) {}

  /** Asks at once what these calls give. */
  prepare(calls: readonly TSESTree.CallExpression[]): void {
    this.types.prepare(calls);
  }

  /** The function that a call calls: one of another file of the project, or the platform's own. */
  meaningOf(module: Module, call: TSESTree.CallExpression): Meaning | undefined {
    const type = this.types.typeOf(call);
    if (!type || givesNoObject(type)) return undefined;
    const called = this.types.calledBy(call);
    const path = called?.declaration?.path;
    if (path === undefined || path === module.path) return undefined;
    const results = resultsOf(type);
    if (results.some((one) => this.isNamed(one))) return { kind: 'request', module, client: fetchClient };
    if (isPlatformFile(path)) return results.some(isResponse) ? this.platformsOwn(module, called!.name) : undefined;
    if (isWithoutBody(path) || !this.session.leads(path, undefined)) return undefined;
    const target = this.session.open(path);
    const node = target && functionAt(target, called!.declaration!.range);
    return node && { kind: 'function', module: target, node };
  }

  private platformsOwn(module: Module, name: string | undefined): Meaning | undefined {
    const client = name && this.session.clients.find(({ globals }) => globals.includes(name));
    return client ? { kind: 'request', module, client } : undefined;
  }

  private isNamed({ names }: Type): boolean {
    return this.named.length > 0 && names.some((name) => this.named.some((one) => specifies(one, name)));
  }

  /** Whether a call gives something else than a response, though it is called like a client's function. */
  givesOther(call: TSESTree.CallExpression): boolean {
    const type = this.types.typeOf(call);
    return !!type && resultsOf(type).every((one) => !isResponse(one) && !this.isNamed(one));
  }

  /** The value of an imported constant: `HttpStatus.OK`. */
  valueOf(node: Node): { readonly value: unknown } | undefined {
    const value = this.types.typeOf(node)?.literal;
    return value === undefined ? undefined : { value };
  }

  /** Whether the path ends with a call. */
  neverReturns(call: TSESTree.CallExpression): boolean {
    return this.types.typeOf(call)?.word === 'never';
  }

  /** What the type of a function says of a response that it is given. */
  checkerAt(call: TSESTree.CallExpression): Checker | undefined {
    const predicate = this.types.calledBy(call)?.predicate;
    if (!predicate) return undefined;
    const { type, isAssertion, parameter } = predicate;
    const ok = type.property('ok')?.literal;
    const byOk = typeof ok !== 'boolean' ? undefined : ok ? success : success.complement();
    const statuses = declaredStatuses(type) ?? byOk;
    return statuses && { statuses, isAssertion, parameter };
  }
}

/** The function of a declaration; a method's begins behind its name. */
function functionAt({ file }: Module, [start, end]: readonly [number, number]): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  visit(file.source.ast, file.source.visitorKeys, (node) => {
    if (!found && isFunction(node) && node.range[0] >= start && node.range[1] === end) found = node;
    return !found && node.range[0] <= end && node.range[1] >= start;
  });
  return found;
}
