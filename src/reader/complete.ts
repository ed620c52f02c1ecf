import { visitorKeys } from '@typescript-eslint/visitor-keys';

interface Node {
  readonly type: string;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

const classes = ['ClassDeclaration', 'ClassExpression'];
const decorated = [
  ...classes,
  ...['Identifier', 'ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement', 'TSParameterProperty'],
  ...['PropertyDefinition', 'MethodDefinition', 'AccessorProperty'],
  ...['TSAbstractPropertyDefinition', 'TSAbstractMethodDefinition', 'TSAbstractAccessorProperty'],
];

/** Lists that TS-ESTree always has and Babel only where there is something in them. */
const lists: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...decorated.map((type): [string, string[]] => [type, ['decorators']]),
  ...classes.map((type): [string, string[]] => [type, ['decorators', 'implements']]),
  ['TSInterfaceDeclaration', ['extends']],
]);

/** Makes a tree of Babel's complete in TS-ESTree's sense: its lists are there, and each node knows its parent. */
export function complete(root: object): void {
  const stack = [root as Node];
  for (let node = stack.pop(); node; node = stack.pop()) {
    for (const list of lists.get(node.type) ?? []) node[list] ??= [];
    for (const key of visitorKeys[node.type] ?? []) {
      const child = node[key];
      for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) {
        if (!isNode(one)) continue;
        one.parent = node;
        stack.push(one);
      }
    }
  }
}
