import type { TSESTree } from '@typescript-eslint/utils';
import { ByName } from './by-name.js';
import { lastName } from './nodes.js';

/** The calls of a file by the last name of their callee, in the order of the text. */
export class Calls {
  private readonly byName = new ByName<TSESTree.CallExpression>();

  add(call: TSESTree.CallExpression): void {
    this.byName.add(lastName(call.callee), call);
  }

  named(name: string): readonly TSESTree.CallExpression[] {
    return this.byName.named(name);
  }
}
