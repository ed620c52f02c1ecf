import type { TSESTree } from '@typescript-eslint/utils';
import type { ResponseReport } from '../../analysis/index.js';
import { isPlainError } from '../../models/language.js';
import { enclosingFunction, lastName, unwrap, type Node } from '../../syntax/nodes.js';
import { asText, inTemplate } from '../exit/message.js';
import { askedIn } from '../exit/subject.js';
import type { Subject } from '../exit/response-text.js';
import { hasComments, insert, replace, toSuggest, type Source, type Suggestion } from '../write/edit.js';
import { variableAt } from '../write/names.js';
import { styleOf } from '../write/style.js';

/** Puts the status into the text of the error: `new Error('Could not load')` becomes `` new Error(`Could not load (${res.status})`) ``. */
export function suggestStatus(source: Source, place: Node, response: ResponseReport) {
  const text = textOf(place);
  const subject = text && subjectAt(source, place, response);
  return toSuggest([subject && !hasComments(source, text) ? withStatus(source, text, subject) : undefined]);
}

/** The text of a plain error that is thrown, or that a promise is rejected with. */
function textOf(place: Node): Node | undefined {
  const thrown = place.type === 'ThrowStatement' ? place.argument : argumentsOf(place)[0];
  const error = thrown && unwrap(thrown);
  if (error?.type !== 'NewExpression' && error?.type !== 'CallExpression') return undefined;
  return isPlainError(lastName(error.callee) ?? '') ? error.arguments[0] : undefined;
}

const argumentsOf = (node: Node): readonly TSESTree.CallExpressionArgument[] =>
  node.type === 'CallExpression' ? node.arguments : [];

/** How the conditions of the same function name the response: what they lean on is there at the error, too. */
function subjectAt(source: Source, place: Node, response: ResponseReport): Subject | undefined {
  for (const { node } of response.conditions) {
    if (enclosingFunction(node) !== enclosingFunction(place) || node.range[0] > place.range[0]) continue;
    const asked = askedIn(source, node, response);
    if (!asked || asked.optional || asked.edits.length > 0) continue;
    const { status } = asked.subject;
    const [name = ''] = /^\w+/.exec(status) ?? [];
    const variable = variableAt(source, place, name);
    if (variable && variable === variableAt(source, node, name)) return asked.subject;
  }
  return undefined;
}

/** `'Could not load ' + name`. */
const isSum = (node: Node): boolean => node.type === 'BinaryExpression' && node.operator === '+';

function withStatus(source: Source, text: Node, { status }: Subject): Suggestion | undefined {
  const { templates, quote } = styleOf(source);
  const shown = inTemplate(source, status);
  if (text.type === 'TemplateLiteral')
    return { messageId: 'sayStatus', edits: [insert(text.range[1] - 1, ` (${shown})`)] };
  const added = ` + ${quote} (${quote} + ${asText(source, status)} + ${quote})${quote}`;
  if (isSum(text)) return { messageId: 'sayStatus', edits: [insert(text.range[1], added)] };
  if (text.type !== 'Literal' || typeof text.value !== 'string') return undefined;
  if (!templates) return { messageId: 'sayStatus', edits: [insert(text.range[1], added)] };
  const raw = source
    .getText(text)
    .slice(1, -1)
    .replace(/\\(['"])/g, '$1');
  if (/[`]|\$\{/.test(raw)) return undefined;
  return { messageId: 'sayStatus', edits: [replace(text, `\`${raw} (${shown})\``)] };
}
