// The playground.
import '../styles/editor.css';
import '../styles/playground.css';
import { byId } from './dom.js';
import { Editor } from './editor/editor.js';
import { cursorOf } from './editor/lens.js';
import { LinkError, readLink, writeLink, type Shared } from './link.js';
import { pageData } from './playground/data.js';
import { Findings } from './playground/findings.js';
import { Rules } from './playground/rules.js';
import { Statuses } from './playground/statuses.js';
import type { Answer, Language } from '../worker/protocol.js';

const { presets, examples } = pageData();
const example = byId('example', HTMLSelectElement);
const language = byId('language', HTMLSelectElement);
const share = byId('share', HTMLButtonElement);
const notice = byId('notice', HTMLElement);
const pages = new Map(
  [...byId('rules', HTMLFieldSetElement).querySelectorAll('a')].map((link) => [link.dataset['rule'], link.href]),
);

const rules: Rules = new Rules(presets, () => editor.useRules(rules.record));
const statuses: Statuses = new Statuses(() => editor.view);
const findings: Findings = new Findings(
  () => editor,
  (rule) => pages.get(rule),
);

const [first] = examples;
const given = await readLink(location.hash).catch((error: unknown) => {
  notice.textContent = `${sentence(error)} Here is an example instead.`;
  return undefined;
});
if (given) {
  rules.set(given.preset, given.switched);
  language.value = given.language;
  example.value = '';
}
/** Whether the code was just put there, and nobody moved the cursor yet. */
let isFresh = true;
const editor: Editor = new Editor({
  parent: byId('editor', HTMLElement),
  label: 'Code',
  code: given?.code ?? first?.code ?? '',
  language: (given?.language ?? first?.language ?? 'js') as Language,
  rules: rules.record,
  onPick: statuses.pick,
  onAnswer(answer) {
    findings.show(answer);
    if (isFresh) pointAtFirst(answer);
    isFresh = false;
  },
  onLens: (lens, state) => statuses.show(lens, state),
  onChange() {
    notice.textContent = '';
    if (!isFresh) example.value = '';
  },
  keys: [
    { key: 'Mod-.', run: ({ state }) => findings.focusFix(cursorOf(state).line) },
    { key: 'Mod-s', run: () => (void copyLink(), true) },
  ],
});

function sentence(error: unknown): string {
  if (error instanceof LinkError) return error.message;
  throw error;
}

/** Puts the cursor where there is something to see: the end of the way to the first finding. */
function pointAtFirst(answer: Answer | undefined): void {
  const last = answer?.findings[0]?.steps.at(-1);
  if (last) editor.goTo(last.line, last.column);
}

const shared = (): Shared => ({
  code: editor.code,
  language: language.value as Language,
  preset: rules.presetName,
  switched: rules.switched,
});

async function copyLink(): Promise<void> {
  try {
    history.replaceState(null, '', await writeLink(shared()));
  } catch (error) {
    notice.textContent = sentence(error);
    return;
  }
  try {
    await navigator.clipboard.writeText(location.href);
    notice.textContent = 'The link is copied, and stands in the address bar.';
  } catch {
    // Browsers may refuse the clipboard.
    notice.textContent = 'The link stands in the address bar: copy it from there.';
  }
}

share.addEventListener('click', () => void copyLink());
example.addEventListener('change', () => {
  const chosen = examples[Number(example.value)];
  if (!chosen || example.value === '') return;
  language.value = chosen.language;
  isFresh = true;
  editor.show(chosen.code, chosen.language);
});
language.addEventListener('change', () => editor.show(editor.code, language.value as Language));
// Another link of the playground, put into the address bar of this page.
addEventListener('hashchange', () => location.reload());
