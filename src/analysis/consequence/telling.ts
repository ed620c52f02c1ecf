import type { TSESTree } from '@typescript-eslint/utils';
import { isErrorClass } from '../../models/conventions.js';
import { isErrorStatus } from '../../models/error-words.js';
import {
  isErrorField,
  isFailureFlag,
  isFailureText,
  isSuccessFlag,
  showsText,
  tellsFailure,
} from '../../models/failure-words.js';
import { isFailure } from '../../models/failure.js';
import { isFunction, isUndefined, keyName, lastName, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import type { Value } from './hypothesis.js';
import type { Path } from './path.js';
import { Walk } from './walk.js';

/** Whether a failure has been met on a path, so that a call may be there to tell of it. */
const isFailing = ({ isRead, test, step }: Path): boolean => isRead && !!(test ?? step);

/**
 * Whether a call tells somebody of the failure: `setError('…')`, `toast.error(…)`, `res.status(502).end()`. What is only
 * passed on of an exception ("Cannot read properties of undefined") tells nobody anything: there the words must be the
 * program's own.
 */
export function tellsByCall(
  walk: Walk,
  { callee, arguments: given }: TSESTree.CallExpression,
  values: readonly Value[],
  path: Path,
): boolean {
  if (!isFailing(path) || walk.facts.conventions.isLogger(callee)) return false;
  const names = namesOf(callee);
  const says = given.some((argument, i) => saysFailure(argument, values[i]));
  if (answersWithError(callee)) return true;
  if (names.some(tellsFailure))
    return given.length === 0 || (path.step ? says || speaks(given, values) : isSomething(values));
  return says && !names.some(isReport) && (names.some(showsText) || given.some(isTelling));
}

/** An error, or an object that has one: `setResult({ error: data.error })`. */
const isTelling = (node: Node): boolean =>
  isErrorObject(node) || (/^(Object|ArrowFunction)Expression$/.test(unwrap(node).type) && saysFailure(node, undefined));

/** What only those who run the program read. */
const isReport = (name: string): boolean => /^(track|capture|report|record|log|trace|count|measure)/.test(name);

/** `setError(null)` takes a failure back. */
const isSomething = (values: readonly Value[]): boolean =>
  values.some((value) => value.kind !== 'constant' || Boolean(value.value));

/** A constant or a text of the program's own: `setFailed(true)`, `reject(new Error('No answer'))`. */
const speaks = (nodes: readonly Node[], values: readonly Value[]): boolean =>
  values.some((value) => value.kind === 'constant' && Boolean(value.value)) || nodes.some(hasText);

/** The names in a callee: `toast` and `error` of `toast.error`, `status` and `json` of `res.status(500).json`. */
function namesOf(callee: Node): string[] {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'MemberExpression') return [...namesOf(node.object), memberName(node) ?? ''];
  return node.type === 'CallExpression' ? namesOf(node.callee) : [];
}

/** `res.status(500).json(…)`, `reply.code(404)`, `res.sendStatus(502)`. */
function answersWithError(callee: Node): boolean {
  const node = unwrap(callee);
  if (node.type !== 'MemberExpression') return false;
  const object = unwrap(node.object);
  if (object.type !== 'CallExpression') return false;
  const isStatus = /^(status|code|sendStatus|writeHead)$/.test(lastName(object.callee) ?? '');
  return (isStatus && object.arguments.some(isStatusOfError)) || answersWithError(object.callee);
}

const isStatusOfError = (node: Node): boolean => node.type === 'Literal' && isErrorStatus(node.value);

/** `errorText.textContent = 'Failed'`, `this.error = data.message`. */
export function tellsByTarget(target: Node, right: Node, path: Path): boolean {
  if (!isFailing(path) || (target.type !== 'MemberExpression' && target.type !== 'Identifier')) return false;
  const names = namesOf(target);
  const says = saysFailure(right, undefined);
  if (names.some(tellsFailure) || names.some(isErrorField))
    return path.step ? says || hasText(right) : !isNothing(right);
  return says && target.type === 'MemberExpression' && names.some(showsText);
}

const isNothing = (node: Node): boolean => (node.type === 'Literal' && !node.value) || isUndefined(node);

