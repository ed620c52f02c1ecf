import type { TSESTree } from '@typescript-eslint/utils';
import { File } from '../../syntax/file.js';
import { Latest } from '../../syntax/latest.js';
import {
  endsInJump,
  isEquality,
  isFunction,
  lastName,
  memberName,
  outermost,
  unwrap,
  unwrapTypes,
  type Node,
} from '../../syntax/nodes.js';
import type { Variable } from '../../syntax/variables.js';

// Tests that a variable holds the address of something local: `if (url.startsWith('data:'))`.

/** Schemes of what is packed with an extension or with the browser: such a file is there, or the request rejects. */
export const browserSchemes = '[a-z-]+-extension|filesystem|about|chrome|resource';

const scheme = String.raw`((data|blob|file)\b|(${browserSchemes}):)`;
/** One of them anywhere in a text; what stands before `-extension` is not asked, which would take the square of its length. */
const anyScheme = /(?:data|blob|file)\b|(?:filesystem|about|chrome|resource):|-extension\b|getURL/i;
const localPattern = new RegExp(String.raw`^\^\(?(\?:)?(${scheme}|[a-z|()-]+-extension\b)`, 'i');
const localPrefix = new RegExp(`^${scheme}`, 'i');

/** What a name says that is a local address, as a pattern: `dataUrl`, `blob_uri`. */
export const localName = '(data|blob|object)_?ur[il]';

/** Parts of an address that a test compares: `url.protocol === 'blob:'`, `url.slice(0, 5) === 'data:'`. */
const parts = new Set(['protocol', 'slice', 'substring', 'substr', 'indexOf']);

const methods = new Set(['startsWith', 'match', ...parts]);

/** What holds an address: a variable or `this`, or what a path from there leads to. */
interface Subject {
  readonly root: Variable | 'this';
  readonly path: string;
}

/** `url`, `this.url`, `node.attributes.src`, `image.getAttribute('src')`. */
function subjectOf(file: File, expression: Node): Subject | undefined {
  const node = unwrapTypes(expression);
  switch (node.type) {
    case 'ThisExpression':
      return startingAt('this');
    case 'Identifier':
      return startingAt(file.variable(node));
    case 'MemberExpression':
      return further(subjectOf(file, node.object), memberName(node));
    case 'CallExpression':
      return further(subjectOf(file, node.callee), asksFor(node));
    default:
      return undefined;
  }
}

const startingAt = (root: Variable | 'this' | undefined): Subject | undefined => root && { root, path: '' };

const further = (from: Subject | undefined, name: string | undefined): Subject | undefined =>
  from && name !== undefined ? { ...from, path: `${from.path}.${name}` } : undefined;

/** The name in quotes by which a method is asked for something: `image.getAttribute('src')`. */
function asksFor({ callee, arguments: given }: TSESTree.CallExpression): string | undefined {
  const [name] = given;
  if (unwrapTypes(callee).type !== 'MemberExpression' || given.length !== 1 || name?.type !== 'Literal')
    return undefined;
  return JSON.stringify(name.value);
}

/** Whether a node runs only where some test found that an address is a local one. */
export function isGuarded(file: File, url: Node, node: Node): boolean {
  const text = textOf(file);
  const found = text.hasScheme ? subjectOf(file, url) : undefined;
  const subject = found && (found.root === 'this' || isEverAsked(found.root)) ? found : undefined;
  if (!subject && !text.hasNamedTest) return false;
  const says = (test: Node, side: boolean) =>
    saysLocal(file, test, subject, side) && !isWrittenBetween(subject, test, node);
  let at = node;
  for (let parent = at.parent; parent && !isFunction(at); parent = at.parent) {
    if (guards(parent, at, says) || follows(parent, at, says)) return true;
    at = parent;
  }
  return false;
}

/** `if (url.startsWith('data:')) { url = await upload(url); … }`: the test was of another value. */
function isWrittenBetween(subject: Subject | undefined, { range: [, start] }: Node, { range: [end] }: Node): boolean {
  if (!subject || subject.root === 'this') return false;
  return subject.root.references.some((reference) => {
    const { range } = reference.identifier;
    return range[0] >= start && range[1] <= end && reference.isWrite();
  });
}

/** What the text of a file must say for a test to be in it: few do, and every request looks at all that is before it. */
interface Text {
  readonly hasScheme: boolean;
  readonly hasNamedTest: boolean;
}

const texts = new Latest<File, Text>();

function textOf(file: File): Text {
  let known = texts.get(file);
  if (!known) {
    const { text } = file.source;
    texts.set(file, (known = { hasScheme: anyScheme.test(text), hasNamedTest: namedTest.test(text) }));
  }
  return known;
}

/** `isDataUrl(url)`, `parsed.isBlobURL()`: whatever of it the test is given, its name says what it finds. */
const namedTest = new RegExp(String.raw`\bis_?${localName}\b`, 'i');

