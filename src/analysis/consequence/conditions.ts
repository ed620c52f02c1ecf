import type { TSESTree } from '@typescript-eslint/utils';
import { isErrorField, isFailureConstant } from '../../models/failure-words.js';
import { unwrapTypes, type Node } from '../../syntax/nodes.js';
import { truthOf, unknown, verdict, type Outcome, type Value } from './hypothesis.js';
import { distinct, type Path } from './path.js';
import { Walk } from './walk.js';

/** The paths on the two sides of a condition. */
export interface Sides {
  readonly whenTrue: readonly Path[];
  readonly whenFalse: readonly Path[];
}

/** Runs a condition: an error takes one side of a test of its body, and both sides of anything else. */
export function branch(walk: Walk, condition: Node, path: Path): Sides {
  const node = unwrapTypes(condition);
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const { whenTrue, whenFalse } = branch(walk, node.argument, path);
    return { whenTrue: whenFalse, whenFalse: whenTrue };
  }
  if (node.type === 'LogicalExpression' && node.operator !== '??') return branchLogical(walk, node, path);
  const sides = walk.evaluate(node, path).map((result) => sidesOf(walk, node, result.value, result.path));
  return joinSides(sides);
}

function branchLogical(walk: Walk, node: TSESTree.LogicalExpression, path: Path): Sides {
  const left = branch(walk, node.left, path);
  const goesOn = node.operator === '&&' ? left.whenTrue : left.whenFalse;
  const right = joinSides(goesOn.map((side) => branch(walk, node.right, side)));
  return node.operator === '&&'
    ? { whenTrue: right.whenTrue, whenFalse: [...left.whenFalse, ...right.whenFalse] }
    : { whenTrue: [...left.whenTrue, ...right.whenTrue], whenFalse: right.whenFalse };
}

const joinSides = (sides: readonly Sides[]): Sides => ({
  whenTrue: distinctPaths(sides.flatMap(({ whenTrue }) => whenTrue)),
  whenFalse: distinctPaths(sides.flatMap(({ whenFalse }) => whenFalse)),
});

const distinctPaths = (paths: readonly Path[]): Path[] => distinct(paths.map((path) => ({ path }))).map((p) => p.path);

/** The sides of a condition with this value. */
export function sidesOf(walk: Walk, node: Node, value: Value, path: Path): Sides {
  const { outcome, isTest } = truthOf(value);
  const after: Path = isTest && path.isRead ? { ...path, test: node } : path;
  if (outcome === 'unknown') return { whenTrue: [after], whenFalse: [after] };
  const isTrue = outcome === 'asked' ? decide(walk, node) : outcome;
  return isTrue ? { whenTrue: [after], whenFalse: [] } : { whenTrue: [], whenFalse: [after] };
}

/** `if (data.message)`: a message may say what went wrong, or be what is wanted. */
function decide(walk: Walk, node: Node): boolean {
  const answer = walk.answers.get(node) ?? true;
  walk.asked.set(node, answer);
  return answer;
}

/** What a comparison comes to if the response was an error. */
export function compare({ operator }: TSESTree.BinaryExpression, left: Value, right: Value): Value {
  switch (operator) {
    case '==':
    case '===':
      return verdictOf(equality(left, right) ?? equality(right, left));
    case '!=':
    case '!==':
      return verdictOf(opposite(equality(left, right) ?? equality(right, left)));
    case '<':
    case '<=':
    case '>':
    case '>=':
      return verdictOf(order(left, right));
    case 'in':
      return verdictOf(left.kind === 'constant' ? has(right, String(left.value)) : undefined);
    case 'instanceof':
      return left.kind === 'body' || left.kind === 'missing' ? verdict(false) : unknown;
    default:
      return unknown;
  }
}

const verdictOf = (outcome: Outcome | undefined): Value => (outcome === undefined ? unknown : verdict(outcome));

export const opposite = (outcome: Outcome | undefined): Outcome | undefined =>
  typeof outcome === 'boolean' ? !outcome : outcome;

function equality(value: Value, other: Value): Outcome | undefined {
  if (value.kind === 'type') return ofType(value.of, other.kind === 'constant' ? other.value : undefined);
  if (other.kind === 'constant' && (other.value === null || other.value === undefined)) return isNothing(value);
  switch (value.kind) {
    case 'missing':
      return false;
    case 'field':
      return fieldIs(value.name, other);
    case 'body':
      return value.form === 'text' ? false : undefined;
    case 'verdict':
      if (other.kind !== 'constant' || typeof other.value !== 'boolean') return undefined;
      return other.value ? value.outcome : opposite(value.outcome);
    default:
      return undefined;
  }
}

/**
 * `data.status === 'ok'`, `data.code !== 0`. Of the many errors that there are, this is not the one that is asked for
 * (`data.code === 404`), only what any error is (`data.status === 'error'`).
 */
function fieldIs(name: string, other: Value): Outcome {
  if (other.kind !== 'constant') return false;
  const { value } = other;
  if (typeof value === 'boolean') return isErrorField(name) ? value : value ? false : 'asked';
  return isFailureConstant(value);
}

function isNothing(value: Value): Outcome | undefined {
  switch (value.kind) {
    case 'missing':
      return true;
    case 'field':
      return isErrorField(value.name) ? false : 'asked';
    case 'constant':
      return value.value === null || value.value === undefined;
    default:
      return undefined;
  }
}

/** `typeof data.id === 'number'`. */
function ofType(value: Value, name: unknown): Outcome | undefined {
  switch (value.kind) {
    case 'missing':
      return name === 'undefined';
    case 'field':
      return name === 'undefined' ? isNothing(value) : 'asked';
    case 'body':
      return name === 'object' ? undefined : name === 'string' && value.form === 'text' ? undefined : false;
    default:
      return undefined;
  }
}

/** `data.total > 0`: nothing is neither more nor less than a number. */
function order(left: Value, right: Value): Outcome | undefined {
  if (left.kind === 'missing' || right.kind === 'missing') return false;
  return left.kind === 'field' || right.kind === 'field' ? 'asked' : undefined;
}

/** `'items' in data`. */
function has(object: Value, name: string): Outcome | undefined {
  if (object.kind === 'missing' || object.kind === 'field') return object.kind === 'missing' ? false : 'asked';
  if (object.kind !== 'body' || object.form !== 'json') return undefined;
  return isErrorField(name) ? true : false;
}
