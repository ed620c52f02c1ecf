import type { TSESTree } from '@typescript-eslint/utils';
import { isCacheName, isCheckingName, isPassingName, type Client } from '../models/index.js';
import { plainResponse } from '../models/declared-types.js';
import { isResponseClass } from '../models/server.js';
import type { File } from '../syntax/file.js';
import { isWrapper, lastName, unwrap, type Node } from '../syntax/nodes.js';
import { annotationOf, namedType } from '../syntax/type-names.js';

/** `const res: Response = …`, `let res: Response | undefined;`. */
const written = /: (?:globalThis\.)?Response(?: \| (?:null|undefined))*(?: =|;)/;

/** Whether a text may say of a variable that it is a response: all that a file without one costs. */
export const mayAnnotate = (text: string): boolean => text.includes(plainResponse) && written.test(text);

/**
 * The calls of functions out of sight whose result is waited for and put in a variable that is said to be the platform's
 * response: `const res: Response = await api.call('/users')`. Of one that may have checked it there is nothing to say.
 */
export function annotatedCalls(file: File, { modules }: Client): readonly TSESTree.CallExpression[] {
  if (!mayAnnotate(file.source.text)) return [];
  const isPlatforms = (type: Node): boolean => {
    if (type.type === 'TSUnionType') {
      const real = type.types.filter(({ type: kind }) => kind !== 'TSNullKeyword' && kind !== 'TSUndefinedKeyword');
      return real.length === 1 && isPlatforms(real[0]!);
    }
    if (type.type !== 'TSTypeReference') return false;
    const named = namedType(file, type.typeName);
    if (named.kind === 'imported') return named.name === plainResponse && Object.hasOwn(modules, named.module);
    return named.kind === 'global' && named.name === plainResponse;
  };
  return file.calls.all.filter((call) => {
    const target = targetOf(call);
    const [name] = target?.type === 'Identifier' ? (file.variable(target)?.identifiers ?? []) : [];
    const type = name && annotationOf(name);
    return !!type && isPlatforms(type) && !mayHaveChecked(file, call);
  });
}

/** What an awaited call is put in. */
function targetOf(call: Node): Node | undefined {
  let at = call;
  let isAwaited = false;
  for (; at.parent && (isWrapper(at.parent) || at.parent.type === 'AwaitExpression'); at = at.parent)
    isAwaited ||= at.parent.type === 'AwaitExpression';
  const { parent } = at;
  if (!isAwaited || !parent) return undefined;
  if (parent.type === 'VariableDeclarator') return parent.init === at ? parent.id : undefined;
  return parent.type === 'AssignmentExpression' && parent.right === at ? parent.left : undefined;
}

/** A function of this file, one that is given, one by whose name it has; and what gives no new answer of a server. */
function mayHaveChecked(file: File, { callee: called }: TSESTree.CallExpression): boolean {
  const callee = unwrap(called);
  const name = lastName(callee);
  if (name === undefined || isCheckingName(name) || isPassingName(name)) return true;
  if (file.functionsOf(callee).length > 0) return true;
  if (callee.type === 'Identifier') return file.variable(callee)?.defs[0]?.type === ('Parameter' as never);
  const owner = callee.type === 'MemberExpression' ? (lastName(callee.object) ?? '') : '';
  return isCacheName(owner) || isResponseClass(owner);
}
