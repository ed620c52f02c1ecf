import { RuleCreator } from '@typescript-eslint/utils/eslint-utils';

/** What a rule's documentation says of it beside ESLint's own fields. */
export interface RuleDocs {
  /** The smallest preset that has the rule. */
  readonly preset: 'recommended' | 'strict' | 'recommendedTypeChecked' | 'strictTypeChecked';
  readonly requiresTypeChecking?: boolean;
}

const repository = 'https://github.com/eslint-plugin-http-status/eslint-plugin-http-status';

export const createRule = RuleCreator<RuleDocs>((name) => `${repository}/blob/main/docs/rules/${name}.md`);
