import type { TSESTree } from '@typescript-eslint/utils';
import type { Client } from '../../models/index.js';
import type { FunctionNode, Node } from '../../syntax/nodes.js';
import type { Instance } from '../instance.js';
import type { Module } from './modules.js';

/** What an expression stands for, in whichever file that is written. */
export type Meaning =
  | { readonly kind: 'function'; readonly module: Module; readonly node: FunctionNode }
  | { readonly kind: 'class' | 'instance'; readonly module: Module; readonly node: TSESTree.ClassBody }
  | { readonly kind: 'object'; readonly module: Module; readonly node: TSESTree.ObjectExpression }
  | { readonly kind: 'enum'; readonly module: Module; readonly node: TSESTree.TSEnumDeclaration }
  /** A file as a whole: `import * as http from './http'`. */
  | { readonly kind: 'module'; readonly module: Module }
  /** A client's own function: `export { default as fetch } from 'node-fetch'`. */
  | { readonly kind: 'request'; readonly module: Module; readonly client: Client }
  /** An object of a client: `export const api = axios.create(…)`. */
  | { readonly kind: 'client'; readonly module: Module; readonly instance: Instance }
  /** A method of one. */
  | { readonly kind: 'client method'; readonly module: Module; readonly instance: Instance; readonly name: string }
  /** Anything else that is written down: `export const NOT_FOUND = 404`. */
  | { readonly kind: 'expression'; readonly module: Module; readonly node: Node };
