import type { TSESTree } from '@typescript-eslint/utils';
import { meaningOfNew } from '../../models/call-model.js';
import { File } from '../../syntax/file.js';
import { enclosingFunction, isFunction, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Catchers } from './catchers.js';

/** The function that is told of a failure where nobody would catch it: `reject`, or the caller's `callback` or `next`. */
export interface ErrorChannel {
  readonly name: string;
  readonly isReject: boolean;
}

/** To whom the functions of one file say that something failed. */
export class ErrorChannels {
  constructor(
    private readonly file: File,
    private readonly catchers: Catchers,
  ) {}

  /** The channel for a failure at a place; undefined where an error that is thrown arrives, or where there is none. */
  at(place: Node): ErrorChannel | undefined {
    const fn = enclosingFunction(place);
    const { kind } = this.catchers.at(place);
    if (!fn || kind === 'handler' || kind === 'owner') return undefined;
    const settled = this.settledBy(fn);
    if (settled) return settled;
    const name = this.toldIn(fn);
    return name === undefined ? undefined : { name, isReject: false };
  }

  /** `reject` in code within `new Promise(…)` that settles the promise itself, and whose own errors nobody waits for. */
  private settledBy(fn: FunctionNode): ErrorChannel | undefined {
    let executor: FunctionNode | undefined = fn;
    while (executor && !isExecutor(executor)) executor = enclosingFunction(executor);
    // What the executor itself throws is a rejection already, unless it is async.
    if (!executor || (executor === fn && !fn.async)) return undefined;
    const [resolve, reject] = executor.params;
    if (resolve?.type !== 'Identifier' || reject?.type !== 'Identifier') return undefined;
    const own = [resolve, reject].map((parameter) => this.file.variable(parameter));
    const settles = this.callsIn(fn).some(
      ({ callee }) => callee.type === 'Identifier' && own.includes(this.file.variable(callee)),
    );
    return settles && this.isVisible(reject, fn) ? { name: reject.name, isReject: true } : undefined;
  }

  /** Whether a name means a parameter in a function further in, too. */
  private isVisible(parameter: TSESTree.Identifier, fn: FunctionNode): boolean {
    const variable = this.file.variable(parameter);
    let scope = fn.body ? this.file.source.getScope(fn.body) : null;
    while (scope && !scope.set.has(parameter.name)) scope = scope.upper;
    return !!variable && scope?.set.get(parameter.name) === variable;
  }

  /** The parameter that a function gives its other errors to: `if (!id) return next(new Error('no id'))`. */
  private toldIn(fn: FunctionNode): string | undefined {
    const names = new Set(fn.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : [])));
    const call = this.callsIn(fn).find(
      ({ callee, arguments: [error, ...more], parent }) =>
        callee.type === 'Identifier' &&
        names.has(callee.name) &&
        error?.type === 'NewExpression' &&
        meaningOfNew(error.callee) === 'error' &&
        more.length === 0 &&
        (parent.type === 'ReturnStatement' || isBeforeReturn(parent)),
    );
    return call && (call.callee as TSESTree.Identifier).name;
  }

  /** The calls in a function, without those in functions in it. */
  private callsIn(fn: FunctionNode): TSESTree.CallExpression[] {
    const calls: TSESTree.CallExpression[] = [];
    visit(fn.body ?? fn, this.file.source.visitorKeys, (node) => {
      if (node.type === 'CallExpression') calls.push(node);
      return !isFunction(node);
    });
    return calls;
  }
}

const isExecutor = ({ parent }: FunctionNode): boolean =>
  parent.type === 'NewExpression' && meaningOfNew(parent.callee) === 'promise';

/** `callback(new Error('no id')); return;` */
function isBeforeReturn(statement: Node): boolean {
  const list = statement.parent?.type === 'BlockStatement' ? statement.parent.body : [];
  const next = list[list.indexOf(statement as never) + 1];
  return statement.type === 'ExpressionStatement' && next?.type === 'ReturnStatement' && !next.argument;
}
