import type { TSESTree } from '@typescript-eslint/utils';
import { isInside, memberName, type FunctionNode, type Node } from '../../syntax/nodes.js';
import type { Variable } from '../../syntax/variables.js';
import { FileFacts } from '../facts.js';
import type { BodyForm, Value } from './hypothesis.js';
import type { Completion, Path, Result } from './path.js';

/** How a way ends on which the error does no harm: what tells it from a success, and where it goes then. */
export interface Failing {
  /** The condition that tests the body. */
  readonly test?: Node;
  /** The step that throws since the body is not what it takes it for. */
  readonly step?: Node;
  /** Where that is caught. */
  readonly handler?: Node;
  /** Where the failure is told, thrown or returned. */
  readonly exit: Node;
}

/** A helper's result says something to the code that called it; a callback's is what the chain comes to. */
export type Role = 'helper' | 'callback';

/** What runs the parts of a program; the files of this folder ask the walk, so that none has to know all of them. */
export interface Evaluator {
  evaluate(walk: Walk, node: Node, path: Path): readonly Result[];
  execute(walk: Walk, node: Node, path: Path): readonly Completion[];
  run(walk: Walk, fn: FunctionNode, args: readonly Value[], path: Path, as: Role): readonly Result[];
}

/** Where the walk begins, and what is known there. */
export interface Question {
  readonly facts: FileFacts;
  /** The call that reads the body. */
  readonly use: Node;
  readonly form: BodyForm;
}

/** Thrown where a walk has seen enough: it found harm, or costs more than the answer is worth. */
export class Enough extends Error {}

const mostSteps = 4000;
const mostPaths = 48;

/** A walk through a function on the hypothesis that the response is an error: what becomes of its body? */
export class Walk {
  readonly failing: Failing[] = [];
  /** The condition on whose other side alone a default is overwritten, on a way that comes to its end. */
  kept: Node | undefined;
  /** Where somebody takes the body of the error for that of a success. */
  harm: Node | undefined;
  /** Conditions that were decided by what the program asks for, and how. */
  readonly asked: Map<Node, boolean> = new Map();
  /** The exceptions that nothing has caught yet, for each `try` around. */
  readonly thrown: Path[][] = [[]];
  /** The functions that are being run, the innermost last. */
  readonly active: { readonly fn: FunctionNode; readonly as: Role }[] = [];
  /** What calls give that are the end of another function of the file. */
  readonly given: Map<Node, Value> = new Map();
  private steps = 0;

  constructor(
    readonly question: Question,
    readonly root: Node,
    private readonly evaluator: Evaluator,
    /** How conditions of the kind `asked` are decided; true for the others. */
    readonly answers: ReadonlyMap<Node, boolean>,
  ) {}

  get facts(): FileFacts {
    return this.question.facts;
  }

  evaluate(node: Node, path: Path): readonly Result[] {
    if (++this.steps > mostSteps) this.hurts(node);
    return this.evaluator.evaluate(this, node, path);
  }

  execute(node: Node, path: Path): readonly Completion[] {
    const completions = this.evaluator.execute(this, node, path);
    if (completions.length > mostPaths) this.hurts(node);
    return completions;
  }

  run(fn: FunctionNode, args: readonly Value[], path: Path, as: Role = 'helper'): readonly Result[] {
    return this.evaluator.run(this, fn, args, path, as);
  }

  /** The body is taken for that of a success: nothing else matters. */
  hurts(node: Node): never {
    this.harm ??= node;
    throw new Enough();
  }

  /** The way ends in a failure, which somebody is told of. */
  fails({ test, step, handler }: Path, exit: Node): void {
    this.failing.push({ test, step, handler, exit });
  }

  /** A step throws on this path. */
  throws(path: Path, step: Node): void {
    if (path.isRead) this.thrown.at(-1)!.push({ ...path, step });
  }

  /** `res.data` of a body that is parsed already, also where it is read again. */
  readsBody(node: TSESTree.MemberExpression): boolean {
    const { use, form } = this.question;
    if ((form !== 'json' && form !== 'none') || use.type !== 'MemberExpression') return false;
    if (node === use) return true;
    const [one, other] = [use.object, node.object];
    return (
      one.type === 'Identifier' &&
      other.type === 'Identifier' &&
      memberName(node) === memberName(use) &&
      this.facts.file.variable(one) === this.facts.file.variable(other)
    );
  }

  /** The function of this file that a callee or a handler is, unless it is being run already. */
  functionAt(callee: Node): FunctionNode | undefined {
    const [fn, ...others] = this.facts.file.functionsOf(callee);
    return fn && others.length === 0 && !this.isActive(fn) ? fn : undefined;
  }

  isActive(fn: FunctionNode): boolean {
    return this.active.some((active) => active.fn === fn);
  }

  /** Whether what is returned here says something to code that is walked as well. */
  get isHelper(): boolean {
    return this.active.some(({ as }) => as === 'helper');
  }

  /** Whether a variable belongs to the functions that are walked, so that what it holds is followed. */
  owns({ identifiers }: Variable): boolean {
    const [identifier] = identifiers;
    return !!identifier && [this.root, ...this.active.map(({ fn }) => fn)].some((fn) => isInside(identifier, fn));
  }

  /** Runs something and gives the paths on which it throws. */
  catching<T>(run: () => T): { readonly done: T; readonly thrown: readonly Path[] } {
    this.thrown.push([]);
    const done = run();
    return { done, thrown: this.thrown.pop()! };
  }
}
