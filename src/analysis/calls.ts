import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, unwrap } from './syntax.js';

/** The calls of a file by the last name of their callee: `load` for `load()`, `this.load()` and `api.load()`. */
export class Calls {
  private readonly byName = new Map<string, TSESTree.CallExpression[]>();

  add(call: TSESTree.CallExpression): void {
    const callee = unwrap(call.callee);
    const name =
      callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : undefined;
    if (name === undefined) return;
    const same = this.byName.get(name);
    if (same) same.push(call);
    else this.byName.set(name, [call]);
  }

  /** In the order of the text. */
  named(name: string): readonly TSESTree.CallExpression[] {
    return this.byName.get(name) ?? [];
  }
}
