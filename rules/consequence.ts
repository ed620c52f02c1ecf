import type { JSONSchema } from '@typescript-eslint/utils';
import type { Consequence, Node } from '../src/analysis/index.js';
import { onLine, type Place } from '../src/suggest/write/text.js';

/** The option of the rules that report what is done with a response. */
export const consequenceSchema: JSONSchema.JSONSchema4 = {
  type: 'string',
  enum: ['harm', 'any'],
  description:
    'Whether to report only where an error can do harm, or wherever a response is taken for a success without a look at its status.',
};

/** What a report adds where an error does no harm: what that relies on. */
export function reliesOn(context: Place, consequence: Consequence): string {
  const at = (node: Node) => onLine(context, node);
  switch (consequence.kind) {
    case 'harm':
      return '';
    case 'envelope':
      return ` Only the test of its body${at(consequence.test)} turns an error away.`;
    case 'throws':
      return ` Only the exception that an error body causes${at(consequence.step)} stops it.`;
    case 'resource':
      return ' It asks for a file of the package, which should be there.';
    case 'turn':
      return ` Only the next turn of the timer${at(consequence.timer)} makes up for it.`;
    case 'defaults':
      return ` Only the test${at(consequence.test)} keeps the default.`;
    case 'unused':
      return ' Nothing is done with its body here.';
    case 'later':
      return ` Its status is looked at only further down${at(consequence.guard)}.`;
  }
}
