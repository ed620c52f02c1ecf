// What the editor knows of the statuses in its text, and which lines that colours.
import { RangeSet, RangeSetBuilder, StateEffect, StateField, type EditorState, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet, type GutterMarker } from '@codemirror/view';
import type { StatusSet } from '../../../src/status/index.js';
import type { Trace, TracedResponse } from '../../../src/analysis/trace/trace.js';
import type { Step } from '../../worker/protocol.js';
import { responseAt } from '../lens/choose.js';
import { setOf } from '../lens/sets.js';
import { Strip } from './strip.js';

/** What is shown beside the text, and where. */
export interface Lens {
  readonly trace: Trace;
  /** Whether the text is another one than that of the trace: the answer to it is on its way. */
  readonly isStale: boolean;
  /** The place of a response in the trace that is shown wherever the cursor stands. */
  readonly pinned: number | undefined;
  /** The statuses that somebody asks for. */
  readonly filter: StatusSet | undefined;
  /** The steps to the finding that somebody points at. */
  readonly steps: readonly Step[];
  /** The response that is shown. */
  readonly shown: TracedResponse | undefined;
  readonly strips: RangeSet<GutterMarker>;
  readonly lines: DecorationSet;
}

export const setTrace = StateEffect.define<Trace>();
export const pin = StateEffect.define<number | undefined>();
export const setFilter = StateEffect.define<StatusSet | undefined>();
export const setSteps = StateEffect.define<readonly Step[]>();

type Chosen = Omit<Lens, 'shown' | 'strips' | 'lines'>;

const nothing: Chosen = { trace: { responses: [] }, isStale: false, pinned: undefined, filter: undefined, steps: [] };

/** Where the cursor stands, and the name under it. */
export function cursorOf(state: EditorState): { line: number; word: string } {
  const { head } = state.selection.main;
  const word = state.wordAt(head);
  return { line: state.doc.lineAt(head).number, word: word ? state.sliceDoc(word.from, word.to) : '' };
}

/** The lines on which some response can have one of the statuses. */
export const linesWith = ({ responses }: Trace, statuses: StatusSet): ReadonlySet<number> =>
  new Set(
    responses.flatMap(({ sights }) =>
      sights.filter((sight) => !setOf(sight.statuses).isDisjointWith(statuses)).map(({ line }) => line),
    ),
  );

function stripsOf(doc: Text, shown: TracedResponse | undefined, filter: StatusSet | undefined): RangeSet<GutterMarker> {
  const builder = new RangeSetBuilder<GutterMarker>();
  for (const sight of shown?.sights ?? []) {
    if (sight.line > doc.lines) break;
    const { from } = doc.line(sight.line);
    builder.add(from, from, new Strip(sight, filter));
  }
  return builder.finish();
}

const lit = Decoration.line({ class: 'cm-lit' });
const stepOn = (numbers: string) => Decoration.line({ class: 'cm-step', attributes: { 'data-step': numbers } });

function coloured(doc: Text, { trace, filter, steps }: Chosen): DecorationSet {
  const seeing = filter ? linesWith(trace, filter) : new Set<number>();
  const numbers = new Map<number, string>();
  steps.forEach(({ line }, index) => {
    const before = numbers.get(line);
    numbers.set(line, before === undefined ? `${index + 1}` : `${before}, ${index + 1}`);
  });
  const ranges = [
    ...Array.from(seeing, (line) => [line, lit] as const),
    ...Array.from(numbers, ([line, text]) => [line, stepOn(text)] as const),
  ].filter(([line]) => line <= doc.lines);
  return Decoration.set(
    ranges.map(([line, decoration]) => decoration.range(doc.line(line).from)),
    true,
  );
}

function drawn(state: EditorState, chosen: Chosen): Lens {
  const { trace, pinned, filter } = chosen;
  const kept = pinned === undefined ? undefined : trace.responses[pinned];
  const shown = kept ?? responseAt(trace, cursorOf(state));
  return { ...chosen, shown, strips: stripsOf(state.doc, shown, filter), lines: coloured(state.doc, chosen) };
}

/** Until the answer to a text that was changed is there, the strips move with their lines. */
const moved = (lens: Lens, changes: Parameters<DecorationSet['map']>[0]): Lens => ({
  ...lens,
  isStale: true,
  strips: lens.strips.map(changes),
  lines: lens.lines.map(changes),
});

export const lensField = StateField.define<Lens>({
  create: (state) => drawn(state, nothing),
  update(lens, { docChanged, changes, effects, selection, state }) {
    const before = docChanged ? moved(lens, changes) : lens;
    let chosen: Chosen = before;
    for (const effect of effects) {
      if (effect.is(setTrace)) chosen = { ...chosen, trace: effect.value, isStale: false };
      if (effect.is(pin)) chosen = { ...chosen, pinned: effect.value };
      if (effect.is(setFilter)) chosen = { ...chosen, filter: effect.value };
      if (effect.is(setSteps)) chosen = { ...chosen, steps: effect.value };
    }
    // The lines of a trace are those of the text that it was made of.
    if (chosen.isStale) return chosen === before ? before : { ...before, ...chosen };
    return chosen !== before || selection ? drawn(state, chosen) : before;
  },
  provide: (field) => EditorView.decorations.from(field, ({ lines }) => lines),
});
