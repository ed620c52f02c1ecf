import { readFileSync } from 'node:fs';
import plugin, { isWorthParsing } from '../../index.js';
import type { Found, SourceFile } from '../files/find.js';
import type { Language } from '../files/languages.js';
import { reasonOf, type Unreadable } from '../files/walk.js';
import type { ESLintModule } from './host.js';
import { Linters } from './linters.js';
import { emptyResult, fatalMessage, onlyOurs, type Outcome, type Result } from './outcome.js';
import type { PresetName } from './presets.js';
import type { Seen } from './requests.js';

/** Told before each file how many are done, of how many. */
export type Progress = (done: number, all: number) => void;

/** What is asked of a run. */
export interface Asked {
  readonly preset: PresetName;
  /** Whether findings in code that is not shipped are shown, too. */
  readonly showAll: boolean;
  /** Whether it is also asked where responses can have which statuses. */
  readonly traces: boolean;
}

/** Lints files one by one. */
export async function lint(
  module: ESLintModule,
  asked: Asked,
  { files, unreadable }: Found,
  progress: Progress = () => undefined,
): Promise<Outcome> {
  const run = new Run(module, asked);
  for (const [done, file] of files.entries()) {
    progress(done, files.length);
    await run.look(file);
  }
  return run.outcome(unreadable);
}

class Run {
  private readonly seen: Seen;
  private readonly results: Result[] = [];
  private readonly unreadable: Unreadable[] = [];
  private readonly scriptsOnly = new Map<Language, number>();
  private readonly linters: Linters;
  private untyped = 0;
  private hidden = 0;

  private readonly preset: PresetName;
  private readonly showAll: boolean;

  constructor(module: ESLintModule, { preset, showAll, traces }: Asked) {
    this.preset = preset;
    this.showAll = showAll;
    this.seen = { requests: new Map(), readings: new Map(), traces: traces ? new Map() : undefined };
    this.linters = new Linters(module, preset, this.seen);
  }

  async look(file: SourceFile): Promise<void> {
    let text: string;
    try {
      text = readFileSync(file.path, 'utf8');
    } catch (error) {
      this.unreadable.push({ path: file.path, reason: reasonOf(error) });
      return;
    }
    const isWorthIt = isWorthParsing(text, plugin.configs[this.preset]);
    const result = isWorthIt ? onlyOurs(await this.lint(file, text)) : emptyResult(file.path);
    this.results.push(file.isUnshipped && !this.showAll ? this.hide(result) : result);
  }

  private hide(result: Result): Result {
    if (fatalMessage(result)) return result;
    this.hidden += result.messages.length;
    return emptyResult(result.filePath);
  }

  private async lint(file: SourceFile, text: string): Promise<Result> {
    const linter = await this.linters.for(file);
    if (linter.scriptsOnly) this.scriptsOnly.set(file.language, (this.scriptsOnly.get(file.language) ?? 0) + 1);
    const [result] = (await linter.eslint.lintText(text, { filePath: file.path })) as [Result];
    // The project service refuses a file that no tsconfig.json has.
    if (!fatalMessage(result)?.message.includes('project service')) return result;
    this.untyped++;
    const { eslint } = await this.linters.withoutTypes(file);
    return ((await eslint.lintText(text, { filePath: file.path })) as [Result])[0];
  }

  outcome(unreadable: readonly Unreadable[]): Outcome {
    const notes = [...this.linters.notes];
    if (this.untyped > 0) {
      const files = this.untyped === 1 ? '1 TypeScript file is' : `${this.untyped} TypeScript files are`;
      notes.push(`${files} in no tsconfig.json, and looked at without types.`);
    }
    const { results, seen, scriptsOnly, hidden } = this;
    return { results, seen, scriptsOnly, hidden, notes, unreadable: [...unreadable, ...this.unreadable] };
  }
}
