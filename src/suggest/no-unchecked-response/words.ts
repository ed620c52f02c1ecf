import type { TSESTree } from '@typescript-eslint/utils';
import type { ResponseReport } from '../../analysis/index.js';
import { saysWhatFailed } from '../../models/failure-words.js';
import { isFunction, isInside, lastStatement, memberName, outermost, unwrap, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { Source } from '../write/edit.js';
import { variableAt } from '../write/names.js';

/** What the server says in the body of an error, and the statement behind which it has been read. */
export interface Words {
  readonly after: Node;
  /** `data.error`; undefined where the program has dealt with it by then. */
  readonly text: string | undefined;
}

/**
 * `const data = await res.json();` and later `data.error`: a check in front of it would put the server's own words out of
 * reach. It belongs behind the statement that reads the body, and behind tests for those words that throw.
 */
export function wordsIn(source: Source, { unchecked }: ResponseReport, statements: readonly Node[]): Words | undefined {
  const [read] = unchecked.keys();
  if (!read) return undefined;
  const index = statements.findIndex((statement) => isInside(read, statement));
  const statement = statements[index];
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return undefined;
  if ([...unchecked.keys()].some((use) => !isInside(use, statement))) return undefined;
  const [{ id, init }] = statement.declarations;
  if (!init || !isRead(init, read)) return undefined;
  const field = fieldRead(source, id, statements.slice(index + 1));
  if (!field) return undefined;
  let last = index;
  while (isAnswered(source, statements[last + 1], field.name)) last++;
  return { after: statements[last]!, text: last > index ? undefined : field.text };
}

/**
 * The same where a later callback of a chain reads them: `.then((res) => res.json()).then((data) => show(data.error))`.
 * `name` is what it calls the body.
 */
export function wordsInNext(
  source: Source,
  { unchecked }: ResponseReport,
  { parent: link, body }: TSESTree.ArrowFunctionExpression,
): { readonly name: string; readonly text: string } | undefined {
  const next = outermost(link).parent;
  const call = next?.type === 'MemberExpression' && memberName(next) === 'then' ? next.parent : undefined;
  const callback = call?.type === 'CallExpression' && call.callee === next ? call.arguments[0] : undefined;
  const parameter = isFunction(callback) ? callback.params[0] : undefined;
  if (!unchecked.has(body) || !isFunction(callback) || parameter?.type !== 'Identifier') return undefined;
  const field = fieldRead(source, parameter, [callback.body]);
  return field && { name: field.name, text: field.text };
}

/** Whether the body is all of a value: `await res.json()`. */
function isRead(init: Node, read: Node): boolean {
  const value = unwrap(init);
  return value.type === 'AwaitExpression' && unwrap(value.argument) === unwrap(read);
}

interface Field {
  /** The variable that it is read from, or into. */
  readonly name: string;
  readonly text: string;
}

/** The first field of a parsed body, with what is read of it, that later statements read for the server's words. */
function fieldRead(source: Source, id: Node, later: readonly Node[]): Field | undefined {
  let found: Field | undefined;
  for (const statement of later) {
    visit(statement, source.visitorKeys, (node) => {
      const field = fieldAt(source, id, node);
      // `if (data.error) show(data.error.message)`: the longer one is a text.
      if (field && (!found || field.text.startsWith(`${found.text}?.`))) found = field;
    });
  }
  return found;
}

function fieldAt(source: Source, id: Node, node: Node): Field | undefined {
  if (node.type !== 'Identifier' || !isOf(source, id, node)) return undefined;
  const { name, parent } = node;
  if (id.type === 'ObjectPattern') return saysWhatFailed(name) ? { name, text: withMember(node, name) } : undefined;
  const field = parent.type === 'MemberExpression' && parent.object === node ? memberName(parent) : undefined;
  if (field === undefined || !saysWhatFailed(field) || (parent as TSESTree.MemberExpression).computed) return undefined;
  return { name, text: withMember(parent, `${name}.${field}`) };
}

/** `data.error?.message` where the program reads `data.error.message`. */
function withMember({ parent, ...node }: Node, text: string): string {
  const inner =
    parent?.type === 'MemberExpression' && parent.object.range[0] === node.range[0] ? memberName(parent) : '';
  return inner && saysWhatFailed(inner) ? `${text}?.${inner}` : text;
}

/** Whether a name means a variable that a pattern declares. */
function isOf(source: Source, id: Node, node: TSESTree.Identifier): boolean {
  const declared = variableAt(source, node, node.name)?.defs[0]?.name;
  return !!declared && isInside(declared, id);
}

/** Whether a statement throws where the server says that something went wrong: `if (data.error) throw …`. */
function isAnswered(source: Source, statement: Node | undefined, name: string): boolean {
  if (
    statement?.type !== 'IfStatement' ||
    statement.alternate ||
    lastStatement(statement.consequent)?.type !== 'ThrowStatement'
  )
    return false;
  let asks = false;
  visit(statement.test, source.visitorKeys, (node) => {
    asks ||= node.type === 'Identifier' && node.name === name;
  });
  return asks;
}
