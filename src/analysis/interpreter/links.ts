import { getStaticValue } from '@eslint-community/eslint-utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Client, ResponseMembers } from '../../models/index.js';
import { sourceAt } from '../../sources/find.js';
import type { Meaning } from '../../sources/imports/meaning.js';
import type { Module } from '../../sources/imports/modules.js';
import { tryTo } from '../../sources/imports/reader.js';
import { mayBeResponse, type IsGiven } from '../../sources/imports/signs.js';
import { File } from '../../syntax/file.js';
import { unwrapTypes, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { Fact } from '../domain/table.js';
import { requestSignature, type Imported, type ImportedFunction } from '../imported.js';

/** What is asked of other files, whichever file asks. */
export interface Elsewhere {
  /** See `Meanings.of`. */
  meaningOf(module: Module, expression: Node, mustLead: boolean): Meaning | undefined;
  /** A function of another file, by what its body does. */
  functionOf(module: Module, fn: FunctionNode): ImportedFunction | undefined;
}

/** What the imports of one file lead to. */
export class Links implements Imported {
  readonly giving: Map<Node, ImportedFunction> = new Map();
  private readonly functions = new Map<Node, ImportedFunction | undefined>();

  constructor(
    private readonly module: Module,
    private readonly elsewhere: Elsewhere,
    private readonly members: ResponseMembers,
    /** Whether somebody gets what a function of this file returns. */
    private readonly isGiven: IsGiven,
  ) {}

  /** Looks which of these calls give a response. */
  follow(calls: readonly TSESTree.CallExpression[]): void {
    const { file } = this.module;
    for (const call of calls) {
      if (this.giving.has(call) || !mayBeElsewhere(call.callee) || file.functionsOf(call.callee).length > 0) continue;
      if (!mayBeResponse(file, this.members, call, this.isGiven)) continue;
      const meaning = this.meaningOf(call.callee, true);
      const fn = meaning?.kind === 'request' ? requestAt(file, call, meaning.client) : this.functionBy(meaning);
      if (fn && givesResponse(fn, call)) this.giving.set(call, fn);
    }
  }

  functionOf(callee: Node): ImportedFunction | undefined {
    if (!this.functions.has(callee)) this.functions.set(callee, this.functionBy(this.meaningOf(callee, false)));
    return this.functions.get(callee);
  }

  isFollowed(callee: Node): boolean {
    return !!this.meaningOf(callee, false);
  }

  constantOf(node: Node): { readonly value: unknown } | undefined {
    const meaning = this.meaningOf(node, false);
    if (meaning?.kind !== 'expression') return undefined;
    const { source } = meaning.module.file;
    return tryTo(() => getStaticValue(meaning.node as never, source.getScope(meaning.node) as never)) ?? undefined;
  }

  private functionBy(meaning: Meaning | undefined): ImportedFunction | undefined {
    return meaning?.kind === 'function' ? this.elsewhere.functionOf(meaning.module, meaning.node) : undefined;
  }

  /** What another file says that an expression is. */
  private meaningOf(node: Node, mustLead: boolean): Meaning | undefined {
    const meaning = this.elsewhere.meaningOf(this.module, node, mustLead);
    return meaning?.module.path === this.module.path ? undefined : meaning;
  }
}

/** A function that stands where it is called is in this file. */
const mayBeElsewhere = (callee: Node): boolean => /^(Identifier|MemberExpression)$/.test(unwrapTypes(callee).type);

/** `request(url)`, where another file says that `request` is `fetch`. */
function requestAt(file: File, call: TSESTree.CallExpression, client: Client): ImportedFunction | undefined {
  const source = sourceAt(file, call, client);
  const signature = source && requestSignature(source, Fact.live);
  return signature && { isAsync: false, parameters: 0, signature: () => signature };
}

function givesResponse(fn: ImportedFunction, { arguments: texts }: TSESTree.CallExpression): boolean {
  const signature = fn.signature(
    Array.from({ length: fn.parameters }, () => ''),
    texts,
  );
  return !!signature && signature.ends && signature.made.length > 0;
}
