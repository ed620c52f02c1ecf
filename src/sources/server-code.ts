import type { TSESLint } from '@typescript-eslint/utils';
import { callsEachTime, importsServerModule, isRequestHandler, isServerGlobal } from '../models/server.js';
import { Latest } from '../syntax/latest.js';
import { isFunction, isLoop, lastName, type FunctionNode, type Node } from '../syntax/nodes.js';

type Source = Readonly<TSESLint.SourceCode>;

const cache = new Latest<Source, boolean>();

/** Whether a file runs on a server, where one process makes many requests, and a body that nobody reads keeps its connection. */
export function isServerCode(source: Source): boolean {
  let answer = cache.get(source);
  if (answer === undefined)
    cache.set(source, (answer = importsServerModule(source.ast.body) || usesServerGlobal(source)));
  return answer;
}

const usesServerGlobal = (source: Source): boolean =>
  !!source.scopeManager?.scopes[0]?.through.some(({ identifier }) => isServerGlobal(identifier as never));

/** Whether one process comes by a place many times: in a loop, or in a function that a server calls for each request. */
export function isRepeated(place: Node): boolean {
  for (let at = place.parent; at; at = at.parent) {
    if (isLoop(at) || (isFunction(at) && isHandler(at))) return true;
  }
  return false;
}

/** `export async function POST(request)`, `app.get('/', async (req, res) => …)`, `{ async fetch(request, env) { … } }`. */
function isHandler(fn: FunctionNode): boolean {
  if (!fn.params[0]) return false;
  const { parent } = fn;
  const named =
    fn.id ?? (parent.type === 'VariableDeclarator' ? parent.id : 'key' in parent ? (parent.key as Node) : undefined);
  if (named?.type === 'Identifier' && isRequestHandler(named.name)) return true;
  return parent.type === 'CallExpression' && callsEachTime(lastName(parent.callee) ?? '');
}
