export { suggestionMessages } from './write/messages.js';
export { suggestCheck, type Finding } from './no-unchecked-response/unchecked.js';
export { goodTest, suggestOk } from './no-200-only/ok.js';
export { rangeTest, suggestRange } from './no-200-only/range.js';
export { suggestComparison } from './no-impossible-status/comparison.js';
export { suggestBranch } from './require-error-branch/error-branch.js';
export { suggestStatuses } from './exhaustive-status/statuses.js';
export { suggestTest } from './no-unnarrowed-body/test.js';
