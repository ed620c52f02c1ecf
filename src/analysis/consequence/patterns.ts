import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrapTypes, type Node } from '../../syntax/nodes.js';
import { bodyIn, isNoList, made, memberOf, showsBody, unknown, type Value } from './hypothesis.js';
import { withValue, type Path, type Result } from './path.js';
import { tellsByTarget } from './telling.js';
import { Walk } from './walk.js';

/** Binds a value to a pattern; undefined where taking it apart throws. */
export function bind(walk: Walk, target: Node, value: Value, path: Path): Path | undefined {
  const pattern = unwrapTypes(target);
  switch (pattern.type) {
    case 'Identifier': {
      const variable = walk.facts.file.variable(pattern);
      return variable ? withValue(path, variable, value) : path;
    }
    case 'AssignmentPattern':
      return bind(walk, pattern.left, showsBody(value) ? made : value, path);
    case 'RestElement':
      return bind(walk, pattern.argument, showsBody(value) ? made : unknown, path);
    case 'ObjectPattern':
      return bindProperties(walk, pattern, value, path);
    case 'ArrayPattern':
      return bindItems(walk, pattern, value, path);
    default:
      return path;
  }
}

function bindProperties(walk: Walk, pattern: TSESTree.ObjectPattern, value: Value, path: Path): Path | undefined {
  let at: Path | undefined = path;
  for (const property of pattern.properties) {
    if (!at) return undefined;
    if (property.type === 'RestElement') at = bind(walk, property, value, at);
    else {
      const isBody = property === walk.question.use;
      if (isBody) at = { ...at, isRead: true };
      const member: ReturnType<typeof memberOf> = isBody
        ? bodyIn(walk.question.form)
        : memberOf(value, keyName(property));
      if (member === 'throws') return void walk.throws(at, property);
      at = bind(walk, property.value, member, at);
    }
  }
  return at;
}

function bindItems(walk: Walk, pattern: TSESTree.ArrayPattern, value: Value, path: Path): Path | undefined {
  if (isNoList(value)) return void walk.throws(path, pattern);
  let at: Path | undefined = path;
  pattern.elements.forEach((element, i) => {
    const item = value.kind === 'record' ? value.fields.get(String(i)) : undefined;
    if (element && at) at = bind(walk, element, item ?? (showsBody(value) ? made : unknown), at);
  });
  return at;
}

/** An assignment: to a variable of the walk, or to something that others read. */
export function assign(walk: Walk, node: TSESTree.AssignmentExpression, result: Result): readonly Result[] {
  const target = unwrapTypes(node.left);
  const value = node.operator === '=' ? result.value : showsBody(result.value) ? made : unknown;
  const { path } = result;
  const tells = tellsByTarget(target, node.right, path);
  if (tells) {
    walk.fails(path, node);
    return [];
  }
  if (isOwn(walk, target)) {
    const after = bind(walk, target, value, path);
    return after ? [{ path: after, value }] : [];
  }
  if (path.isRead && showsBody(value)) walk.hurts(node);
  return [{ path, value }];
}

/** Whether a variable is one of the function that is walked, so that what it holds is followed. */
function isOwn(walk: Walk, target: Node): boolean {
  if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern') return true;
  if (target.type !== 'Identifier') return false;
  const variable = walk.facts.file.variable(target);
  return !!variable && variable.defs.length > 0 && walk.owns(variable);
}
