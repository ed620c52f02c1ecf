import type { Node } from '../../syntax/nodes.js';
import type { Meaning } from './meaning.js';
import type { Module } from './modules.js';

/** What `this` stands for in a method of a class. */
export function thisIn(module: Module, node: Node): Meaning | undefined {
  for (let at: Node | undefined = node.parent; at; at = at.parent) {
    if (at.type === 'ClassBody') return { kind: 'instance', module, node: at };
    if (at.type === 'FunctionDeclaration') return undefined;
    if (
      at.type === 'FunctionExpression' &&
      at.parent.type === 'Property' &&
      at.parent.parent.type === 'ObjectExpression'
    ) {
      return { kind: 'object', module, node: at.parent.parent };
    }
  }
  return undefined;
}
