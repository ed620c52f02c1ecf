import { importsServerModule, isServerGlobal } from '../../models/server.js';
import { Latest } from '../../syntax/latest.js';
import type { Source } from '../write/edit.js';

const cache = new Latest<Source, boolean>();

/** Whether a file runs on a server, where a body that nobody reads keeps its connection. */
export function isServerCode(source: Source): boolean {
  let answer = cache.get(source);
  if (answer === undefined)
    cache.set(source, (answer = importsServerModule(source.ast.body) || usesServerGlobal(source)));
  return answer;
}

const usesServerGlobal = (source: Source): boolean =>
  !!source.scopeManager?.scopes[0]?.through.some(({ identifier }) => isServerGlobal(identifier as never));
