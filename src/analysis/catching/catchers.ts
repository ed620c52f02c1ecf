import type { TSESTree } from '@typescript-eslint/utils';
import { detaches, isChainLink, isEventHandlerName, rejectionHandlerOf } from '../../models/callbacks.js';
import { handlersAround } from '../../syntax/caught.js';
import { File } from '../../syntax/file.js';
import {
  enclosingFunction,
  isFunction,
  isInside,
  keyName,
  memberName,
  outermost,
  type FunctionNode,
  type Node,
} from '../../syntax/nodes.js';
import { isExported } from '../../syntax/variables.js';

/** Who gets what is thrown at some place. */
export type Catcher =
  /** `catch (e) { … }` of a `try`, or the function that a chain gives to `.catch(…)`. */
  | { readonly kind: 'handler'; readonly node: Node }
  /** Code that was given the promise: `resolve(fetch(u).then(…))`. */
  | { readonly kind: 'owner' }
  /** Whoever calls the function. */
  | { readonly kind: 'caller' }
  /** Nobody: an event, a timer or an effect runs the function, or nothing waits for it. */
  | { readonly kind: 'nobody' };

const owner: Catcher = { kind: 'owner' };
const caller: Catcher = { kind: 'caller' };
const nobody: Catcher = { kind: 'nobody' };

/** How many functions a call may lead through. */
const longest = 4;

/** Who catches what in one file, by its text. */
export class Catchers {
  private readonly byFunction = new Map<FunctionNode, Catcher>();

  constructor(private readonly file: File) {}

  /** Who gets an exception that is thrown at a place. */
  at(place: Node): Catcher {
    const [handler] = handlersAround(place);
    if (handler) return { kind: 'handler', node: handler };
    const fn = isFunction(place) ? place : enclosingFunction(place);
    return fn ? this.ofFunction(fn) : caller;
  }

  /** Whether an exception at a place is caught by code that goes on to one of these uses all the same. */
  isSwallowedBefore(place: Node, uses: readonly Node[]): boolean {
    return handlersAround(place).some(({ parent }) => uses.some((use) => !isInside(use, parent.block)));
  }

  /**
   * Whether code may as well return at a place where nobody gets what it throws: an event, a timer or an effect runs it,
   * or it is the last link of a chain that nothing waits for. Nothing depends on what comes after it.
   */
  mayReturnAt(place: Node): boolean {
    const fn = isFunction(place) ? place : enclosingFunction(place);
    if (!fn || handlersAround(place).length > 0) return false;
    const { parent } = fn;
    if (parent.type === 'CallExpression' && parent.callee !== fn && isChainLink(parent)) return isDiscarded(parent);
    return this.isRunByEvent(fn);
  }

  /** Whether an event, a timer or an effect runs a function, at once or by way of functions that only call it. */
  private isRunByEvent(fn: FunctionNode, depth = 0): boolean {
    if (this.isDetached(fn)) return true;
    if (depth > longest || this.ofFunction(fn).kind !== 'nobody') return false;
    const isRun = (call: Node): boolean => {
      const around = enclosingFunction(call);
      return !!around && around !== fn && this.isRunByEvent(around, depth + 1);
    };
    if (fn.parent.type === 'CallExpression') return fn.parent.callee === fn && isRun(fn.parent);
    return this.usesOf(fn).every((use) => this.isDetached(use) || isListed(use) || isRun(use));
  }

  /** Who gets what a function throws, or its promise rejects with. */
  private ofFunction(fn: FunctionNode): Catcher {
    const cached = this.byFunction.get(fn);
    if (cached) return cached;
    this.byFunction.set(fn, caller); // a function that calls itself
    const catcher = this.find(fn);
    this.byFunction.set(fn, catcher);
    return catcher;
  }

  private find(fn: FunctionNode): Catcher {
    const call = fn.parent;
    if (call.type !== 'CallExpression') return this.isDetached(fn) || this.isDetachedByName(fn) ? nobody : caller;
    // `(async () => { … })()`
    if (call.callee === fn) return fn.async ? this.ofPromise(call) : this.at(call);
    if (isChainLink(call)) return this.ofPromise(call);
    return this.isDetached(fn) ? nobody : caller;
  }

