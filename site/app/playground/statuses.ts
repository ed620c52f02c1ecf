// The panel beside the code: which response, which statuses on the line of the cursor, and the filter.
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { byId, element } from '../dom.js';
import { pieceButtons } from '../editor/code-tip.js';
import { cursorOf, linesWith, pin, setFilter, type Lens } from '../editor/lens.js';
import { sightOn } from '../lens/choose.js';
import { readFilter } from '../lens/sets.js';
import { nameOf, sentenceOf, titleOf } from '../lens/words.js';

/** `2–4, 7`. */
function spansOf(lines: ReadonlySet<number>): string {
  const spans: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else spans.push([line, line]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

export class Statuses {
  private readonly response = byId('response', HTMLSelectElement);
  private readonly filter = byId('filter', HTMLInputElement);
  private readonly answer = byId('filter-answer', HTMLElement);
  private readonly line = byId('line', HTMLElement);

  constructor(private readonly view: () => EditorView) {
    this.filter.addEventListener('input', () => this.ask());
    this.response.addEventListener('change', () => {
      const { value } = this.response;
      this.view().dispatch({ effects: pin.of(value === '' ? undefined : Number(value)) });
    });
  }

  /** Asks for a status that somebody clicked on, or for none where it is the one that is asked for already. */
  readonly pick = (text: string): void => {
    this.filter.value = this.filter.value === text ? '' : text;
    this.ask();
  };

  show(lens: Lens, state: EditorState): void {
    if (lens.isStale) return;
    this.listResponses(lens);
    this.line.replaceChildren(...this.lineParts(lens, state));
    this.sayLines(lens);
  }

  private ask(): void {
    const asked = readFilter(this.filter.value);
    const isWrong = typeof asked === 'string';
    this.filter.setAttribute('aria-invalid', String(isWrong));
    this.view().dispatch({ effects: setFilter.of(isWrong ? undefined : asked) });
    if (isWrong) this.answer.textContent = asked;
  }

  private sayLines({ trace, filter }: Lens): void {
    if (!filter) {
      if (this.filter.value === '') this.answer.textContent = '';
      return;
    }
    const lines = linesWith(trace, filter);
    const asked = this.filter.value.trim();
    const on = lines.size === 1 ? 'line' : 'lines';
    this.answer.textContent =
      lines.size > 0 ? `${asked} can be on ${on} ${spansOf(lines)}.` : `${asked} can be on no line.`;
  }

  private lineParts({ shown, trace }: Lens, state: EditorState): readonly (Node | string)[] {
    const { line } = cursorOf(state);
    if (trace.responses.length === 0) return ['No response is followed in this code.'];
    const sight = shown && sightOn(shown, line);
    if (!sight) return [`Line ${line} is reached without a response, or starts no statement.`];
    const pieces = element('span', { className: 'pieces' }, ...pieceButtons(sight.statuses, this.pick));
    const names = sight.names.join(' = ') || nameOf(shown);
    return [`Line ${line}, `, element('code', {}, names), ': ', pieces, ` ${sentenceOf(sight)}`];
  }

  private listResponses({ trace, pinned }: Lens): void {
    const titles = trace.responses.map(titleOf);
    const isSame = titles.every((title, index) => this.response.options[index + 1]?.text === title);
    // A list that somebody has open stays open while the text changes.
    if (isSame && this.response.options.length === titles.length + 1) return;
    const listed = titles.map((title, index) =>
      element('option', { value: String(index), selected: index === pinned }, title),
    );
    this.response.replaceChildren(element('option', { value: '' }, 'the one under the cursor'), ...listed);
  }
}
