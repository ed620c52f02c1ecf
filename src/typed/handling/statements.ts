import type { TSESTree } from '@typescript-eslint/utils';
import { StatusSet } from '../../status/index.js';
import { endsInJump, lastStatement, type Node } from '../../syntax/nodes.js';
import { numberOf, typedStatus, type TypedFile } from '../status-expression.js';
import { acceptedBy, askedFirst } from './condition.js';
import type { Handling } from './handling.js';

/** A switch over a status without a `default`; undefined where a case is no number, or what follows is the `default`. */
export function ofSwitch(file: TypedFile, node: TSESTree.SwitchStatement): Handling | undefined {
  if (node.cases.length === 0 || node.cases.some(({ test }) => !test)) return undefined;
  const status = typedStatus(file, node.discriminant);
  const codes = status ? node.cases.map(({ test }) => numberOf(file, test!)) : [];
  if (!status || !codes.every((code) => code !== undefined)) return undefined;
  if (node.cases.every(leaves) && isFollowed(node)) return undefined;
  const missing = status.statuses.difference(StatusSet.of(...codes));
  return { form: 'switch', node, place: node.discriminant, status, missing };
}

/** `if … else if …` over a status without an `else`; undefined where something else has a say in a condition. */
export function ofChain(file: TypedFile, node: TSESTree.IfStatement): Handling | undefined {
  if (node.alternate?.type !== 'IfStatement' || isAlternate(node)) return undefined;
  const links = linksOf(node);
  const last = links.at(-1)!;
  const status = last.alternate ? undefined : askedFirst(file, node.test);
  const accepted = status ? links.map(({ test }) => acceptedBy(file, status, test)) : [];
  if (!status || !accepted.every((one) => one !== undefined)) return undefined;
  // Where each of them leaves, the code behind is for all others.
  if (links.every(({ consequent }) => endsInJump(consequent)) && isFollowed(node)) return undefined;
  const missing = accepted.reduce((rest, one) => rest.difference(one), status.statuses);
  return { form: 'chain', node: last, place: node.test, status, missing };
}

const isAlternate = ({ parent, range }: TSESTree.IfStatement): boolean =>
  parent.type === 'IfStatement' && parent.alternate?.range[0] === range[0];

function linksOf(first: TSESTree.IfStatement): readonly TSESTree.IfStatement[] {
  const links = [first];
  for (let at = first.alternate; at?.type === 'IfStatement'; at = at.alternate) links.push(at);
  return links;
}

/** Whether a case does not come to what stands behind the switch; an empty one goes on as the next. */
function leaves({ consequent }: TSESTree.SwitchCase): boolean {
  const last = lastStatement(consequent.at(-1));
  return !last || (endsInJump(last) && last.type !== 'BreakStatement');
}

/** Whether more stands behind a statement in its block. */
function isFollowed(statement: Node): boolean {
  const { parent } = statement;
  const list = parent && 'body' in parent && Array.isArray(parent.body) ? (parent.body as readonly Node[]) : [];
  return list.includes(statement) && list.at(-1) !== statement;
}
