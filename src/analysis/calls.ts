import type { TSESTree } from '@typescript-eslint/utils';
import { memberName, unwrap, type Node } from './syntax.js';

/** The calls of a file by the last name of their callee: `load` for `load()`, `this.load()` and `api.load()`. */
export class Calls {
  private readonly byName = new Map<string, TSESTree.CallExpression[]>();

  add(call: TSESTree.CallExpression): void {
    const name = lastName(call.callee);
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

function lastName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return memberName(callee);
  const inner = unwrap(callee);
  return inner === callee ? undefined : lastName(inner);
}
