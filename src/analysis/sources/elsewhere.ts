import type { TSESTree } from '@typescript-eslint/utils';
import type { File } from '../file.js';
import { keyName, memberName, unwrap, visit, type Node } from '../syntax.js';
import { isModule } from './modules.js';

// Members that are called like a client's function, and are known to be something of another file's or another class's.

/** Whether a member is known to be no client's function, whatever its name. */
export const isAnotherMember = (file: File, node: TSESTree.MemberExpression): boolean =>
  file.functionsOf(node).length > 0 ||
  file.callees.isAccessed(node) ||
  isMethodOfNew(file, node.object) ||
  isFromOtherModule(file, node.object) ||
  isInherited(file, node);

/** `const client = new Client()`: its `fetch` is a method of that class. */
function isMethodOfNew(file: File, object: Node): boolean {
  const node = unwrap(object);
  if (node.type === 'NewExpression') return true;
  const init = constantOf(file, node);
  return !!init && unwrap(init).type === 'NewExpression';
}

/** A module as a whole: `require('./api')`, `import * as api from './api'`, or a constant that holds one. */
export function isFromOtherModule(file: File, object: Node): boolean {
  const node = unwrap(object);
  if (isModule(node)) return true;
  const variable = node.type === 'Identifier' ? file.variable(node) : undefined;
  if (variable?.defs[0]?.node.type === 'ImportNamespaceSpecifier') return true;
  const init = constantOf(file, node);
  return !!init && isModule(init);
}

const constantOf = (file: File, node: Node): Node | undefined => {
  const variable = node.type === 'Identifier' ? file.variable(node) : undefined;
  return variable && file.constantInit(variable);
};

/** `this.fetch` of a class that extends another one and does not say itself what its `fetch` is. */
function isInherited(file: File, node: TSESTree.MemberExpression): boolean {
  if (unwrap(node.object).type !== 'ThisExpression') return false;
  const body = classAround(node);
  const name = memberName(node);
  return !!body?.parent.superClass && !!name && !definesMember(file, body, name);
}

/** The class that a node is written in, also where compiled code has a function of its own for `async`. */
function classAround(node: Node): TSESTree.ClassBody | undefined {
  let at: Node | undefined = node;
  while (at && at.type !== 'ClassBody') at = at.parent;
  return at;
}

/** The members that classes define: a class is looked through once, however often one is asked for. */
const defined = new WeakMap<TSESTree.ClassBody, ReadonlySet<string | undefined>>();

function definesMember(file: File, body: TSESTree.ClassBody, name: string): boolean {
  let names = defined.get(body);
  if (!names) defined.set(body, (names = membersOf(file, body)));
  return names.has(name);
}

/** What a class declares, and what its functions assign to `this`. */
function membersOf(file: File, body: TSESTree.ClassBody): ReadonlySet<string | undefined> {
  const names = new Set(body.body.map((member) => ('key' in member ? keyName(member) : undefined)));
  visit(body, file.source.visitorKeys, (node) => {
    const target = node.type === 'AssignmentExpression' ? node.left : undefined;
    if (target?.type === 'MemberExpression' && target.object.type === 'ThisExpression') names.add(memberName(target));
  });
  return names;
}
