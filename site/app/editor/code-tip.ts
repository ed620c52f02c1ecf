// The exact codes of a line, where the pointer rests on its strip.
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { showTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import { element } from '../dom.js';
import { sightOn } from '../lens/choose.js';
import { piecesOf, withPhrase } from '../lens/sets.js';
import { nameOf, sentenceOf } from '../lens/words.js';
import { lensField } from './lens.js';

const pointAt = StateEffect.define<number | undefined>();

const pointedAt = StateField.define<number | undefined>({
  create: () => undefined,
  update(line, { effects, docChanged }) {
    let now = docChanged ? undefined : line;
    for (const effect of effects) if (effect.is(pointAt)) now = effect.value;
    return now;
  },
});

/** Long enough to move the pointer from the strip to a code in the tip. */
const patience = 250;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** Shows what a line can have, or hides it again after a while. */
export function point(view: EditorView, from: number | undefined): void {
  clearTimeout(leaving);
  const say = () => view.dispatch({ effects: pointAt.of(from) });
  if (from === undefined) leaving = setTimeout(say, patience);
  else if (view.state.field(pointedAt) !== from) say();
}

/** A button for each piece of a set, which asks for it. */
export function pieceButtons(text: string, onPick: (text: string) => void): readonly HTMLElement[] {
  return piecesOf(text).map((piece) =>
    element(
      'button',
      {
        type: 'button',
        className: 'piece',
        title: `Which lines can have ${piece}?`,
        onclick: () => onPick(piece),
      },
      withPhrase(piece),
    ),
  );
}

function tipAt(view: EditorView, from: number, onPick: (text: string) => void): HTMLElement {
  const { shown } = view.state.field(lensField);
  const sight = shown && sightOn(shown, view.state.doc.lineAt(from).number);
  if (!sight) return element('div', { hidden: true });
  return element(
    'div',
    {
      className: 'tip',
      onmouseenter: () => clearTimeout(leaving),
      onmouseleave: () => point(view, undefined),
    },
    element('strong', {}, nameOf(shown)),
    element('div', { className: 'pieces' }, ...pieceButtons(sight.statuses, onPick)),
    element('div', {}, sentenceOf(sight)),
  );
}

export const codeTip = (onPick: (text: string) => void): Extension => [
  pointedAt,
  showTooltip.compute([pointedAt], (state): Tooltip | null => {
    const from = state.field(pointedAt);
    if (from === undefined) return null;
    return { pos: from, above: false, create: (view) => ({ dom: tipAt(view, from, onPick) }) };
  }),
];
