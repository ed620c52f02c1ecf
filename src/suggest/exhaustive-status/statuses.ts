import type { TSESTree } from '@typescript-eslint/utils';
import { errors, mostNamed } from '../../status/index.js';
import { isFunction } from '../../syntax/nodes.js';
import type { Handling } from '../../typed/index.js';
import { semicolonAt } from '../exit/check.js';
import type { Exit } from '../exit/exit.js';
import { argumentsOf, withStatus } from '../exit/message.js';
import { addElse, leaves, trailingEnd } from '../require-error-branch/else-branch.js';
import { insert, toSuggest, type Source, type Suggestion } from '../write/edit.js';
import { indentOf, startsLine } from '../write/indent.js';
import { styleOf } from '../write/style.js';
import { missingText, series } from '../write/text.js';

/** The statuses that are left out, in the form of what is there. They throw: that compiles wherever they stand. */
export function suggestStatuses(source: Source, handling: Handling) {
  return toSuggest([suggestion(source, handling)]);
}

function suggestion(source: Source, handling: Handling): Suggestion | undefined {
  const { node } = handling;
  switch (node.type) {
    case 'SwitchStatement':
      return cases(source, node, handling);
    case 'IfStatement':
      return otherwise(source, node, handling);
    case 'ObjectExpression':
      return handlers(source, node, handling);
  }
}

const isFew = ({ missing }: Handling): boolean => missing.size <= mostNamed;

/** `new Error(…)` with the status, as an expression says it. */
function errorWith(source: Source, handling: Handling): string {
  return `new Error${argumentsOf(source, withStatus(source, wordsFor(handling), handling.status.text))}`;
}

const wordsFor = ({ missing }: Handling): string =>
  missing.isSubsetOf(errors) ? 'Request failed with status' : 'Unexpected status';

function cases(source: Source, node: TSESTree.SwitchStatement, handling: Handling): Suggestion | undefined {
  const last = node.cases.at(-1)!;
  if (!startsLine(source, last)) return undefined;
  const { eol, unit } = styleOf(source);
  const { missing, status } = handling;
  const indent = indentOf(source, last);
  const end = last.consequent.at(-1);
  const semicolon = semicolonAt(source, end);
  const line = (text: string) => eol + indent + text;
  const labels = isFew(handling) ? [...missing].map((code) => line(`case ${code}:`)) : [line('default:')];
  // Without a jump the last case would run on into the new ones.
  const jump = leaves(end) ? '' : line(`${unit}break${semicolon}`);
  const body = line(`${unit}throw ${errorWith(source, handling)}${semicolon}`);
  const place = end ? trailingEnd(source, end) : last.range[1];
  return {
    messageId: isFew(handling) ? 'addThrowingCases' : 'addThrowingDefault',
    data: { cases: isFew(handling) ? wordsOf(handling) : missingText(missing, status.statuses) },
    edits: [insert(place, jump + labels.join('') + body)],
  };
}

/** `the case 404`, `the cases 404 and 500`. */
function wordsOf({ missing }: Handling): string {
  const codes = [...missing].map(String);
  return `the case${codes.length > 1 ? 's' : ''} ${series(codes, 'and')}`;
}

function otherwise(source: Source, node: TSESTree.IfStatement, handling: Handling): Suggestion | undefined {
  const { missing, status } = handling;
  const exit: Exit = { lines: [`throw ${errorWith(source, handling)}`], word: 'Throw' };
  const edits = addElse(source, node, undefined, exit);
  return edits && { messageId: 'addThrowingElse', data: { cases: missingText(missing, status.statuses) }, edits };
}

/** A function for each status, where the others have one. */
function handlers(source: Source, node: TSESTree.ObjectExpression, handling: Handling): Suggestion | undefined {
  const last = node.properties.at(-1);
  if (last?.type !== 'Property' || !isFunction(last.value) || !startsLine(source, last) || !isFew(handling)) {
    return undefined;
  }
  const { eol, unit, quote, semicolons } = styleOf(source);
  const indent = indentOf(source, last);
  const inner = eol + indent + unit;
  const added = [...handling.missing].map((code) => {
    const error = `new Error${argumentsOf(source, `${quote}${wordsFor(handling)} ${code}${quote}`)}`;
    return `,${eol}${indent}${code}: () => {${inner}throw ${error}${semicolons ? ';' : ''}${eol}${indent}}`;
  });
  const data = { cases: series([...handling.missing].map(String), 'and') };
  return { messageId: 'addThrowingHandlers', data, edits: [insert(last.range[1], added.join(''))] };
}
