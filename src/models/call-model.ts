import type { TSESTree } from '@typescript-eslint/utils';
import { File } from '../syntax/file.js';
import { memberName, unwrap, type Node } from '../syntax/nodes.js';
import type { ResponseMembers } from './client.js';
import { assertsTruth, Conventions, isErrorClass } from './conventions.js';
import {
  isBuiltInName,
  isPromiseHandler,
  isPromiseStatic,
  isViewName,
  listRole,
  type ListRole,
  type PromiseHandler,
  type PromiseStatic,
} from './language.js';

/** What a call means by its text, whatever its receiver holds and wherever its function is. */
export type CallMeaning =
  /** `console.error(…)`: what it is given goes into a log. */
  | { readonly kind: 'logger' }
  /** `Promise.all(…)`. */
  | { readonly kind: 'promise static'; readonly name: PromiseStatic }
  /** `request.then(…)`. */
  | { readonly kind: 'promise handler'; readonly name: PromiseHandler }
  /** `load.call(this, url)`: the function is called with what comes after the first argument. */
  | { readonly kind: 'forwarding'; readonly by: 'call' | 'apply' }
  /** `assert(res.ok)`: goes on only where that is true; `isAssertion` tells a test's from a program's `invariant`. */
  | { readonly kind: 'asserts truth'; readonly isAssertion: boolean }
  /** `process.exit(1)`, `redirect('/')`: the path ends; `isDone` where its work is done, `isAssertion` for `assert.fail()`. */
  | { readonly kind: 'never returns'; readonly isDone: boolean; readonly isAssertion: boolean }
  /** `expect(res.status).toBe(200)`. */
  | { readonly kind: 'assertion' }
  /** `JSON.parse(text)`, `/x/.test(text)`: what the language works out from a body is still the body. */
  | { readonly kind: 'built-in' }
  | { readonly kind: 'unknown' };

/** What `new X(…)` means by the name of its class. */
export type NewMeaning = 'promise' | 'error' | 'view' | 'unknown';

/** What a method does when it is called on a response. */
export type ResponseMethod = 'reader' | 'copy' | 'unknown';

const unknown: CallMeaning = { kind: 'unknown' };

/** Answers one question: what does this call mean? Each call of a file is looked at once. */
export class CallModel {
  private readonly meanings = new Map<Node, CallMeaning>();

  constructor(
    private readonly file: File,
    private readonly conventions: Conventions,
  ) {}

  of(call: TSESTree.CallExpression): CallMeaning {
    let meaning = this.meanings.get(call);
    if (!meaning) this.meanings.set(call, (meaning = this.find(call)));
    return meaning;
  }

  private find(call: TSESTree.CallExpression): CallMeaning {
    const callee = unwrap(call.callee);
    const { conventions } = this;
    if (conventions.isLogger(callee)) return { kind: 'logger' };
    const ofMethod = callee.type === 'MemberExpression' ? this.ofMethod(callee) : undefined;
    if (ofMethod) return ofMethod;
    if (assertsTruth(callee) && call.arguments[0]) {
      return { kind: 'asserts truth', isAssertion: conventions.isAssertion(callee) };
    }
    const isAssertion = conventions.asserts(call);
    if (conventions.endsPath(callee)) return { kind: 'never returns', isDone: conventions.endsWell(call), isAssertion };
    if (isAssertion) return { kind: 'assertion' };
    return isBuiltIn(callee) ? { kind: 'built-in' } : unknown;
  }

  private ofMethod(callee: TSESTree.MemberExpression): CallMeaning | undefined {
    const name = memberName(callee) ?? '';
    const object = unwrap(callee.object);
    const isPromise = object.type === 'Identifier' && object.name === 'Promise' && this.file.isGlobal(object);
    if (isPromise && isPromiseStatic(name)) return { kind: 'promise static', name };
    if (isPromiseHandler(name)) return { kind: 'promise handler', name };
    return name === 'call' || name === 'apply' ? { kind: 'forwarding', by: name } : undefined;
  }
}

/** `new Promise(…)`, `new HttpError(…)`, `new Uint8Array(buffer)`. */
export function meaningOfNew(callee: Node): NewMeaning {
  if (callee.type === 'Identifier' && callee.name === 'Promise') return 'promise';
  if (isErrorClass(callee)) return 'error';
  return callee.type === 'Identifier' && isViewName(callee.name) ? 'view' : 'unknown';
}

/** What a method means that is called on a response of a client: `res.json()` reads, `res.clone()` copies. */
export function methodOfResponse({ readers, copies }: ResponseMembers, name: string): ResponseMethod {
  if (copies.has(name)) return 'copy';
  return readers.has(name) ? 'reader' : 'unknown';
}

/** What a method means that is called on a list, or on what may be one. */
export const methodOfList = (name: string): ListRole | 'unknown' => listRole(name) ?? 'unknown';

/** A function of the language, or of a regular expression. */
function isBuiltIn(callee: Node): boolean {
  const node = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  return node.type === 'Identifier' ? isBuiltInName(node.name) : node.type === 'Literal' && 'regex' in node;
}
