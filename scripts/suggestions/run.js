// The fourth property of a suggestion: it changes what happens only for the statuses that its message names. Shown by
// running the function around the change, before and after, under every status.
import ts from 'typescript';
import { World } from './world.js';

export const everyStatus = [0, ...Array.from({ length: 500 }, (_, i) => 100 + i), 600, 999];

/** Where classes of statuses begin and end, and statuses with a meaning of their own. */
const edges = [0, 100, 101, 199, 200, 201, 204, 205, 299, 300, 304, 399, 400, 404, 429, 499, 500, 503, 599, 600, 999];

/**
 * The statuses between which programs can make a difference: those that they name, their neighbours, and the edges of the
 * classes. Whatever holds for these holds for all.
 */
export function tellingStatuses(...texts) {
  const named = texts.flatMap((text) => [...text.matchAll(/\d{3}/g)].map(([status]) => Number(status)));
  const telling = new Set([...edges, ...named.flatMap((status) => [status - 1, status, status + 1])]);
  return everyStatus.filter((status) => telling.has(status));
}

const isSuccess = (status) => status >= 200 && status <= 299;

/** For which statuses a suggestion says that something changes. */
export function namedBy(text, code) {
  if (/outside 200–299/.test(text)) return (status) => !isSuccess(status);
  if (/200–299 count/.test(text)) return isSuccess;
  if (/201–299/.test(text)) return (status) => isSuccess(status) && status !== 200;
  const [, cases] = /cases? ([\d, and]+),/.exec(text) ?? [];
  if (cases) return (status) => cases.includes(String(status));
  if (/without a case/.test(text)) return (status) => !new RegExp(`case ${status}\\b`).test(code);
  const [, only] = /on a (\d{3}), and on nothing else/.exec(text) ?? [];
  if (only) return (status) => status === Number(only);
  // The condition was true whatever came, and is false now but for its numbers.
  if (/nothing but these/.test(text)) return (status) => !new RegExp(`\\b${status}\\b`).test(code);
  // What throws now, for every status that comes there.
  if (/both reads|takes none/.test(text)) return () => true;
  if (/`void`/.test(text)) return () => false;
  throw new Error(`This suggestion names no statuses: ${text}`);
}

const isFunctionLike = (node) => ts.isFunctionLike(node) && 'body' in node && node.body;

/**
 * The pieces of the program that have the whole change and the report in them: the innermost function, then, for code that
 * a stub world does not come to, the statements in it from the outside in and the functions around it.
 */
function piecesAround(file, code, from, to) {
  const kind = /\.[cm]?ts$/.test(file) ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
  let pieces = [];
  const outer = [];
  const visit = (node) => {
    if (node.getStart(source) > from || node.end < to) return;
    const piece = { start: node.getStart(source), end: node.end, generator: !!node.asteriskToken };
    if (isFunctionLike(node)) {
      outer.unshift(...pieces.slice(0, 1));
      pieces = [{ ...piece, kind: isMember(node) ? 'method' : 'function' }];
    } else if (ts.isStatement(node) && !isFunctionLike(node.parent)) pieces.push({ ...piece, kind: 'statement' });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...pieces, ...outer];
}

const isMember = (node) => ts.isMethodDeclaration(node) || ts.isAccessor(node) || ts.isConstructorDeclaration(node);

const wrap = {
  method: (text) => `const holder = class extends Base { ${text} }; return methodOf(holder);`,
  function: (text) => `const fn = (${text.replace(/^export\s+(default\s+)?/, '')}); return fn;`,
  statement: (text) => `return async function () { ${text} };`,
};

