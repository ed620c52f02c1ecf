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
      return ` Its body is tested${at(consequence.test)}.`;
    case 'throws':
      return ` An error body throws${at(consequence.step)}.`;
    case 'resource':
      return ' It is a file of the package.';
    case 'turn':
      return ` A timer asks again${at(consequence.timer)}.`;
    case 'defaults':
      return ` A default stays${at(consequence.test)}.`;
    case 'asked':
      return ' What the client says of a failure is looked at.';
    case 'later':
      return ` Its status is read${at(consequence.guard)}.`;
  }
}
