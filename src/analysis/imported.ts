import type { TSESTree } from '@typescript-eslint/utils';
import type { ObjectCall } from '../sources/object-requests.js';
import type { Source } from '../sources/source.js';
import type { Checker } from '../sources/imports/by-type.js';
import { StatusSet } from '../status/index.js';
import type { File } from '../syntax/file.js';
import type { Arguments } from '../syntax/constants.js';
import type { FunctionNode, Node } from '../syntax/nodes.js';
import type { Shape } from './domain/shape.js';
import type { Effect, Signature } from './domain/signature.js';
import { Fact, type Table } from './domain/table.js';

/** A function of another file, as far as responses are concerned. */
export interface ImportedFunction {
  readonly isAsync: boolean;
  /** How many parameters it names. */
  readonly parameters: number;
  /**
   * Its signature for arguments of these shapes, and of what is constant in them. Undefined where it is not known.
   */
  signature(shapes: readonly Shape[], args: Arguments): Signature | undefined;
}

/** What the imports of a file lead to. */
export interface Imported {
  /** The calls of the file that give a response which another file made. */
  readonly giving: ReadonlyMap<Node, ImportedFunction>;
  /** The function of another file that a callee means. */
  functionOf(callee: Node): ImportedFunction | undefined;
  /** The value of a constant of another file: `Status.NOT_FOUND`. */
  constantOf(node: Node): { readonly value: unknown } | undefined;
  /** Whether the path ends with a call, by its type. */
  neverReturns(call: TSESTree.CallExpression): boolean;
  /** The signature of a function of some other file; undefined where it is not known. */
  signatureOf(file: File, fn: FunctionNode, shapes: readonly Shape[]): Signature | undefined;
  /** The calls of the file whose object another file makes: `api.get(url)`. */
  readonly objectCalls: ReadonlyMap<TSESTree.CallExpression, ObjectCall>;
  /** Whether what a callee means is written down in another file, so that its name is no matter. */
  isFollowed(callee: Node): boolean;
}

/** Of a file whose imports are not followed. */
export const nothingImported: Imported = {
  giving: new Map(),
  functionOf: () => undefined,
  constantOf: () => undefined,
  isFollowed: () => false,
  neverReturns: () => false,
  signatureOf: () => undefined,
  objectCalls: new Map(),
};

/** The signature of a client's own function: a promise of a new response, with every status that it resolves with. */
export const requestSignature = ({ client, method, isExact }: Source, ends: Table): Signature => ({
  parameters: [],
  made: [
    {
      ends: ends.map(({ facts, statuses }) => ({ facts, statuses })),
      client: client.name,
      ...(method !== undefined && { method }),
      isExact,
      copied: false,
      tellsErrors: false,
      failureAsked: false,
    },
  ],
  ends: true,
  fails: true,
  rejects: false,
  value: { kind: 'promise', of: { kind: 'response', of: [0], maybeOther: false } },
  tests: [],
});

/** The signature of a function of which no more is known than what its type says of a response. */
export function checkerSignature({ statuses, isAssertion, parameter }: Checker): Signature {
  const others = statuses.complement();
  const unseen = { passive: false, awaited: false, copied: false, failureAsked: false, uses: [] };
  const common = { ...unseen, touched: isAssertion, tellsErrors: isAssertion };
  const effect: Effect = isAssertion
    ? {
        ...common,
        ends: [{ facts: Fact.live | Fact.inspected, statuses }],
        failed: [{ facts: Fact.live | Fact.inspected | Fact.branched, statuses: others }],
      }
    : { ...common, ends: [{ facts: Fact.live, statuses: StatusSet.all }], failed: [] };
  return {
    parameters: Array.from({ length: parameter + 1 }, (_, i) => (i === parameter ? effect : undefined)),
    made: [],
    ends: true,
    fails: isAssertion,
    rejects: false,
    value: { kind: 'unknown' },
    tests: isAssertion ? [] : [{ parameter, whenTrue: statuses, whenFalse: others, isVague: false }],
  };
}
