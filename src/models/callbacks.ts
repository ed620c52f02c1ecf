import type { TSESTree } from '@typescript-eslint/utils';
import { lastName, memberName, type Node } from '../syntax/nodes.js';
import { isPromiseHandler } from './language.js';

// Who runs a function, and what becomes of what it throws, by common usage.

/** Functions and methods that run a callback on an event, by a timer or as an effect, and do not wait for it. */
const detaching = new Set([
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask'],
  ...['addEventListener', 'attachEvent', 'addListener', 'on', 'once', 'nextTick', 'ready'],
  ...['useEffect', 'useLayoutEffect', 'useFocusEffect', 'useInterval', 'useMount'],
  ...['onMounted', 'onBeforeMount', 'onActivated', 'onMount', 'watch', 'watchEffect', 'createEffect'],
]);

/** Whether a function runs its callback and nobody catches what that throws: `setInterval(poll, 1000)`. */
export const detaches = (callee: Node): boolean => detaching.has(lastName(callee) ?? '');

/** `onclick`, `onClick`, `onSubmit`: a property or an attribute that holds the handler of an event. */
export const isEventHandlerName = (name: string): boolean => /^on[A-Z]|^on[a-z]{3,}$/.test(name);

/** The argument of `then` or `catch` that gets a rejection; undefined for a method without one. */
export function rejectionHandlerOf({ callee, arguments: args }: TSESTree.CallExpression): Node | undefined {
  const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined;
  if (name === 'catch') return args[0];
  return name === 'then' ? args[1] : undefined;
}

/** Whether a call is a link of a promise's chain. */
export const isChainLink = ({ callee }: TSESTree.CallExpression): boolean =>
  callee.type === 'MemberExpression' && isPromiseHandler(memberName(callee) ?? '');
