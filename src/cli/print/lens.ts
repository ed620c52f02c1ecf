import type { Sight, TracedResponse } from '../../index.js';
import type { Paint } from './paint.js';

/** A piece of a file, and the responses in it. */
interface Piece {
  readonly lines: readonly string[];
  readonly first: number;
  readonly last: number;
  /** The line that somebody asked for. */
  readonly asked: number;
  readonly responses: readonly TracedResponse[];
}

const widest = 80;

/** What stands beside a line, in the notation of the fixtures: `res: 4xx, 5xx`. */
function noteOf({ name }: TracedResponse, { names, statuses, always, unchecked }: Sight, paint: Paint): string {
  const tint = unchecked === 'none' ? paint.good : paint.odd;
  const some = always === statuses ? '' : always === 'none' ? ', each on some ways' : `, of them always ${always}`;
  const open = unchecked === 'none' || unchecked === statuses ? '' : `, unchecked ${unchecked}`;
  return `${names.join(' = ') || (name ?? 'response')}: ${tint(statuses)}${paint.dim(some + open)}`;
}

/** The lines of a piece of code, each with the statuses that its responses can have there. */
export function lensLines({ lines, first, last, asked, responses }: Piece, paint: Paint): string[] {
  const shown = lines.slice(first - 1, last);
  const width = Math.min(widest, Math.max(...shown.map(({ length }) => length)));
  const digits = String(last).length;
  return shown.map((text, index) => {
    const line = first + index;
    const notes = responses.flatMap((response) =>
      response.sights.filter((sight) => sight.line === line).map((sight) => noteOf(response, sight, paint)),
    );
    const mark = line === asked ? paint.strong('>') : ' ';
    const note =
      notes.length > 0
        ? `${' '.repeat(Math.max(0, width - text.length))}  ${paint.dim('//=>')} ${notes.join('; ')}`
        : '';
    return `${mark} ${paint.dim(String(line).padStart(digits))}  ${text}${note}`;
  });
}
