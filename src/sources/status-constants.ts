import type { TSESTree } from '@typescript-eslint/utils';
import { exportsName } from '../models/index.js';
import { codeNamed, statusObjects } from '../models/status-constants.js';
import type { File } from '../syntax/file.js';
import { keyName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { requiredModule } from '../syntax/require.js';
import { namedType } from '../syntax/type-names.js';

const imported = new WeakMap<File, boolean>();

/** Whether a file imports such an object at all. */
function mayImport(file: File): boolean {
  let answer = imported.get(file);
  if (answer === undefined)
    imported.set(file, (answer = Object.keys(statusObjects).some((module) => file.source.text.includes(module))));
  return answer;
}

/** The status code that a name of a package's stands for: `StatusCodes.NOT_FOUND` of `http-status-codes`. */
export function statusConstant(file: File, node: Node): number | undefined {
  if (!mayImport(file)) return undefined;
  if (node.type === 'MemberExpression') {
    const name = memberName(node);
    return name !== undefined && isStatusObject(file, unwrap(node.object)) ? codeNamed(name) : undefined;
  }
  const taken = node.type === 'Identifier' ? takenOut(file, node) : undefined;
  return taken && isStatusObject(file, unwrap(taken.from)) ? codeNamed(taken.name) : undefined;
}

function isStatusObject(file: File, node: Node): boolean {
  if (node.type === 'MemberExpression') {
    const name = memberName(node);
    const module = name === undefined ? undefined : moduleOf(file, unwrap(node.object));
    return module !== undefined && exportsName(statusObjects, module, name!);
  }
  const module = moduleOf(file, node);
  if (module !== undefined && exportsName(statusObjects, module, '*')) return true;
  if (node.type !== 'Identifier') return false;
  const named = namedType(file, node);
  if (named.kind === 'imported') return exportsName(statusObjects, named.module, named.name);
  const taken = takenOut(file, node);
  const from = taken && moduleOf(file, unwrap(taken.from));
  return from !== undefined && exportsName(statusObjects, from, taken!.name);
}

/** The module that an expression stands for as a whole: a namespace, a default import, `require('axios')`. */
function moduleOf(file: File, node: Node): string | undefined {
  if (node.type === 'CallExpression') return requiredModule(node);
  if (node.type !== 'Identifier') return undefined;
  const named = namedType(file, node);
  if (named.kind === 'imported') return named.name === '*' || named.name === 'default' ? named.module : undefined;
  const variable = file.variable(node);
  const init = variable && file.constantInit(variable);
  return init?.type === 'CallExpression' ? requiredModule(init) : undefined;
}

/** `const { NOT_FOUND } = StatusCodes`: what a name is taken from, and under which name it is there. */
function takenOut(file: File, name: TSESTree.Identifier): { from: Node; name: string } | undefined {
  const variable = file.variable(name);
  const definition = variable?.defs[0];
  const node = definition?.node as Node | undefined;
  if (node?.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern' || !node.init) return undefined;
  const property = node.id.properties.find((one) => one.type === 'Property' && one.value === definition!.name);
  const key = property?.type === 'Property' ? keyName(property) : undefined;
  return key === undefined ? undefined : { from: node.init, name: key };
}
