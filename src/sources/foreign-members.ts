import type { TSESTree } from '@typescript-eslint/utils';
import { File } from '../syntax/file.js';
import { keyName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { visit } from '../syntax/visit.js';
import { isModule } from '../syntax/require.js';

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
  return !!body?.parent.superClass && !!name && !membersOf(file, body).has(name);
}

/**
 * Whether the file says what a member of `this` is: a value, or the type of a request function. A `fetch` of `this` of
 * which nothing is written may be anything; other objects are known by how their `fetch` is used.
 */
export function isGiven(file: File, node: TSESTree.MemberExpression): boolean {
  if (unwrap(node.object).type !== 'ThisExpression') return true;
  if (assignedTo(file, node).length > 0) return true;
  const name = memberName(node);
  return classAround(node)?.body.some((member) => isGivenBy(member, name)) ?? false;
}

/** `fetch = globalThis.fetch`, `fetch: typeof fetch`, `constructor(private fetch: Fetch)`. */
function isGivenBy(member: TSESTree.ClassElement, name: string | undefined): boolean {
  if (member.type === 'PropertyDefinition') {
    return keyName(member) === name && (!!member.value || typeSays(member.typeAnnotation));
  }
  if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return false;
  return member.value.params.some((param) => {
    if (param.type !== 'TSParameterProperty') return false;
    const target = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
    return target.type === 'Identifier' && target.name === name;
  });
}

/** `typeof fetch`, `typeof globalThis.fetch`. */
const typeSays = (annotation: TSESTree.TSTypeAnnotation | undefined): boolean =>
  annotation?.typeAnnotation.type === 'TSTypeQuery';

const none: readonly Node[] = [];

/** What the functions of a class put into a member of `this`: `this.fetch = makeFetch()`. */
export function assignedTo(file: File, node: TSESTree.MemberExpression): readonly Node[] {
  const body = unwrap(node.object).type === 'ThisExpression' ? classAround(node) : undefined;
  return (body && membersOf(file, body).get(memberName(node))) ?? none;
}

/** The class that a node is written in, also where compiled code has a function of its own for `async`. */
function classAround(node: Node): TSESTree.ClassBody | undefined {
  let at: Node | undefined = node;
  while (at && at.type !== 'ClassBody') at = at.parent;
  return at;
}

/** A class is looked through once, however often one of its members is asked for. */
const defined = new WeakMap<TSESTree.ClassBody, Members>();

/** What was assigned to each member. */
type Members = ReadonlyMap<string | undefined, readonly Node[]>;

/** What a class declares, and what its functions assign to `this`. */
function membersOf(file: File, body: TSESTree.ClassBody): Members {
  let members = defined.get(body);
  if (!members) defined.set(body, (members = findMembers(file, body)));
  return members;
}

function findMembers(file: File, body: TSESTree.ClassBody): Members {
  const members = new Map<string | undefined, Node[]>();
  for (const member of body.body) if ('key' in member) members.set(keyName(member), []);
  visit(body, file.source.visitorKeys, (node) => {
    if (node.type !== 'AssignmentExpression') return;
    const { left, right } = node;
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') return;
    const name = memberName(left);
    const values = members.get(name);
    if (values) values.push(right);
    else members.set(name, [right]);
  });
  return members;
}
