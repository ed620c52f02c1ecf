/** What `scripts/oracle.js` runs. */
export { tryPrograms } from './differences.js';
export { tryGrowing } from './growing.js';
export { judgeMany, Tally } from './wide/find.js';
export { unknownCause } from './wide/causes.js';
export { byCause } from './wide/known.js';