/** JavaScript that gives a piece of the program as a function; what it does not declare is looked up in `scope`. */
function compile(text, kind) {
  const wrapped = wrap[kind](text.replace(/\bthis\.#/g, 'this.').replace(/^(\s*(?:async\s+)?\*?\s*)#/, '$1'));
  const { outputText } = ts.transpileModule(`function make(scope) { with (scope) { ${wrapped} } }`, {
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.None,
      jsx: ts.JsxEmit.React,
      alwaysStrict: false,
    },
  });
  const sloppy = outputText.replace(/^\s*"use strict";/, '').replace(/\bimport\.meta\b/g, 'importMeta');
  return new Function(`${sloppy}; return make;`)();
}

const methodOf = (holder) => {
  const [, value] =
    Object.entries(Object.getOwnPropertyDescriptors(holder.prototype)).find(([key]) => key !== 'constructor') ??
    Object.entries(Object.getOwnPropertyDescriptors(holder)).find(
      ([key]) => !['length', 'name', 'prototype'].includes(key),
    );
  return value.value ?? value.get ?? value.set;
};

/** What happens when the function is called with all its arguments, with one and with none, as lines of text. */
async function traceOf(make, status, how) {
  const traces = [];
  for (const count of [4, 1, 0]) traces.push(`-- ${count} arguments\n${await traceOfCall(make, status, how, count)}`);
  return traces.join('\n');
}

async function traceOfCall(make, status, how, count) {
  const { requests, generator, given } = how;
  const world = new World(status, requests);
  const unhandled = (reason) => world.trace.push(`unhandled ${world.describe(reason)}`);
  process.on('unhandledRejection', unhandled);
  try {
    const self = world.mock('this');
    const own = { methodOf, Base: class {}, ...(given && { [given]: world.response() }) };
    // An arrow function has the `this` of what is around it.
    const fn = make.call(self, world.scope(own));
    const result = fn.apply(
      self,
      Array.from({ length: count }, (_, i) => world.mock(`argument${i + 1}`)),
    );
    if (generator) await drive(world, result);
    else world.trace.push(`returns ${world.describe(await settled(result))}`);
  } catch (error) {
    world.trace.push(`throws ${world.describe(error)}`);
  }
  how.looked ||= world.looked;
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  return world.trace.join('\n');
}

/** What a promise gives, or a word for one that waits for ever: nothing in a stub world takes time. */
function settled(promise) {
  let turns = 0;
  return new Promise((resolve, reject) => {
    Promise.resolve(promise).then(resolve, reject);
    const wait = () => (++turns > 20 ? resolve('never') : setImmediate(wait));
    wait();
  });
}

/** Gives a generator what it yields, once it has settled. */
async function drive(world, generator) {
  for (let step = await generator.next(); !step.done;) {
    world.note(`yields ${world.describe(step.value)}`);
    step = await generator.next(await settled(step.value));
  }
}

/**
 * Runs the code around a change under every status, before and after.
 * @returns {Promise<{ ran: false, why: string } | { ran: true, changed: number[], unnamed: number[], sample?: object }>}
 */
export async function compareRuns({ file, code, fix, from, to, callee = 'fetch', text, statuses = everyStatus }) {
  const pieces = piecesAround(file, code, Math.min(from, fix.range[0]), Math.max(to, fix.range[1]));
  const after = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
  const delta = after.length - code.length;
  const requests = new RegExp(`(^|\\.)(\\w*[fF]etch\\w*|${callee.replace(/[^\w]/g, '')})$`);
  let result = { ran: false, why: 'it is not in a function' };
  // Where no piece comes to the request, the response is given to it under the name it has there.
  for (const given of [undefined, /(\w+)\.ok\b/.exec(fix.text)?.[1]]) {
    for (const piece of pieces) {
      const texts = [code.slice(piece.start, piece.end), after.slice(piece.start, piece.end + delta)];
      try {
        const makes = texts.map((part) => compile(part, piece.kind));
        const how = { requests, generator: piece.generator, given, looked: false };
        const compared = await compare(makes, statuses, how, namedBy(text, texts[0]));
        if (compared.reached) result = compared;
        if (compared.changed.length > 0) return result;
      } catch (error) {
        if (!result.ran) result = { ran: false, why: error.message };
      }
    }
  }
  return result;
}

async function compare(makes, statuses, how, isNamed) {
  const result = {
    ran: true,
    reached: false,
    changed: [],
    unnamed: [],
    sample: undefined,
    trace: '',
  };
  for (const status of statuses) {
    const before = await traceOf(makes[0], status, how);
    const after = await traceOf(makes[1], status, how);
    result.trace = before;
    result.reached ||= before.includes('request ') || how.looked;
    if (before === after || !result.reached) continue;
    result.changed.push(status);
    if (!isNamed(status)) result.unnamed.push(status);
    if (!result.sample || (result.unnamed.length === 1 && !isNamed(status))) result.sample = { status, before, after };
  }
  return result;
}
