export { suggestionMessages } from './write/messages.js';
export { suggestCheck, type Finding } from './unchecked/unchecked.js';
export { goodTest, suggestOk } from './ok/ok.js';
export { suggestBranch } from './branch/error-branch.js';
