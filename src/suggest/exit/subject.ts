import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, memberName, unwrap, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import type { ResponseReport } from '../../analysis/index.js';
import { hasComments, insert, withParentheses, type Edit, type Source } from '../write/edit.js';
import { subjectOf, type Subject } from './response-text.js';
import { isFree, variableAt } from '../write/names.js';

/** How a condition can ask for `ok` where it asks for the status now. */
export interface Asked {
  readonly subject: Subject;
  /** What has to change elsewhere for that: `const { status } = …` lacks `ok`. */
  readonly edits: readonly Edit[];
  /** There may be no response: `res?.status`. */
  readonly optional: boolean;
}

/** The response whose status or `ok` a condition reads; undefined where there are several. */
export function askedIn(source: Source, condition: Node, response: ResponseReport): Asked | undefined {
  const found: Asked[] = [];
  visit(condition, source.visitorKeys, (node) => {
    const asked = askedBy(source, node, response);
    if (asked) found.push(asked);
    return !asked;
  });
  const [first] = found;
  return found.every((asked) => asked.subject.ok === first?.subject.ok) ? first : undefined;
}

/** Whether a condition asks for nothing but the status of a response, and a comment would not be lost with it. */
export function asksOnly(source: Source, condition: Node, { whole, status }: Subject): boolean {
  const name = (whole ?? status).replace(/\W.*/s, '');
  let isOnly = !hasComments(source, condition);
  visit(condition, source.visitorKeys, (node) => {
    if (node.type === 'Identifier' && !isPropertyName(node) && node.name !== name) isOnly = false;
    if (node.type === 'CallExpression' || node.type === 'AssignmentExpression') isOnly = false;
  });
  return isOnly;
}

/** The response behind an expression that is its status: `res.status`, or `status` if that was taken from `res`. */
export function askedBy(source: Source, node: Node, response: ResponseReport): Asked | undefined {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return askedByMember(source, value, response);
  if (value.type !== 'Identifier' || isPropertyName(value)) return undefined;
  const definition = variableAt(source, value, value.name)?.defs[0];
  if (definition?.node.type !== 'VariableDeclarator' || !definition.node.init) return undefined;
  const { id, init } = definition.node;
  if (id.type === 'Identifier') {
    const alias = unwrap(init);
    return alias.type === 'MemberExpression' ? askedByMember(source, alias, response, value) : undefined;
  }
  return id.type === 'ObjectPattern' ? askedByPattern(source, id, unwrap(init), value, response) : undefined;
}

const isPropertyName = (node: TSESTree.Identifier): boolean =>
  node.parent.type === 'MemberExpression' && node.parent.property === node && !node.parent.computed;

function askedByMember(
  source: Source,
  node: TSESTree.MemberExpression,
  response: ResponseReport,
  place: Node = node,
): Asked | undefined {
  const name = memberName(node);
  if (name !== response.client.members.status && name !== response.client.members.ok) return undefined;
  if (place !== node && !isSame(source, node.object, place)) return undefined;
  const text = source.text.slice(...withParentheses(source, node.object).range);
  // `(await fetch(u)).status` asked twice would be two requests.
  if (!isPlain(node.object) || text.includes('\n')) return undefined;
  const subject = subjectOf(text, response);
  return {
    subject: node.optional && subject.ok ? { ...subject, ok: `${text}?.${response.client.members.ok}` } : subject,
    edits: [],
    optional: node.optional,
  };
}

/** Names and members of names: what can be written twice. */
function isPlain(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'MemberExpression')
    return isPlain(value.object) && (!value.computed || value.property.type === 'Literal');
  return value.type === 'Identifier' || value.type === 'ThisExpression';
}

/** Whether an object still has the same name at another place, and has not been replaced since. */
function isSame(source: Source, object: Node, place: Node): boolean {
  const value = unwrap(object);
  if (value.type !== 'Identifier') return false;
  const variable = variableAt(source, value, value.name);
  const writes = variable?.references.filter((reference) => reference.isWrite() && !reference.init) ?? [];
  return variable === variableAt(source, place, value.name) && writes.length === 0;
}

/** `const { status } = res`, `const { status } = await fetch(u)`. */
function askedByPattern(
  source: Source,
  pattern: TSESTree.ObjectPattern,
  init: Node,
  place: TSESTree.Identifier,
  response: ResponseReport,
): Asked | undefined {
  const named = (name: string | undefined): string | undefined => {
    const property = pattern.properties.find((p) => p.type === 'Property' && keyName(p) === name);
    return property?.type === 'Property' && property.value.type === 'Identifier' ? property.value.name : undefined;
  };
  const [status, ok] = [named(response.client.members.status), named(response.client.members.ok)];
  if (place.name !== status && place.name !== ok) return undefined;
  if (init.type === 'Identifier' && isSame(source, init, place)) {
    return { subject: subjectOf(init.name, response), edits: [], optional: false };
  }
  if (status === undefined) return undefined;
  if (ok !== undefined) return { subject: { ok, status, response }, edits: [], optional: false };
  const { ok: name } = response.client.members;
  if (name === undefined) return { subject: { ok: '', status, response }, edits: [], optional: false };
  if (!isFree(source, pattern, name) || pattern.typeAnnotation || init.type !== 'AwaitExpression') return undefined;
  const first = pattern.properties[0]!;
  return {
    subject: { ok: name, status, response },
    edits: [insert(first.range[0], `${name}, `)],
    optional: false,
  };
}
