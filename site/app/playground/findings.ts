// The list of findings: each with its mendings, and the steps that lead there.
import { byId, element, withCode } from '../dom.js';
import type { Answer, Finding, Step } from '../../worker/protocol.js';
import type { Editor } from '../editor/editor.js';
import { apply } from '../editor/findings.js';
import { setSteps } from '../editor/lens.js';

/** How long a step is lit while a path is played. */
const beat = 700;

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

export class Findings {
  private readonly list = byId('findings', HTMLOListElement);
  private readonly verdict = byId('verdict', HTMLElement);
  private playing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly editor: () => Editor,
    /** Where the page of a rule is. */
    private readonly pageOf: (rule: string) => string | undefined,
  ) {}

  show(answer: Answer | undefined): void {
    this.stop();
    const findings = answer?.findings ?? [];
    this.list.replaceChildren(...findings.map((finding) => this.item(finding)));
    this.verdict.textContent = this.sentence(answer);
  }

  /** Puts the focus on the first mending of what stands on a line. */
  focusFix(line: number): boolean {
    const button = this.list.querySelector<HTMLButtonElement>(`[data-line="${line}"] .fix`);
    button?.focus();
    return !!button;
  }

  private sentence(answer: Answer | undefined): string {
    if (!answer) return 'The rules could not be run on this code. Reload the page; if that does not help, tell us.';
    const { findings, broken } = answer;
    if (broken) return `The code cannot be read. Line ${broken.line}: ${broken.message}`;
    if (findings.length === 0) return 'The rules have nothing to say.';
    return findings.length === 1 ? '1 finding.' : `${findings.length} findings.`;
  }

  private item(finding: Finding): HTMLElement {
    const { line, column, severity, message, rule, fixes, steps } = finding;
    const goTo = () => {
      this.editor().goTo(line, column);
      this.editor().view.focus();
    };
    const item = element(
      'li',
      { className: severity, onmouseenter: () => this.light(steps), onmouseleave: () => this.dim(item) },
      element('button', { type: 'button', className: 'place', onclick: goTo }, `Line ${line}`),
      ' ',
      element('span', {}, ...withCode(message)),
      ' ',
      this.nameOf(rule),
      ...fixes.map((fix) => {
        const onclick = () => apply(this.editor().view, fix);
        return element('button', { type: 'button', className: 'fix', onclick }, ...withCode(fix.title));
      }),
      ...(steps.length > 0 ? [this.stepsOf(steps)] : []),
    );
    item.dataset['line'] = String(line);
    item.addEventListener('focusin', () => this.light(steps));
    item.addEventListener('focusout', () => this.dim(item));
    return item;
  }

  private nameOf(rule: string | undefined): HTMLElement {
    const page = rule === undefined ? undefined : this.pageOf(rule);
    return page === undefined
      ? element('span', {}, rule ?? '')
      : element('a', { href: page, className: 'rule' }, rule ?? '');
  }

  private stepsOf(steps: readonly Step[]): HTMLElement {
    const play = element(
      'button',
      { type: 'button', className: 'play', onclick: () => this.play(steps) },
      'Play the path',
    );
    const items = steps.map(({ line, words }) => element('li', {}, `Line ${line}: `, ...withCode(words)));
    return element('details', {}, element('summary', {}, 'How it gets there'), element('ol', {}, ...items), play);
  }

  private light(steps: readonly Step[]): void {
    this.stop();
    this.editor().view.dispatch({ effects: setSteps.of(steps) });
  }

  private dim(item: HTMLElement): void {
    if (item.matches(':hover') || item.contains(document.activeElement)) return;
    this.light([]);
  }

  /** One step after the other. */
  private play(steps: readonly Step[]): void {
    if (isStill()) return this.light(steps);
    const show = (count: number) => {
      this.light(steps.slice(0, count));
      if (count < steps.length) this.playing = setTimeout(() => show(count + 1), beat);
    };
    show(1);
  }

  private stop(): void {
    clearTimeout(this.playing);
  }
}
