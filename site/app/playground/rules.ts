// The preset, and the switches of the rules.
import type { RuleEntries } from '../../worker/protocol.js';
import { byId } from '../dom.js';
import type { PageData } from './data.js';

export class Rules {
  private readonly preset = byId('preset', HTMLSelectElement);
  private readonly switches = [...byId('rules', HTMLFieldSetElement).querySelectorAll('input')];

  constructor(
    private readonly presets: PageData['presets'],
    onChange: () => void,
  ) {
    this.preset.addEventListener('change', () => {
      this.follow({});
      onChange();
    });
    for (const one of this.switches) one.addEventListener('change', onChange);
    this.follow({});
  }

  get presetName(): string {
    return this.preset.value;
  }

  /** The rules that are on or off other than the preset has them. */
  get switched(): Record<string, boolean> {
    const others = this.switches.filter(({ name, checked }) => checked !== name in this.ofPreset);
    return Object.fromEntries(others.map(({ name, checked }) => [name, checked]));
  }

  /** What ESLint is told. A rule that the preset lacks is an error, as if a config said so. */
  get record(): RuleEntries {
    const on = this.switches.filter(({ checked }) => checked);
    return Object.fromEntries(on.map(({ name }) => [name, this.ofPreset[name] ?? 'error']));
  }

  /** Sets the controls; a preset that is not there leaves the one that is chosen. */
  set(preset: string, switched: Readonly<Record<string, boolean>>): void {
    if (Object.hasOwn(this.presets, preset)) this.preset.value = preset;
    this.follow(switched);
  }

  private get ofPreset(): RuleEntries {
    return this.presets[this.preset.value] ?? {};
  }

  private follow(switched: Readonly<Record<string, boolean>>): void {
    for (const one of this.switches) one.checked = switched[one.name] ?? one.name in this.ofPreset;
  }
}