/** Whether a variable has a use of some kind: it is looked through once, though every request for what it holds asks. */
export function everUsed(isSo: (use: Node) => boolean): (variable: Variable) => boolean {
  const known = new WeakMap<Variable, boolean>();
  return (variable) => {
    let answer = known.get(variable);
    if (answer === undefined) {
      known.set(variable, (answer = variable.references.some(({ identifier }) => isSo(identifier))));
    }
    return answer;
  };
}

/** Whether a variable may stand in such a test: most never do. */
const isEverAsked = everUsed(isAsked);

/** Whether a use of a variable may be part of such a test. */
function isAsked(expression: Node): boolean {
  const at = outermost(expression);
  const { parent } = at;
  if (parent?.type === 'MemberExpression') {
    return parent.object === at && (methods.has(memberName(parent) ?? '') || isAsked(parent));
  }
  if (parent?.type !== 'CallExpression') return false;
  if (parent.callee === at) return asksFor(parent) !== undefined && isAsked(parent);
  return parent.callee.type === 'MemberExpression' && /^(test|exec)$/.test(memberName(parent.callee) ?? '');
}

/** Whether a test says that the address is local where it came out as `side`. */
type Says = (test: Node, side: boolean) => boolean;

/** A condition around the node. */
function guards(parent: Node, at: Node, says: Says): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return (
        (parent.consequent === at && says(parent.test, true)) || (parent.alternate === at && says(parent.test, false))
      );
    case 'LogicalExpression':
      return parent.right === at && parent.operator !== '??' && says(parent.left, parent.operator === '&&');
    default:
      return false;
  }
}

/** `if (!url.startsWith('data:')) return;` before the node. */
function follows(parent: Node, at: Node, says: Says): boolean {
  if (parent.type !== 'BlockStatement' && parent.type !== 'Program') return false;
  return parent.body.some(
    (statement) =>
      statement.type === 'IfStatement' &&
      statement.range[1] <= at.range[0] &&
      endsInJump(statement.consequent) &&
      says(statement.test, false),
  );
}

/** `depth`: `var isData = !isData` must end. */
function saysLocal(file: File, expression: Node, subject: Subject | undefined, side: boolean, depth = 0): boolean {
  if (depth > 20) return false;
  const test = file.constantValue(expression);
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' && saysLocal(file, test.argument, subject, !side, depth + 1);
    case 'LogicalExpression': {
      const sides = [test.left, test.right].map((part) => saysLocal(file, part, subject, side, depth + 1));
      return (test.operator === '&&') === side ? sides.some(Boolean) : sides.every(Boolean);
    }
    case 'BinaryExpression':
      return (
        (test.operator.startsWith('!') ? !side : side) && isEquality(test.operator) && compares(file, test, subject)
      );
    case 'CallExpression':
      return side && (namedTest.test(lastName(test.callee) ?? '') || matches(file, test, subject));
    default:
      return false;
  }
}

/** `url.protocol === 'data:'`, `url.indexOf('blob:') === 0`. */
function compares(file: File, { left, right }: TSESTree.BinaryExpression, subject: Subject | undefined): boolean {
  const asked = unwrap(left);
  const member = asked.type === 'CallExpression' ? unwrap(asked.callee) : asked;
  if (member.type !== 'MemberExpression' || !isAbout(file, member.object, subject)) return false;
  const name = memberName(member) ?? '';
  if (!parts.has(name) || right.type !== 'Literal') return false;
  if (name !== 'indexOf') return localPrefix.test(String(right.value));
  return right.value === 0 && asked.type === 'CallExpression' && isLocalText(asked.arguments[0]);
}

/** `url.startsWith('data:')`, `/^data:/.test(url)`, `url.match(/^blob:/)`. */
function matches(file: File, test: TSESTree.CallExpression, subject: Subject | undefined): boolean {
  const callee = unwrap(test.callee);
  const [first] = test.arguments;
  if (callee.type !== 'MemberExpression' || !first) return false;
  switch (memberName(callee)) {
    case 'startsWith':
      return isAbout(file, callee.object, subject) && isLocalText(first);
    case 'match':
      return isAbout(file, callee.object, subject) && isLocalPattern(file.constantValue(first));
    case 'test':
    case 'exec':
      return isAbout(file, first, subject) && isLocalPattern(file.constantValue(callee.object));
    default:
      return false;
  }
}

function isAbout(file: File, node: Node, subject: Subject | undefined): boolean {
  const found = subject && subjectOf(file, node);
  return !!found && found.root === subject.root && found.path === subject.path;
}

/** `'data:'`, `chrome.runtime.getURL('')`. */
const isLocalText = (node: Node | undefined): boolean =>
  (node?.type === 'Literal' && localPrefix.test(String(node.value))) ||
  (node?.type === 'CallExpression' && lastName(node.callee) === 'getURL');

const isLocalPattern = (node: Node): boolean =>
  node.type === 'Literal' && 'regex' in node && localPattern.test(node.regex.pattern);
