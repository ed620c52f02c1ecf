// An editor with the rules and the status lens in it.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Answer, Language, RuleEntries } from '../../worker/protocol.js';
import { ask } from '../linter.js';
import { codeTip, point } from './code-tip.js';
import { shownFindings } from './findings.js';
import { lensField, setTrace, type Lens } from './lens.js';
import { strips } from './strips.js';

/** What an editor is made with. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly label: string;
  readonly code: string;
  readonly language: Language;
  readonly rules: RuleEntries;
  /** A status, or some, that somebody clicked on, in text form. */
  readonly onPick: (text: string) => void;
  /** What the rules said; undefined where they could not answer. */
  readonly onAnswer?: (answer: Answer | undefined) => void;
  readonly onLens?: (lens: Lens, state: EditorState) => void;
  readonly onChange?: () => void;
  readonly keys?: Parameters<typeof keymap.of>[0];
}

const highlighting = (language: Language): Extension =>
  javascript({ jsx: language !== 'ts', typescript: language !== 'js' });

/** The name under which a browser measures how long the strips wait for a key. */
const measure = 'key to strip';

export class Editor {
  readonly view: EditorView;
  private readonly languageSlot = new Compartment();
  private language: Language;
  private rules: RuleEntries;
  private changedAt: number | undefined;

  constructor(private readonly options: EditorOptions) {
    this.language = options.language;
    this.rules = options.rules;
    const state = EditorState.create({ doc: options.code, extensions: this.extensions() });
    this.view = new EditorView({ state, parent: options.parent });
    this.ask();
  }

  get code(): string {
    return this.view.state.doc.toString();
  }

  /** Another text, of which nothing is known yet. */
  show(code: string, language: Language): void {
    this.language = language;
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: code },
      selection: { anchor: 0 },
      effects: this.languageSlot.reconfigure(highlighting(language)),
    });
  }

  useRules(rules: RuleEntries): void {
    this.rules = rules;
    this.ask();
  }

  /** Puts the cursor on a place. */
  goTo(line: number, column: number): void {
    const { doc } = this.view.state;
    const { from, to } = doc.line(Math.min(line, doc.lines));
    this.view.dispatch({ selection: { anchor: Math.min(from + column - 1, to) }, scrollIntoView: true });
  }

  private ask(): void {
    const { doc } = this.view.state;
    ask(this, { code: doc.toString(), language: this.language, rules: this.rules }, (answer) => {
      // While it was on its way, somebody typed on: the answer to that comes next.
      if (doc.eq(this.view.state.doc)) this.answered(answer);
    });
  }

  private answered(answer: Answer | undefined): void {
    const trace = answer?.trace ?? { responses: [] };
    const shown = shownFindings(this.view.state, answer ?? { id: 0, findings: [], trace });
    // Half a line cannot be read: what was known stays beside the others until it is whole.
    this.view.dispatch(shown, answer?.broken ? {} : { effects: setTrace.of(trace) });
    this.options.onAnswer?.(answer);
    if (this.changedAt === undefined) return;
    performance.measure(measure, { start: this.changedAt, end: performance.now() });
    this.changedAt = undefined;
  }

  private extensions(): Extension {
    const { label, onPick, onLens, onChange, keys = [] } = this.options;
    return [
      lineNumbers(),
      lensField,
      strips({ onLine: point, onClass: onPick }),
      codeTip(onPick),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      EditorView.lineWrapping,
      syntaxHighlighting(classHighlighter),
      this.languageSlot.of(highlighting(this.language)),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      keymap.of([...keys, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      EditorView.updateListener.of(({ docChanged, state, startState }) => {
        if (docChanged) {
          this.changedAt ??= performance.now();
          onChange?.();
          this.ask();
        }
        const lens = state.field(lensField);
        if (lens !== startState.field(lensField)) onLens?.(lens, state);
      }),
    ];
  }
}
