import type { TSESTree } from '@typescript-eslint/utils';
import { enumInitializer, keyName, memberName, type Node } from '../../syntax/nodes.js';
import { returnedBy, visit } from '../../syntax/visit.js';
import { withMethod } from '../instance.js';
import type { Meaning } from './meaning.js';
import type { Module } from './modules.js';

/** What members need to know of the expressions that they hold. */
export interface Look {
  of(module: Module, expression: Node, hops: number): Meaning | undefined;
  ofType(module: Module, annotation: TSESTree.TSTypeAnnotation | undefined, hops: number): Meaning | undefined;
  instanceOf(module: Module, callee: Node, hops: number): Meaning | undefined;
  exported(module: Module, name: string, hops: number): Meaning | undefined;
}

/** What a member of something stands for. */
export function memberOf(look: Look, owner: Meaning, name: string, hops: number): Meaning | undefined {
  switch (owner.kind) {
    case 'module':
      return look.exported(owner.module, name, hops);
    case 'object':
      return ofObject(look, owner.module, owner.node, name, hops);
    case 'class':
    case 'instance':
      return ofClass(look, owner.module, owner.node, name, { isStatic: owner.kind === 'class', hops });
    case 'enum': {
      const initializer = enumInitializer(owner.node, name);
      return initializer && look.of(owner.module, initializer, hops);
    }
    case 'client': {
      const instance = withMethod(owner.instance, name);
      if (instance) return { kind: 'client method', module: owner.module, instance, name };
      return owner.instance.object.isNested ? owner : undefined;
    }
    default:
      return undefined;
  }
}

function ofObject(
  look: Look,
  module: Module,
  { properties }: TSESTree.ObjectExpression,
  name: string,
  hops: number,
): Meaning | undefined {
  for (const property of properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = look.of(module, property.argument, hops);
      const found = spread && memberOf(look, spread, name, hops);
      if (found) return found;
    } else if (keyName(property) === name) {
      return property.kind === 'init' ? look.of(module, property.value, hops) : undefined;
    }
  }
  return undefined;
}

interface InClass {
  readonly isStatic: boolean;
  readonly hops: number;
}

function ofClass(
  look: Look,
  module: Module,
  body: TSESTree.ClassBody,
  name: string,
  how: InClass,
): Meaning | undefined {
  const { isStatic, hops } = how;
  for (const member of body.body) {
    if (!('key' in member) || !!member.static !== isStatic || keyName(member) !== name) continue;
    const found = ofMember(look, module, member, hops);
    if (found || member.type === 'MethodDefinition') return found;
  }
  const inConstructor = isStatic ? undefined : ofConstructor(look, module, body, name, hops);
  if (inConstructor) return inConstructor;
  const { superClass } = body.parent;
  const base = superClass && look.of(module, superClass, hops);
  return base?.kind === 'class' ? ofClass(look, base.module, base.node, name, how) : undefined;
}

function ofMember(look: Look, module: Module, member: TSESTree.ClassElement, hops: number): Meaning | undefined {
  if (member.type === 'MethodDefinition') {
    if (member.kind === 'method') return look.of(module, member.value, hops);
    const fn = member.kind === 'get' && member.value.type === 'FunctionExpression' ? member.value : undefined;
    const returned = fn ? returnedBy(fn, module.file.source.visitorKeys) : [];
    return returned.length === 1 ? look.of(module, returned[0]!, hops) : undefined;
  }
  if (member.type !== 'PropertyDefinition') return undefined;
  return (member.value && look.of(module, member.value, hops)) ?? look.ofType(module, member.typeAnnotation, hops);
}

/** `constructor(private readonly api: Api)`, `this.api = new Api()`: what a class is given, or gives itself. */
function ofConstructor(
  look: Look,
  module: Module,
  body: TSESTree.ClassBody,
  name: string,
  hops: number,
): Meaning | undefined {
  const method = body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (method?.type !== 'MethodDefinition' || method.value.type !== 'FunctionExpression') return undefined;
  for (const parameter of method.value.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const { parameter: inner } = parameter;
    const identifier = inner.type === 'AssignmentPattern' ? inner.left : inner;
    if (identifier.type === 'Identifier' && identifier.name === name) {
      return look.ofType(module, identifier.typeAnnotation, hops);
    }
  }
  const values: Node[] = [];
  visit(method.value.body, module.file.source.visitorKeys, (node) => {
    if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return;
    if (node.left.object.type === 'ThisExpression' && memberName(node.left) === name) values.push(node.right);
  });
  return values.length === 1 ? look.of(module, values[0]!, hops) : undefined;
}
