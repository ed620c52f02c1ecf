export { askCompilerWith, typesOf, whyNoTypes, type TypeHost } from './host.js';
export type { Handling } from './handling/handling.js';
export { ofMap } from './handling/map.js';
export { ofChain, ofSwitch } from './handling/statements.js';
export { TypedFile } from './status-expression.js';
export { castWithoutServerErrors, narrowingTest, rangeTest, unnarrowedRead } from './unnarrowed.js';
export { predicateOf } from './predicate.js';
export type { Called, Checker, Compiler, Declaration, Named, Predicate, Type } from './type.js';
export { declaredStatuses, givesNoObject, isResponse, resultsOf } from './statuses.js';
