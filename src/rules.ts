import distinguishErrorGroups from '../rules/distinguish-error-groups.js';
import exhaustiveStatus from '../rules/exhaustive-status.js';
import no200Only from '../rules/no-200-only.js';
import noBlindRetry from '../rules/no-blind-retry.js';
import noBodyReadTwice from '../rules/no-body-read-twice.js';
import noImpossibleStatus from '../rules/no-impossible-status.js';
import noNullBody from '../rules/no-null-body.js';
import noStatusText from '../rules/no-status-text.js';
import noUncheckedCachePut from '../rules/no-unchecked-cache-put.js';
import noUncheckedResponse from '../rules/no-unchecked-response.js';
import noUnguardedErrorResponse from '../rules/no-unguarded-error-response.js';
import noUnnarrowedBody from '../rules/no-unnarrowed-body.js';
import noUnreadBody from '../rules/no-unread-body.js';
import requireErrorBranch from '../rules/require-error-branch.js';
import requireStatusInError from '../rules/require-status-in-error.js';

/** Every rule, by the name under which a config has it. */
export const rules = {
  'distinguish-error-groups': distinguishErrorGroups,
  'exhaustive-status': exhaustiveStatus,
  'no-200-only': no200Only,
  'no-blind-retry': noBlindRetry,
  'no-body-read-twice': noBodyReadTwice,
  'no-impossible-status': noImpossibleStatus,
  'no-null-body': noNullBody,
  'no-status-text': noStatusText,
  'no-unchecked-cache-put': noUncheckedCachePut,
  'no-unchecked-response': noUncheckedResponse,
  'no-unguarded-error-response': noUnguardedErrorResponse,
  'no-unnarrowed-body': noUnnarrowedBody,
  'no-unread-body': noUnreadBody,
  'require-error-branch': requireErrorBranch,
  'require-status-in-error': requireStatusInError,
};

export type Rules = typeof rules;
