import type { TSESTree } from '@typescript-eslint/utils';
import { exportsName, type ClientObject } from '../models/index.js';
import { File } from '../syntax/file.js';
import { enclosingClass, isFunction, isInside, keyName, memberName, unwrap, type Node } from '../syntax/nodes.js';
import { annotationOf, namedType } from '../syntax/type-names.js';
import { assignedTo } from './foreign-members.js';
import type { Instance, Row } from './instance.js';
import { patternKey } from './written.js';

/** How many names and calls lead from a function to the module that it comes from. */
const deepest = 4;

type FindRow = (isOne: (object: ClientObject) => boolean) => Row | undefined;

/** Objects of a client that other code hands over: by their type, to a callback, in another object. */
export class GivenObjects {
  constructor(
    private readonly file: File,
    private readonly rowOf: FindRow,
  ) {}

  /** `http: AxiosInstance`: whoever gives it may have set it up in any way. */
  ofType(target: Node | undefined): Instance | undefined {
    const type = target && this.exportOfType(annotationOf(target));
    return type && target && this.given(target, (object) => exportsName(object.types, ...type));
  }

  /** `inject(HttpClient)` of Angular. */
  injected({ callee: called, arguments: [type] }: TSESTree.CallExpression): Instance | undefined {
    const [by, of] = [unwrap(called), type && unwrap(type)].map((node) => node && this.importOf(node));
    if (!by || !of) return undefined;
    return this.given(called, ({ injectors, types }) => exportsName(injectors, ...by) && exportsName(types, ...of));
  }

  /** `this.http.axiosRef`, `page.request`, by the type of what holds it. */
  held(node: TSESTree.MemberExpression): Instance | undefined {
    const name = memberName(node);
    const isHolder = ({ holders = [] }: ClientObject) => holders.some(({ property }) => property === name);
    if (name === undefined || !this.rowOf(isHolder)) return undefined;
    const type = this.exportOfType(this.typeOf(unwrap(node.object)));
    const isHeld = ({ holders = [] }: ClientObject) =>
      !!type && holders.some(({ property, types }) => property === name && exportsName(types, ...type));
    return this.given(node, isHeld);
  }

  /** `request` of `test('…', async ({ request }) => …)`. */
  ofCallback(node: Node): Instance | undefined {
    if (!this.rowOf(({ callbacks }) => !!callbacks)) return undefined;
    const path: string[] = [];
    let at = unwrap(node);
    for (; at.type === 'MemberExpression'; at = unwrap(at.object)) path.unshift(memberName(at) ?? '');
    const variable = at.type === 'Identifier' ? this.file.variable(at) : undefined;
    const fn = variable?.defs[0]?.node as Node | undefined;
    const call = isFunction(fn) && fn.parent.type === 'CallExpression' ? fn.parent : undefined;
    if (!variable || !isFunction(fn) || !call || call.callee === fn) return undefined;
    const key = patternKey(fn, variable);
    const place = fn.params.findIndex((one) => isInside(variable.identifiers[0]!, one));
    const text = (key === undefined ? path : [key, ...path]).join();
    const from = this.originOf(call.callee);
    return (
      from &&
      this.given(node, ({ callbacks = [] }) =>
        callbacks.some(
          (one) => one.parameter === place && one.property.join() === text && exportsName(one.modules, ...from),
        ),
      )
    );
  }

  private given(made: Node, isOne: (object: ClientObject) => boolean): Instance | undefined {
    const row = this.rowOf(isOne);
    return row && { ...row, made, configs: [], ...(!row.object.isUsual && { isVague: true }) };
  }

  /** The type that is written beside a name or a member of `this`. */
  private typeOf(node: Node): TSESTree.TypeNode | undefined {
    if (node.type === 'Identifier') {
      const [name] = this.file.variable(node)?.identifiers ?? [];
      return name && annotationOf(name);
    }
    if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
    const { type } = memberOfThis(this.file, node);
    return type && annotationOf(type);
  }

  private exportOfType(type: TSESTree.TypeNode | undefined): Export | undefined {
    if (type?.type !== 'TSTypeReference') return undefined;
    const named = namedType(this.file, type.typeName);
    return named.kind === 'imported' ? [named.module, named.name] : undefined;
  }

  /** What a name imports. */
  private importOf(node: Node): Export | undefined {
    if (node.type !== 'Identifier') return undefined;
    const named = namedType(this.file, node);
    return named.kind === 'imported' ? [named.module, named.name] : undefined;
  }

  /** What a function is made of: `test` of `test.only`, of `const it = test.extend({})`. */
  private originOf(callee: Node, depth = 0): Export | undefined {
    const node = unwrap(callee);
    if (depth > deepest) return undefined;
    if (node.type === 'MemberExpression') return this.originOf(node.object, depth + 1);
    if (node.type === 'CallExpression') return this.originOf(node.callee, depth + 1);
    const variable = node.type === 'Identifier' ? this.file.variable(node) : undefined;
    const init = variable && this.file.constantInit(variable);
    return init ? this.originOf(init, depth + 1) : this.importOf(node);
  }
}

/** A module's specifier, and what is imported of it. */
type Export = readonly [module: string, name: string];

/** What a class gives a member of `this`, and where the member's type is written. */
export function memberOfThis(file: File, node: TSESTree.MemberExpression): { values: readonly Node[]; type?: Node } {
  const name = memberName(node);
  const values = [...assignedTo(file, node)];
  let type: Node | undefined;
  for (const member of enclosingClass(node)?.body ?? []) {
    if (member.type === 'PropertyDefinition' && keyName(member) === name) {
      if (member.value) values.push(member.value);
      type = member;
    }
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      for (const parameter of member.value.params) {
        const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined;
        if (target?.type === 'Identifier' && target.name === name) type = target;
      }
    }
  }
  return { values, ...(type && { type }) };
}
