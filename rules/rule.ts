/** What a rule's documentation says of it. */
export interface RuleDocs {
  readonly description: string;
  /** The smallest preset that has the rule. */
  readonly preset: 'recommended' | 'strict' | 'recommendedTypeChecked' | 'strictTypeChecked';
  /** Its severity in `recommended`, where it is not "error": for what is a habit, and goes wrong for few. */
  readonly severity?: 'warn';
  /** Its options in `strict` and in `all`, where it judges by the letter. */
  readonly strict?: Readonly<Record<string, unknown>>;
  readonly requiresTypeChecking?: boolean;
  readonly url?: string;
}

/**
 * A rule as the plugin shows it. Written out instead of taken from a package: this is the only type that a project which
 * configures the plugin has to see.
 */
export interface HttpStatusRule<Options extends readonly unknown[]> {
  readonly meta: {
    readonly type: 'problem' | 'suggestion' | 'layout';
    readonly docs: RuleDocs;
    readonly messages: Readonly<Record<string, string>>;
    readonly schema: readonly unknown[];
    readonly hasSuggestions?: boolean;
    readonly defaultOptions?: Options;
  };
  readonly defaultOptions: Options;
  /** Whether a file without a response may be reported, too, by its text; without it, none is. */
  readonly concerns?: (text: string) => boolean;
  create(context: never): object;
}
