import { enclosingFunction, isFunction, lastName, type FunctionNode, type Node } from '../../syntax/nodes.js';
import { visit } from '../../syntax/visit.js';
import { FileFacts } from '../facts.js';

/** The timer that makes the request of a call again, whatever becomes of it: a failure goes round once more. */
export function turnOf(facts: FileFacts, call: Node): Node | undefined {
  for (let fn = enclosingFunction(call); fn; fn = enclosingFunction(fn)) {
    const timer = timerOf(facts, fn);
    if (timer) return timer;
  }
  return undefined;
}

function timerOf(facts: FileFacts, fn: FunctionNode): Node | undefined {
  const { parent } = fn;
  if (parent.type === 'CallExpression' && lastName(parent.callee) === 'setInterval') return parent;
  const given = referencesTo(facts, fn).map(({ parent: call }) => call);
  return given.find(
    (call) =>
      call?.type === 'CallExpression' &&
      (lastName(call.callee) === 'setInterval' ||
        (lastName(call.callee) === 'setTimeout' && isArmedIn(facts, call, fn))),
  );
}

/** Where a function is named without being called: `setInterval(poll, 1000)`. */
function referencesTo({ file }: FileFacts, fn: FunctionNode): readonly Node[] {
  return (
    file
      .variableOf(fn)
      ?.references.filter(({ init }) => !init)
      .map(({ identifier }) => identifier) ?? []
  );
}

/** `async function poll() { …; setTimeout(poll, 1000); }`. */
function isArmedIn({ file }: FileFacts, timer: Node, fn: FunctionNode): boolean {
  let found = false;
  visit(fn, file.source.visitorKeys, (node) => {
    if (node === timer) found = true;
    return (
      !found && (node === fn || !isFunction(node) || node.parent === timer || node.parent?.type === 'CallExpression')
    );
  });
  return found;
}
