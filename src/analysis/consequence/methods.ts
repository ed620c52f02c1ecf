import type { TSESTree } from '@typescript-eslint/utils';
import { isErrorField, isFailureText } from '../../models/failure-words.js';
import { isFunction } from '../../syntax/nodes.js';
import { inOrder } from './arguments.js';
import { constantOf, made, missing, showsBody, verdict, type Value } from './hypothesis.js';
import type { Path, Result } from './path.js';
import { Walk } from './walk.js';

/** A method is called on the body, or on something of it. */
export function callMethod(
  walk: Walk,
  node: TSESTree.CallExpression,
  name: string | undefined,
  { path, value: object }: Result,
): readonly Result[] {
  const given = inOrder(walk, node.arguments, path);
  const text = node.arguments[0]?.type === 'Literal' ? String(node.arguments[0].value) : undefined;
  const value = resultOf(object, name ?? '', text);
  if (value === 'throws') {
    for (const { path: after } of given) walk.throws(after, node);
    return [];
  }
  return given.flatMap(({ path: after, values }) => {
    if (after.isRead && values.some(showsBody) && !isFunction(node.arguments[0])) walk.hurts(node);
    return runCallback(walk, node, after).map((end) => ({ path: end, value }));
  });
}

/** What a method gives on the body of an error; `throws` where there is no such method. */
function resultOf(object: Value, name: string, text: string | undefined): Value | 'throws' {
  switch (object.kind) {
    case 'missing':
      return 'throws';
    case 'body':
      if (object.form === 'text') return ofText(name, text);
      return object.form === 'json' ? ofObject(name, text) : made;
    case 'field':
      return asksText.has(name) ? verdict('asked') : made;
    case 'verdict':
      return object;
    default:
      return made;
  }
}

const asksText: ReadonlySet<string> = new Set(['includes', 'startsWith', 'endsWith', 'some', 'every', 'has']);

/** The text of an error is a text, and has not in it what is looked for. */
function ofText(name: string, text: string | undefined): Value {
  if (asksText.has(name)) return verdict(text !== undefined && isFailureText(text) ? 'asked' : false);
  if (name === 'match' || name === 'exec') return missing;
  if (name === 'indexOf' || name === 'search') return constantOf(-1);
  if (name === 'split') return { kind: 'body', form: 'pieces' };
  return sameText.has(name) ? { kind: 'body', form: 'text' } : made;
}

const sameText: ReadonlySet<string> = new Set([
  'trim',
  'toLowerCase',
  'toUpperCase',
  'normalize',
  'toString',
  'replace',
  'replaceAll',
  'slice',
]);

/** An object that says what went wrong has the methods of every object, and no others: `data.map(…)` throws. */
function ofObject(name: string, text: string | undefined): Value | 'throws' {
  if (name === 'hasOwnProperty') return verdict(text !== undefined && isErrorField(text));
  return name === 'toString' || name === 'valueOf' ? made : 'throws';
}

/** `names.forEach((name) => show(name))` of what was made of the body. */
function runCallback(walk: Walk, node: TSESTree.CallExpression, path: Path): readonly Path[] {
  const [callback] = node.arguments;
  if (!isFunction(callback) || walk.isActive(callback)) return [path];
  return [
    path,
    ...walk
      .run(
        callback,
        callback.params.map(() => made),
        path,
      )
      .map((result) => result.path),
  ];
}
