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
