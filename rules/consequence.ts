import type { JSONSchema } from '@typescript-eslint/utils';
import type { Consequence } from '../src/analysis/index.js';
import { lineOf } from '../src/suggest/write/text.js';

/** The option of the rules that report what is done with a response. */
export const consequenceSchema: JSONSchema.JSONSchema4 = {
  type: 'string',
  enum: ['harm', 'any'],
  description:
    'Whether to report only where an error can do harm, or wherever a response is taken for a success without a look at its status.',
};

/** What a report adds where an error does no harm: what that relies on. */
export function reliesOn(consequence: Consequence): string {
  switch (consequence.kind) {
    case 'harm':
      return '';
    case 'envelope':
      return ` Only the test of its body on line ${lineOf(consequence.test)} turns an error away.`;
    case 'throws':
      return ` Only the exception that an error body causes on line ${lineOf(consequence.step)} stops it.`;
    case 'resource':
      return ' It asks for a file of the package, which should be there.';
    case 'turn':
      return ` Only the next turn of the timer on line ${lineOf(consequence.timer)} makes up for it.`;
    case 'defaults':
      return ` Only the test on line ${lineOf(consequence.test)} keeps the default.`;
    case 'unused':
      return ' Nothing is done with its body here.';
    case 'later':
      return ` Its status is looked at only on line ${lineOf(consequence.guard)}.`;
  }
}
