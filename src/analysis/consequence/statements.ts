import type { TSESTree } from '@typescript-eslint/utils';
import {
  enclosingFunction,
  isFunction,
  isInside,
  isLoop,
  unwrapTypes,
  type Loop,
  type Node,
} from '../../syntax/nodes.js';
import { branch, compare, sidesOf } from './conditions.js';
import { asksElsewhere, givesTheSame, putsBack } from './fallbacks.js';
import { constantOf, isNoList, made, showsBody, unknown, type Value } from './hypothesis.js';
import { distinct, type Completion, type Path, type Result } from './path.js';
import { bind } from './patterns.js';
import { returnsFailure, throwsOwnWords } from './telling.js';
import { Walk } from './walk.js';

/** Runs a statement: how it ends, on each way through it. */
export function execute(walk: Walk, node: Node, path: Path): readonly Completion[] {
  if (isLoop(node)) return executeLoop(walk, node, path);
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
    case 'Program':
      return executeAll(walk, node.body, path);
    case 'ExpressionStatement':
      return discard(walk, node.expression, path);
    case 'VariableDeclaration':
      return executeDeclaration(walk, node, path);
    case 'IfStatement':
      return executeIf(walk, node, path);
    case 'ReturnStatement':
      return executeReturn(walk, node, path);
    case 'ThrowStatement':
      executeThrow(walk, node, path);
      return [];
    case 'BreakStatement':
    case 'ContinueStatement':
      return [{ kind: node.type === 'BreakStatement' ? 'break' : 'continue', path, label: node.label?.name }];
    case 'TryStatement':
      return executeTry(walk, node, path);
    case 'SwitchStatement':
      return executeSwitch(walk, node, path);
    case 'LabeledStatement':
      return walk.execute(node.body, path).map((end) => (end.label === node.label.name ? normal(end.path) : end));
    case 'ExportNamedDeclaration':
      return node.declaration ? walk.execute(node.declaration, path) : [normal(path)];
    default:
      return [normal(path)];
  }
}

const normal = (path: Path): Completion => ({ kind: 'normal', path });

export function executeAll(walk: Walk, nodes: readonly Node[], path: Path): readonly Completion[] {
  let ends: Completion[] = [normal(path)];
  for (const node of nodes) {
    if (!ends.some(({ kind }) => kind === 'normal')) break;
    ends = distinct(ends.flatMap((end) => (end.kind === 'normal' ? walk.execute(node, end.path) : [end])));
  }
  return ends;
}

/** Nobody waits for the promise of an expression: where it rejects, nobody is told. */
function discard(walk: Walk, expression: Node, path: Path): readonly Completion[] {
  const node = unwrapTypes(expression);
  if (node.type === 'LogicalExpression' && node.operator !== '??') {
    const { whenTrue, whenFalse } = branch(walk, node.left, path);
    const [goesOn, stays] = node.operator === '&&' ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
    return [...goesOn.flatMap((side) => discard(walk, node.right, side)), ...stays.map(normal)];
  }
  return distinct(
    walk.evaluate(node, path).flatMap((result) => {
      if (result.value.kind === 'promise' && result.value.rejected.length > 0) return walk.hurts(node);
      return [normal(result.path)];
    }),
  );
}

function executeDeclaration(walk: Walk, node: TSESTree.VariableDeclaration, path: Path): readonly Completion[] {
  let paths: readonly Path[] = [path];
  for (const { id, init } of node.declarations) {
    paths = paths.flatMap((at) => {
      const results = init ? walk.evaluate(init, at) : [{ path: at, value: unset(walk, id) }];
      return results.flatMap((result) => bind(walk, id, result.value, result.path) ?? []);
    });
  }
  return distinct(paths.map(normal));
}

/** `let user;` is undefined until a statement of the same function gives it something. */
function unset({ facts: { file } }: Walk, target: Node): Value {
  const variable = target.type === 'Identifier' ? file.variable(target) : undefined;
  const isOwn = (at: Node) => enclosingFunction(at) === enclosingFunction(target);
  const writes = variable?.references.filter((reference) => reference.isWrite());
  return writes?.every(({ identifier }) => isOwn(identifier)) ? constantOf(undefined) : unknown;
}

function executeIf(walk: Walk, node: TSESTree.IfStatement, path: Path): readonly Completion[] {
  const { whenTrue, whenFalse } = branch(walk, node.test, path);
  const side = (statement: Node | null, paths: readonly Path[]) =>
    statement ? paths.flatMap((at) => walk.execute(statement, at)) : paths.map(normal);
  const kept = node.alternate ? whenFalse : whenFalse.map((at) => keepDefaults(walk, node, at, path));
  return distinct([...side(node.consequent, whenTrue), ...side(node.alternate, kept)]);
}

/** `let items = []; … if (data.items) items = data.items;`: on the other side the default stays, which is meant. */
function keepDefaults(walk: Walk, { test, consequent }: TSESTree.IfStatement, at: Path, before: Path): Path {
  const isTested = at.test !== before.test && at.test !== undefined && isInside(at.test, test);
  return isTested && walk.facts.branches.overwritesDefaultsOnly(consequent)
    ? { ...at, test: before.test, keeps: test }
    : at;
}

function executeReturn(walk: Walk, node: TSESTree.ReturnStatement, path: Path): readonly Completion[] {
  const results: readonly Result[] = node.argument ? walk.evaluate(node.argument, path) : [{ path, value: unknown }];
  return returned(walk, node.argument ?? undefined, results);
}

/** What a function gives back, where that does not say itself that it failed. */
export function returned(walk: Walk, node: Node | undefined, results: readonly Result[]): readonly Completion[] {
  return results.flatMap(({ path, value }) => {
    if (path.isRead && !walk.isHelper && endsInFailure(walk, node, value, path)) {
      walk.fails(path, node!);
      return [];
    }
    return [{ kind: 'return', path, value, node }];
  });
}

