// What the page brings along: it was written when the site was built, from the plugin and its pages.
import type { Language, RuleEntries } from '../../worker/protocol.js';
import { byId } from '../dom.js';

export interface Example {
  readonly title: string;
  readonly code: string;
  readonly language: Language;
}

export interface PageData {
  /** The rules of each preset that can run without types. */
  readonly presets: Readonly<Record<string, RuleEntries>>;
  readonly examples: readonly Example[];
}

export const pageData = (): PageData => JSON.parse(byId('data', HTMLScriptElement).text) as PageData;
