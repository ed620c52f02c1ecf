import type { TSESTree } from '@typescript-eslint/utils';
import { lastName, memberName, propertyNamed, unwrap, type Node } from '../syntax/nodes.js';
import type { ModuleExports } from './client.js';

// Observables of RxJS, as far as the answer of a request goes through them: such a one has one answer, or one error.

/** What an operator does with what comes: gives what its function gives, lets its function see it, or neither. */
export type OperatorRole = 'gives' | 'sees' | 'recovers' | 'passes';

const operators: ReadonlyMap<string, OperatorRole> = new Map([
  ...['map', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap'].map((name) => [name, 'gives'] as const),
  ['tap', 'sees'],
  ['catchError', 'recovers'],
  ...[
    'delay',
    'finalize',
    'first',
    'retry',
    'share',
    'shareReplay',
    'take',
    'takeUntil',
    'takeUntilDestroyed',
    'timeout',
  ].map((name) => [name, 'passes'] as const),
]);

export const operatorRole = (name: string): OperatorRole | undefined => operators.get(name);

/** Functions that give a promise of what an observable brings. */
export const promising: ModuleExports = { rxjs: ['firstValueFrom', 'lastValueFrom'] };

/** The method that does, of RxJS before 8. */
export const isPromising = (name: string): boolean => name === 'toPromise';

interface Observers {
  readonly next: Node | undefined;
  readonly error: Node | undefined;
}

/** What `subscribe` is given to be told of an answer, and of an error: two functions, or an observer with both. */
export function observersOf({ arguments: [first, second] }: TSESTree.CallExpression): Observers {
  const given = first && unwrap(first);
  if (given?.type !== 'ObjectExpression') return { next: first, error: second };
  return { next: propertyNamed(given, 'next')?.value, error: propertyNamed(given, 'error')?.value };
}

/** What gets the error of an observable: of `subscribe`, or of an operator as `catchError` is. */
export function failureObserverOf(call: TSESTree.CallExpression): Node | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === 'MemberExpression')
    return memberName(callee) === 'subscribe' ? observersOf(call).error : undefined;
  return operatorRole(lastName(callee) ?? '') === 'recovers' ? call.arguments[0] : undefined;
}

/** Operators behind which an error may be another one. */
export const recovering: readonly string[] = ['catchError'];

/** The names of the functions that are given something that gets an error. */
export const failureObservers: readonly string[] = ['subscribe', ...recovering];
