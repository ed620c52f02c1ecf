// The strips beside the lines, and the pointer on them.
import type { Extension } from '@codemirror/state';
import { gutter, type EditorView } from '@codemirror/view';
import { lensField } from './lens.js';
import { widest } from './strip.js';

/** Who is told of the pointer on the strips. */
interface Pointing {
  /** On a line, or away from the strips. */
  readonly onLine: (view: EditorView, from: number | undefined) => void;
  /** A click on a class, such as `4xx`. */
  readonly onClass: (text: string) => void;
}

export const strips = ({ onLine, onClass }: Pointing): Extension =>
  gutter({
    class: 'cm-strips',
    markers: (view) => view.state.field(lensField).strips,
    initialSpacer: () => widest,
    domEventHandlers: {
      mousemove(view, { from }) {
        onLine(view, from);
        return false;
      },
      mouseleave(view) {
        onLine(view, undefined);
        return false;
      },
      click(_view, _line, { target }) {
        const { digit } = (target as HTMLElement).dataset;
        if (digit !== undefined) onClass(`${digit}xx`);
        return digit !== undefined;
      },
    },
  });
