import { operate } from '../../models/operations.js';
import { noAnswer } from '../../models/rejections.js';
import { StatusSet } from '../../status/index.js';

/**
 * What a program computes from a status, as data: `Math.floor(status / 100) === 4`. A condition on it is run for every
 * status, so that no form of condition needs a rule of its own. As data it can be a part of a signature.
 */
export type StatusExpression =
  | { readonly kind: 'status' }
  /** The status of what an error has of the answer: undefined where no answer came. */
  | { readonly kind: 'answered status' }
  | { readonly kind: 'constant'; readonly value: unknown }
  /** Whether the status is one of these: what `ok` says. */
  | { readonly kind: 'among'; readonly statuses: StatusSet }
  | Choice
  | Operation;

/** One expression for some statuses, and another one for the rest: `e.response ? e.response.status : 0`. */
interface Choice {
  readonly kind: 'choice';
  readonly statuses: StatusSet;
  readonly inside: StatusExpression;
  readonly outside: StatusExpression;
  readonly size: number;
}

interface Operation {
  readonly kind: 'operation';
  /** See src/models/operations.ts. */
  readonly name: string;
  readonly operands: readonly StatusExpression[];
  /** How many operations it takes to compute it; one that stands in it twice counts twice. */
  readonly size: number;
}

export const theStatus: StatusExpression = { kind: 'status' };
export const answeredStatus: StatusExpression = { kind: 'answered status' };

/** The bound on `size`, more than anybody writes: `n = n + n` would double it with every line. */
const mostOperations = 64;

/** An operation on others; undefined where one of them is not known, or where it would take too long to compute. */
export function operation(
  name: string,
  operands: readonly (StatusExpression | undefined)[],
): StatusExpression | undefined {
  let size = 1;
  for (const operand of operands) {
    if (!operand) return undefined;
    size += sizeOf(operand);
  }
  return size <= mostOperations
    ? { kind: 'operation', name, operands: operands as readonly StatusExpression[], size }
    : undefined;
}

const sizeOf = (expression: StatusExpression): number => ('size' in expression ? expression.size : 0);

/** One for these statuses, another one for the rest; undefined where it would take too long to compute. */
export function choice(
  statuses: StatusSet,
  inside: StatusExpression,
  outside: StatusExpression,
): StatusExpression | undefined {
  const size = 1 + sizeOf(inside) + sizeOf(outside);
  return size <= mostOperations ? { kind: 'choice', statuses, inside, outside, size } : undefined;
}

/**
 * What it comes to for one status.
 * @throws whatever the program would throw.
 */
export function valueAt(expression: StatusExpression, status: number): unknown {
  switch (expression.kind) {
    case 'status':
      return status;
    case 'answered status':
      return noAnswer.has(status) ? undefined : status;
    case 'constant':
      return expression.value;
    case 'among':
      return expression.statuses.has(status);
    case 'choice':
      return valueAt(expression.statuses.has(status) ? expression.inside : expression.outside, status);
    case 'operation':
      return operate(
        expression.name,
        expression.operands.map((operand) => valueAt(operand, status)),
      );
  }
}

/** The statuses for which it is true; undefined where the program would throw. */
export function truthyStatuses(expression: StatusExpression): StatusSet | undefined {
  if (expression.kind === 'among') return expression.statuses;
  try {
    return StatusSet.where((status) => Boolean(valueAt(expression, status)));
  } catch {
    return undefined;
  }
}