/** What is returned on a failing way: null, false, `{ error }`, `{ success: false }`, an answer with an error status. */
export function returnsFailure(node: Node | undefined, value: Value, { step }: Path): boolean {
  if (!node) return false;
  if (!step && value.kind === 'constant' && (value.value === null || value.value === false)) return true;
  return isFailure(node) || saysFailure(node, value);
}

/** Whether an error that is thrown says what went wrong: `throw new Error('No such user')`, not `throw e`. */
export const throwsOwnWords = (node: Node): boolean => hasText(node);

/** Whether an expression says in the program's words that something failed. */
export function saysFailure(expression: Node, value: Value | undefined): boolean {
  const node = unwrap(expression);
  if (value?.kind === 'constant') return typeof value.value === 'string' && isFailureText(value.value);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? isFailureText(node.value) : isStatusOfError(node);
    case 'TemplateLiteral':
      return (
        node.quasis.some(({ value: text }) => isFailureText(text.raw)) ||
        node.expressions.some((part) => saysFailure(part, undefined))
      );
    case 'LogicalExpression': // `data.error || 'Could not load'`, but not `e.message || 'Could not load'`
      return !isPartOfException(node.left) && [node.left, node.right].some((side) => saysFailure(side, undefined));
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].some((side) => saysFailure(side, undefined));
    case 'BinaryExpression':
      return saysFailure(node.left, undefined) || saysFailure(node.right, undefined);
    case 'Identifier':
      return tellsFailure(node.name) && /[A-Z]/.test(node.name[0]!);
    case 'MemberExpression':
      return tellsFailure(memberName(node) ?? '') && !isOfException(node);
    case 'ObjectExpression':
      return node.properties.some(propertySays);
    case 'CallExpression':
    case 'NewExpression':
      return isErrorObject(node) ? hasText(node) : node.arguments.some((argument) => saysFailure(argument, undefined));
    case 'ArrowFunctionExpression': // `update((state) => ({ ...state, error: 'Could not load' }))`
      return node.body.type !== 'BlockStatement' && saysFailure(node.body, undefined);
    case 'JSXElement':
      return node.openingElement.name.type === 'JSXIdentifier' && tellsFailure(node.openingElement.name.name);
    case 'AwaitExpression':
      return saysFailure(node.argument, undefined);
    default:
      return false;
  }
}

function isPartOfException(expression: Node): boolean {
  const node = unwrap(expression);
  return node.type === 'MemberExpression' && (isOfException(node) || isPartOfException(node.object));
}

const isOfException = ({ object }: TSESTree.MemberExpression): boolean =>
  object.type === 'Identifier' && /^(e|err|error|ex|exception|reason)$/i.test(object.name);

/** `error: data.message`, `success: false`, `status: 502`, `variant: 'destructive'`. */
function propertySays(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property') return false;
  const name = keyName(property) ?? '';
  const value = unwrap(property.value);
  if (value.type === 'Literal' && value.value === false) return isSuccessFlag(name);
  if (value.type === 'Literal' && value.value === true && isFailureFlag(name)) return true;
  if (/^status(_?code)?$/i.test(name) && isStatusOfError(value)) return true;
  if ((isErrorField(name) || tellsFailure(name)) && !isNothing(value) && !isFunction(value)) {
    return value.type !== 'MemberExpression' || !isOfException(value);
  }
  return saysFailure(value, undefined);
}

/** `new Error('…')`, `new ApiError(data)`. */
const isErrorObject = (expression: Node): boolean => {
  const node = unwrap(expression);
  return (node.type === 'NewExpression' || node.type === 'CallExpression') && isErrorClass(node.callee);
};

/** Whether there is a text of the program's own in an expression. */
function hasText(expression: Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && node.value.trim() !== '';
    case 'TemplateLiteral':
      return node.quasis.some(({ value }) => /\p{L}{3}/u.test(value.raw));
    case 'BinaryExpression':
      return hasText(node.left) || hasText(node.right);
    case 'CallExpression':
    case 'NewExpression':
      return node.arguments.some(hasText);
    case 'ObjectExpression':
      return node.properties.some((property) => property.type === 'Property' && hasText(property.value));
    case 'AwaitExpression':
      return hasText(node.argument);
    default:
      return false;
  }
}
