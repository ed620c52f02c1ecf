import no200Only from '../rules/no-200-only.js';
import noUncheckedResponse from '../rules/no-unchecked-response.js';
import requireErrorBranch from '../rules/require-error-branch.js';

/** Every rule, by the name under which a config has it. */
export const rules = {
  'no-200-only': no200Only,
  'no-unchecked-response': noUncheckedResponse,
  'require-error-branch': requireErrorBranch,
};

export type Rules = typeof rules;
