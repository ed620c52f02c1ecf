import { isMarkedChecked } from '../../sources/marked.js';
import { isEmpty, keyOf as keyOfContext, noContext, type CallContext } from '../../syntax/call-context.js';
import { enclosingFunction, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { signatureOf } from '../calls/signature.js';
import { walk, type Walked } from '../calls/walked.js';
import type { Signature } from '../domain/signature.js';
import { originsIn } from '../domain/state.js';
import { emptyState, responseOf, type Value } from '../domain/value.js';
import { FileFacts } from '../facts.js';
import { Budget, BudgetError } from '../flow/budget.js';
import { Flow } from '../flow/flow.js';
import type { Interpreter } from '../flow/interpreter.js';
import type { Shape } from '../domain/shape.js';
import { evaluate } from './evaluate.js';
import { execute } from './execute.js';

/** See Interpreter. */
export type Observe = NonNullable<Interpreter<Flow>['observe']>;

/** How many call contexts of a function are walked apart; all further ones share one walk. */
const mostSignatures = 16;

/** The walks of one file: each function by itself, once for each call context. */
export class Walks implements Interpreter<Flow> {
  /** The budget of each walk, for what it cost. */
  readonly budgets: Budget[] = [];
  private readonly signatures = new Map<FunctionNode, Map<string, Signature | undefined>>();

  constructor(
    readonly facts: FileFacts,
    readonly observe?: Observe,
    /** Tests have it looked at that a tentative run leaves no trace. */
    private readonly assertsTentative = false,
  ) {}

  evaluate(flow: Flow, node: Node): Value {
    return evaluate(flow, node);
  }

  execute(flow: Flow, node: Node, labels?: readonly string[]): void {
    execute(flow, node, labels);
  }

  /** A flow at the beginning of a function or of the program. */
  begin(root: Node, context?: CallContext): Flow {
    const flow = new Flow(this.facts, root, emptyState, this, context);
    if (this.assertsTentative)
      flow.onTrace = () => {
        throw new Error('A tentative run left a trace.');
      };
    this.budgets.push(flow.budget);
    return flow;
  }

  signatureOf(fn: FunctionNode, shapes: readonly Shape[], context: CallContext = noContext): Signature | undefined {
    const cached = this.signaturesOf(fn);
    const key = keyOf(shapes, context);
    if (!cached.has(key)) {
      if (!isEmpty(context) && cached.size >= mostSignatures) return this.signatureOf(fn, shapes);
      cached.set(key, undefined);
      const walked = this.walked(fn, shapes, context);
      cached.set(key, walked && signatureOf(walked));
      // A caller passes a response for these parameters, so rules may report on them.
      if (walked?.ends) applied(walked);
    }
    return cached.get(key);
  }

  /**
   * Walks a root function anew, with nothing known of its parameters but what their types declare; undefined where it is
   * left alone.
   */
  walkRoot(fn: FunctionNode): Walked | undefined {
    const shapes = this.facts.declaredTypes.parameters(fn).map((isOne): Shape => (isOne ? 'response' : ''));
    const cached = this.signaturesOf(fn);
    const key = keyOf(shapes, noContext);
    cached.set(key, undefined);
    const walked = this.walked(fn, shapes, noContext);
    cached.set(key, walked && signatureOf(walked));
    if (walked) applied(walked);
    return walked;
  }

  /** Notes that a function returns a response; true the first time. */
  noteReturns(fn: FunctionNode, { value, parameters }: Walked): boolean {
    const isReturning = originsIn(value).some((origin) => !parameters.includes(origin));
    if (!isReturning || isMarkedChecked(this.facts.file, fn) || !this.facts.noteReturning(fn)) return false;
    for (const call of this.facts.file.callsOf(fn)) {
      // Signatures of the callers were computed without this response: they are stale.
      for (let caller = enclosingFunction(call); caller; caller = enclosingFunction(caller)) {
        this.signatures.delete(caller);
        this.facts.forgetHelper(caller);
      }
    }
    return true;
  }

  /** All signatures that were asked for. */
  *all(): Iterable<Signature> {
    for (const cached of this.signatures.values()) for (const one of cached.values()) if (one) yield one;
  }

  private signaturesOf(fn: FunctionNode): Map<string, Signature | undefined> {
    let cached = this.signatures.get(fn);
    if (!cached) this.signatures.set(fn, (cached = new Map<string, Signature | undefined>()));
    return cached;
  }

  /** Undefined beyond the budget: a call of the function is then like one of code that is not in the file. */
  private walked(fn: FunctionNode, shapes: readonly Shape[], context: CallContext): Walked | undefined {
    try {
      return walk(this.begin(fn, context), fn, shapes);
    } catch (error) {
      if (error instanceof BudgetError) return undefined;
      throw error;
    }
  }
}

/** Rules may report what is done with these parameters. */
function applied({ parameters, flow }: Walked): void {
  for (const id of parameters) if (id !== undefined) flow.see(responseOf([id]), 'applied');
}

const keyOf = (shapes: readonly Shape[], context: CallContext): string => `${shapes.join()} ${keyOfContext(context)}`;
