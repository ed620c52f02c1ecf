export { suggestionMessages } from './messages.js';
export { suggestCheck, type Finding } from './unchecked.js';
export { goodTest, suggestOk } from './ok.js';
export { suggestBranch } from './error-branch.js';
