import { enclosingFunction, isFunction, unwrap, type Node } from './nodes.js';

// What a function that calls itself passes on of what it was given.

/** A parameter's name, and what the call has in its place. */
type Passed = readonly [name: string | undefined, argument: Node | undefined];

/** What a call passes on; undefined for what is no call in a function. */
function passedBy(node: Node): readonly Passed[] | undefined {
  const fn = enclosingFunction(node);
  if (!fn || node.type !== 'CallExpression') return undefined;
  return fn.params.map((param, i): Passed => {
    const plain = param.type === 'AssignmentPattern' ? param.left : param;
    return [plain.type === 'Identifier' ? plain.name : undefined, node.arguments[i]];
  });
}

function isSame([name, argument]: Passed): boolean {
  const given = argument && unwrap(argument);
  return given?.type === 'Identifier' && given.name === name;
}

/** `load(url, tries - 1)` in `load(url, tries)`: its first argument is that of the call before. */
export function passesFirstOn(node: Node): boolean {
  const [first] = passedBy(node) ?? [];
  return !!first && (!first[1] || isSame(first));
}

/** `load(url)` in `load(url)`: nothing changes with the call, and it is not in a function that runs later. */
export function passesAllOn(node: Node): boolean {
  const passed = passedBy(node);
  return !!passed && !isFunction(node.parent) && passed.every(isSame);
}