const endsInFailure = (walk: Walk, node: Node | undefined, value: Value, path: Path): boolean =>
  ((path.test ?? path.step) !== undefined && returnsFailure(node, value, path)) || givesTheSame(walk, node, value);

/** An error that is made for the failure is the failure's end; what only passes an exception on is that exception still. */
function executeThrow(walk: Walk, node: TSESTree.ThrowStatement, path: Path): void {
  for (const { path: after } of walk.evaluate(node.argument, path)) {
    if (!after.isRead) continue;
    if (!after.step || throwsOwnWords(node.argument)) walk.fails(after, node);
    else walk.throws(after, after.step);
  }
}

function executeTry(walk: Walk, node: TSESTree.TryStatement, path: Path): readonly Completion[] {
  const { handler, finalizer } = node;
  if (!handler) return finish(walk, finalizer, walk.execute(node.block, path));
  const { done, thrown } = walk.catching(() => walk.execute(node.block, path));
  if (thrown.length === 0) return finish(walk, finalizer, distinct(done));
  const instead = asksElsewhere(walk, handler.body) ? handler : putsBack(walk, node.block, handler);
  const handled = thrown.flatMap((failed) => {
    if (instead) {
      walk.fails({ ...failed, handler }, instead);
      return [];
    }
    const caught: Path = { ...failed, handler };
    const bound = handler.param ? bind(walk, handler.param, { kind: 'exception' }, caught) : caught;
    return bound ? walk.execute(handler.body, bound) : [];
  });
  return finish(walk, finalizer, distinct([...done, ...handled]));
}

function finish(walk: Walk, finalizer: Node | null | undefined, ends: readonly Completion[]): readonly Completion[] {
  if (!finalizer) return ends;
  return ends.flatMap((end) =>
    walk.execute(finalizer, end.path).map((after) => (after.kind === 'normal' ? { ...end, path: after.path } : after)),
  );
}

function executeSwitch(walk: Walk, node: TSESTree.SwitchStatement, path: Path): readonly Completion[] {
  const ends = walk.evaluate(node.discriminant, path).flatMap(({ path: at, value }) => runCases(walk, node, value, at));
  return distinct(ends.map((end) => (end.kind === 'break' && !end.label ? normal(end.path) : end)));
}

function runCases(walk: Walk, { cases }: TSESTree.SwitchStatement, value: Value, path: Path): readonly Completion[] {
  const from = (i: number, at: Path) =>
    executeAll(
      walk,
      cases.slice(i).flatMap(({ consequent }) => consequent),
      at,
    );
  const ends: Completion[] = [];
  let open: readonly Path[] = [path];
  cases.forEach(({ test }, i) => {
    if (!test) return;
    const sides = open.flatMap((at) =>
      walk.evaluate(test, at).map((result) => {
        const equal = compare({ operator: '===' } as TSESTree.BinaryExpression, value, result.value);
        return sidesOf(walk, test, equal, result.path);
      }),
    );
    ends.push(...sides.flatMap(({ whenTrue }) => whenTrue).flatMap((at) => from(i, at)));
    open = sides.flatMap(({ whenFalse }) => whenFalse);
  });
  const fallback = cases.findIndex(({ test }) => !test);
  return [...ends, ...open.flatMap((at) => (fallback < 0 ? [normal(at)] : from(fallback, at)))];
}

/** A loop runs never, or once: what its second turn does to a body, its first has done. */
function executeLoop(walk: Walk, node: Loop, path: Path): readonly Completion[] {
  const entered = enter(walk, node, path);
  const ends = entered.whenTrue.flatMap((at) => walk.execute(node.body, at));
  const after = ends.map((end) => (end.kind === 'return' || isOuter(end, node) ? end : normal(end.path)));
  return distinct([...entered.whenFalse.map(normal), ...after]);
}

const isOuter = ({ label }: Completion, node: Node): boolean =>
  label !== undefined && !(node.parent?.type === 'LabeledStatement' && node.parent.label.name === label);

function enter(walk: Walk, node: Loop, path: Path): { whenTrue: readonly Path[]; whenFalse: readonly Path[] } {
  switch (node.type) {
    case 'ForOfStatement':
    case 'ForInStatement':
      return enterList(walk, node, path);
    case 'ForStatement': {
      const paths = node.init ? initialised(walk, node.init, path) : [path];
      if (!node.test) return { whenTrue: paths, whenFalse: [] };
      const sides = paths.map((at) => branch(walk, node.test!, at));
      return { whenTrue: sides.flatMap((s) => s.whenTrue), whenFalse: sides.flatMap((s) => s.whenFalse) };
    }
    case 'DoWhileStatement':
      return { whenTrue: [path], whenFalse: [] };
    default:
      return branch(walk, node.test, path);
  }
}

const initialised = (walk: Walk, init: Node, path: Path): readonly Path[] =>
  init.type === 'VariableDeclaration'
    ? walk.execute(init, path).map((end) => end.path)
    : walk.evaluate(init, path).map((result) => result.path);

/** `for (const item of data.items)`: what is missing cannot be gone through. */
function enterList(walk: Walk, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, path: Path) {
  const whenTrue: Path[] = [];
  const whenFalse: Path[] = [];
  const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
  for (const { path: at, value } of walk.evaluate(node.right, path)) {
    if (node.type === 'ForOfStatement' && isNoList(value)) {
      walk.throws(at, node.right);
      continue;
    }
    whenFalse.push(at);
    const bound = isFunction(target) ? at : bind(walk, target, showsBody(value) ? made : unknown, at);
    if (bound) whenTrue.push(bound);
  }
  return { whenTrue, whenFalse };
}
