// The examples of a page, each of which can be edited where it stands.
import '../styles/editor.css';
import { element, withCode } from './dom.js';
import { Editor } from './editor/editor.js';
import { apply } from './editor/findings.js';
import { setFilter } from './editor/lens.js';
import { readFilter } from './lens/sets.js';
import { writeLink } from './link.js';
import type { Answer, Finding, Language, RuleEntries } from '../worker/protocol.js';

/** What the rule of the page says, in a few words below the code. */
function findingLine(editor: Editor, { line, message, fixes }: Finding): HTMLElement {
  const buttons = fixes.map((fix) =>
    element(
      'button',
      { type: 'button', className: 'fix', onclick: () => apply(editor.view, fix) },
      ...withCode(fix.title),
    ),
  );
  return element('li', {}, `Line ${line}: `, ...withCode(message), ' ', ...buttons);
}

function said(editor: Editor, answer: Answer | undefined): readonly (Node | string)[] {
  if (!answer) return ['The rules could not be run on this code.'];
  const { broken, findings } = answer;
  if (broken) return [`The code cannot be read. Line ${broken.line}: ${broken.message}`];
  if (findings.length === 0) return ['Nothing to report.'];
  return [element('ul', {}, ...findings.map((finding) => findingLine(editor, finding)))];
}

/** Opens the code of an example in the playground, with its rules on. */
async function takeAlong(code: string, language: Language, rules: RuleEntries): Promise<void> {
  const switched = Object.fromEntries(Object.keys(rules).map((name) => [name, true]));
  const link = await writeLink({ code, language, preset: 'recommended', switched });
  const root = new URL(document.documentElement.dataset['root'] ?? './', location.href);
  location.href = new URL(`playground/${link}`, root).href;
}

/** Puts an editor in the place of an example. */
function open(figure: HTMLElement, isAskedFor: boolean): void {
  const pre = figure.querySelector('pre')!;
  const result = element('div', { className: 'said' });
  result.setAttribute('role', 'status');
  const place = element('div', { className: 'editor' });
  pre.replaceWith(place);
  figure.append(result);
  figure.querySelector('.edit')?.remove();
  const language = figure.dataset['language'] as Language;
  const rules = JSON.parse(figure.dataset['rules'] ?? '{}') as RuleEntries;
  let asked = '';
  const editor: Editor = new Editor({
    parent: place,
    label: 'Example',
    code: (pre.textContent ?? '').replace(/\n$/, ''),
    language,
    rules,
    onAnswer: (answer) => result.replaceChildren(...said(editor, answer)),
    onPick(text) {
      asked = asked === text ? '' : text;
      const filter = readFilter(asked);
      editor.view.dispatch({ effects: setFilter.of(typeof filter === 'string' ? undefined : filter) });
    },
  });
  const onclick = () => void takeAlong(editor.code, language, rules);
  const button = element('button', { type: 'button', onclick }, 'Open in the playground');
  figure.querySelector('figcaption')?.append(button);
  if (isAskedFor) editor.view.focus();
}

/** Makes the examples of this page ready to be edited. */
export function openExamples(): void {
  const figures = [...document.querySelectorAll<HTMLElement>('figure.example[data-rules]')];
  for (const figure of figures) {
    const button = element('button', { type: 'button', className: 'edit', onclick: () => open(figure, true) }, 'Edit');
    figure.querySelector('figcaption')?.append(button);
  }
  // The first one shows what the others can do.
  if (figures[0]) open(figures[0], false);
}