  /** Who gets the rejection of a promise. */
  private ofPromise(promise: Node): Catcher {
    const place = outermost(promise);
    const parent = place.parent!;
    switch (parent.type) {
      case 'MemberExpression': {
        const link = parent.parent;
        if (parent.object !== place || link.type !== 'CallExpression' || link.callee !== parent) return caller;
        const handler = rejectionHandlerOf(link);
        return handler ? { kind: 'handler', node: handler } : this.ofPromise(link);
      }
      case 'AwaitExpression':
        return this.at(parent);
      case 'ReturnStatement':
      case 'ArrowFunctionExpression': {
        const fn = isFunction(parent) ? parent : enclosingFunction(parent);
        return fn ? this.ofFunction(fn) : caller;
      }
      case 'CallExpression':
        return parent.callee === place ? caller : owner;
      default:
        return isDiscarded(place) ? nobody : caller;
    }
  }

  /** `setInterval(poll)`, `onClick={save}`, `button.onclick = save`: whether nobody waits for what is run there. */
  private isDetached(value: Node): boolean {
    const place = outermost(value);
    const { parent } = place;
    switch (parent?.type) {
      case 'CallExpression':
        if (parent.callee === place) return false;
        if (this.file.vocabulary.givesSameFunction(nameOf(parent.callee))) return this.isDetachedByName(parent);
        return detaches(parent.callee);
      case 'JSXExpressionContainer':
        return parent.parent.type === 'JSXAttribute' && isEventHandlerName(textOf(parent.parent.name));
      case 'AssignmentExpression':
        return (
          parent.right === place &&
          parent.left.type === 'MemberExpression' &&
          isEventHandlerName(memberName(parent.left) ?? '')
        );
      case 'Property':
        return parent.value === place && isEventHandlerName(keyName(parent) ?? '');
      default:
        return false;
    }
  }

  /** Whether all that is done with a function by its name is to have it run where nobody waits for it. */
  private isDetachedByName(value: Node): boolean {
    const uses = this.usesOf(value);
    return uses.length > 0 && uses.every((use) => this.isDetached(use) || this.isCalledInVain(use) || isListed(use));
  }

  /** Where a function is used by its name; none where other files may use it. */
  private usesOf(value: Node): Node[] {
    const name = nameFor(value);
    const variable = name && this.file.variable(name);
    if (variable?.defs.length !== 1 || isExported(variable)) return [];
    return variable.references.filter(({ init }) => !init).map(({ identifier }) => identifier);
  }

  /** `load();` and `void load()` as a statement, and `onClick={() => save()}`. */
  private isCalledInVain(callee: Node): boolean {
    const call = callee.parent;
    if (call?.type !== 'CallExpression' || call.callee !== callee) return false;
    const fn = enclosingFunction(call);
    if (fn && this.file.functionsOf(callee).includes(fn)) return true;
    if (isDiscarded(call)) return true;
    return fn?.type === 'ArrowFunctionExpression' && fn.body === call && this.isDetached(fn);
  }
}

/** Whether nothing waits for a value: `load();`, `void load();`. */
function isDiscarded(value: Node): boolean {
  const { parent } = outermost(value);
  const isVoid = parent?.type === 'UnaryExpression' && parent.operator === 'void';
  return isVoid ? isDiscarded(parent) : parent?.type === 'ExpressionStatement';
}

/** `[load, id]`: the dependencies of a hook. */
const isListed = ({ parent }: Node): boolean => parent?.type === 'ArrayExpression';

/** The name by which a function, or what wraps it, is known. */
function nameFor(value: Node): TSESTree.Identifier | undefined {
  if (value.type === 'FunctionDeclaration') return value.id ?? undefined;
  const { parent } = outermost(value);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
}

const textOf = (name: TSESTree.JSXIdentifier | TSESTree.JSXNamespacedName): string =>
  name.type === 'JSXIdentifier' ? name.name : name.name.name;
