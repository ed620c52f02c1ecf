import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { ByName } from './by-name.js';
import { lastName } from './nodes.js';
import { visit } from './visit.js';

/** The calls of a file by the last name of their callee, and its `catch` clauses, in the order of the text. */
export class Calls {
  /** All calls of a file that nobody walks through anyway. */
  static of({ ast, visitorKeys }: TSESLint.SourceCode): Calls {
    const calls = new Calls();
    visit(ast, visitorKeys, (node) => {
      if (node.type === 'CallExpression') calls.add(node);
      else if (node.type === 'CatchClause') calls.catches.push(node);
    });
    return calls;
  }

  readonly all: TSESTree.CallExpression[] = [];
  readonly catches: TSESTree.CatchClause[] = [];
  private readonly byName = new ByName<TSESTree.CallExpression>();

  add(call: TSESTree.CallExpression): void {
    this.all.push(call);
    this.byName.add(lastName(call.callee), call);
  }

  named(name: string): readonly TSESTree.CallExpression[] {
    return this.byName.named(name);
  }
}
