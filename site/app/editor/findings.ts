// Findings as an editor shows them, and what mends them.
import { setDiagnostics, type Action, type Diagnostic } from '@codemirror/lint';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { element, withCode } from '../dom.js';
import type { Answer, Broken, Finding, Fix } from '../../worker/protocol.js';

/** Writes a mending into the text. */
export function apply(view: EditorView, { from, to, text }: Fix): void {
  view.dispatch({ changes: { from, to, insert: text }, userEvent: 'input.complete', scrollIntoView: true });
  view.focus();
}

// Whatever was changed since the rules spoke has been asked about again: their answer comes with fresh places.
const actionOf = (fix: Fix): Action => ({ name: fix.title, apply: (view) => apply(view, fix) });

const renderMessage = (text: string) => () => element('span', {}, ...withCode(text));

const diagnosticOf = ({ from, to, severity, message, rule, fixes }: Finding): Diagnostic => ({
  from,
  to,
  severity,
  message,
  renderMessage: renderMessage(message),
  ...(rule !== undefined && { source: rule }),
  actions: fixes.map(actionOf),
});

function brokenAt(state: EditorState, { line, column, message }: Broken): Diagnostic {
  const { from, to } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  const at = Math.min(from + Math.max(column - 1, 0), to);
  return { from: at, to: Math.min(at + 1, to), severity: 'error', message: `This cannot be read: ${message}` };
}

/** Underlines what an answer says of the text. */
export function shownFindings(state: EditorState, { findings, broken }: Answer): TransactionSpec {
  return setDiagnostics(state, broken ? [brokenAt(state, broken)] : findings.map(diagnosticOf));
}
