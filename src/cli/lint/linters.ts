import type { ESLint, Linter } from 'eslint';
import { CannotRun } from '../cannot-run.js';
import type { SourceFile } from '../files/find.js';
import { components, typescript, vue, type Language } from '../files/languages.js';
import { runWith } from '../runner.js';
import { configFor } from './config.js';
import type { ESLintModule } from './host.js';
import { findParser } from './parsers.js';
import { needsTypes, requireTsconfig, untyped, type PresetName } from './presets.js';
import type { Seen } from './requests.js';

/** How the files of one language and one folder are linted. */
export interface FileLinter {
  readonly eslint: ESLint;
  /** The templates of its components are not read. */
  readonly scriptsOnly: boolean;
}

/** What ESLint reads a language with; made once for each language, and only for files that exist. */
interface Chosen {
  readonly languageOptions: Linter.LanguageOptions;
  readonly scriptsOnly: boolean;
}

const isComponent = (language: Language): boolean => components.includes(language);

/** Chooses parsers and makes ESLints as the files ask for them. */
export class Linters {
  readonly notes = new Set<string>();
  private readonly known = new Map<string, Promise<FileLinter>>();

  constructor(
    private readonly module: ESLintModule,
    private readonly preset: PresetName,
    private readonly seen: Seen,
  ) {}

  /** The linter of a file with the preset that was asked for; without types where its language has none. */
  for({ base, language }: SourceFile): Promise<FileLinter> {
    const typed = language === typescript && needsTypes(this.preset);
    return this.once(`${base} ${language.name}`, () => (typed ? this.typed(base) : this.plain(base, language)));
  }

  withoutTypes({ base, language }: SourceFile): Promise<FileLinter> {
    return this.once(`${base} ${language.name} without types`, () => this.plain(base, language));
  }

  private once(key: string, make: () => Promise<FileLinter>): Promise<FileLinter> {
    const known = this.known.get(key) ?? make();
    this.known.set(key, known);
    return known;
  }

  private async plain(base: string, language: Language): Promise<FileLinter> {
    const { languageOptions, scriptsOnly } = await this.choose(base, language);
    return { eslint: this.make(base, language, untyped(this.preset), languageOptions), scriptsOnly };
  }

  private async typed(base: string): Promise<FileLinter> {
    const sought = await findParser(this.module, typescript, [base, process.cwd()], {});
    if (!('parser' in sought)) throw new CannotRun(this.needsParser(sought.tooOld));
    requireTsconfig(this.preset, base);
    const parserOptions = { projectService: true, tsconfigRootDir: base };
    const languageOptions = { parser: sought.parser, parserOptions };
    return { eslint: this.make(base, typescript, this.preset, languageOptions), scriptsOnly: false };
  }

  private needsParser(tooOld: string | undefined): string {
    const parser = typescript.parser!;
    const why = tooOld === undefined ? '' : ` (${parser} ${tooOld} does not fit ESLint ${this.module.ESLint.version})`;
    const command = runWith(parser, ` --preset ${this.preset}`);
    return `The preset "${this.preset}" needs type information${why}; "${command}" brings the parser along and changes nothing here.`;
  }

  /**
   * The parser of a component's framework reads its template, too; without it, its scripts are read as modules. Vue's gives
   * a template to its own rules alone, so nothing is gained by it.
   */
  private async choose(base: string, language: Language): Promise<Chosen> {
    const { parser, scriptParser } = await import('../../reader/parser.js');
    const scriptsOnly = language === vue;
    if (scriptsOnly || !isComponent(language)) return { languageOptions: { parser }, scriptsOnly };
    const parserOptions = { parser: scriptParser };
    const sought = await findParser(this.module, language, [base, process.cwd()], parserOptions);
    if ('parser' in sought) return { languageOptions: { parser: sought.parser, parserOptions }, scriptsOnly: false };
    if (sought.tooOld !== undefined) {
      this.notes.add(
        `${language.parser} ${sought.tooOld} does not fit ESLint ${this.module.ESLint.version}: of ${language.name} files only the scripts were looked at.`,
      );
    }
    return { languageOptions: { parser }, scriptsOnly: true };
  }

  private make(cwd: string, language: Language, preset: PresetName, options: Linter.LanguageOptions): ESLint {
    const overrideConfig = configFor(language, preset, options, this.seen);
    return new this.module.ESLint({ cwd, overrideConfigFile: true, overrideConfig });
  }
}
