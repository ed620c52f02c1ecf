import { describe, expect, it } from 'vitest';
import { Catchers } from '../../src/analysis/catching/catchers.js';
import { ErrorChannels } from '../../src/analysis/catching/channels.js';
import { vocabulary } from '../../src/models/language.js';
import { Calls } from '../../src/syntax/calls.js';
import { File } from '../../src/syntax/file.js';
import type { Node } from '../../src/syntax/nodes.js';
import { visit } from '../../src/syntax/visit.js';
import { parse } from '../oracle/parse.js';

/** Who gets what `here()` throws in a program, and who is told of it. */
function of(text: string) {
  const source = parse(text);
  const calls = new Calls();
  let place: Node | undefined;
  visit(source.ast as never, source.visitorKeys, (node) => {
    if (node.type !== 'CallExpression') return;
    calls.add(node);
    if (node.callee.type === 'Identifier' && node.callee.name === 'here') place = node;
  });
  const file = new File(source as never, calls, vocabulary);
  const catchers = new Catchers(file);
  return { kind: catchers.at(place!).kind, channel: new ErrorChannels(file, catchers).at(place!)?.name };
}

describe('who catches', () => {
  it.each([
    ['handler', 'async function f() { try { here(); } catch (e) { show(e); } }'],
    ['caller', 'async function f() { try { go(); } catch (e) { here(); } }'],
    ['caller', 'async function f() { try { here(); } finally { stop(); } }'],
    ['caller', 'here();'],
    ['caller', 'export async function f() { here(); }'],
    ['caller', 'export async function f() { here(); } f();'],
    ['caller', 'const api = { load: async () => here() }; api.load();'],
    ['handler', 'fetch(u).then(() => here()).then(show).catch(log);'],
    ['handler', 'fetch(u).then(() => here()).then(show, log);'],
    ['caller', 'fetch(u).catch(log).then(() => here()).length;'],
    ['nobody', 'fetch(u).then(() => here(), log);'],
    ['nobody', 'fetch(u).then(() => here()).then(show);'],
    ['nobody', 'void fetch(u).then(() => here());'],
    ['owner', 'resolve(fetch(u).then(() => here()));'],
    ['handler', 'async function f() { try { await fetch(u).then(() => here()); } catch {} }'],
    ['caller', 'function f() { try { return fetch(u).then(() => here()); } catch {} }'],
    ['nobody', '(async () => { here(); })();'],
    ['handler', '(async () => { here(); })().catch(log);'],
    ['handler', 'try { (() => here())(); } catch {}'],
    ['nobody', 'setInterval(async () => { here(); }, 1000);'],
    ['nobody', 'button.addEventListener("click", async () => here());'],
    ['nobody', 'button.onclick = async () => here();'],
    ['nobody', 'useEffect(() => { async function load() { here(); } load(); }, []);'],
    ['nobody', 'useEffect(() => { const load = async () => { here(); }; void load(); }, []);'],
    ['nobody', 'const save = useCallback(async () => { here(); }, []); useEffect(() => { save(); }, [save]);'],
    ['nobody', 'async function save() { here(); } form.addEventListener("submit", save);'],
    ['caller', 'async function save() { here(); } const saved = save();'],
    ['caller', 'async function save() { here(); } (async () => { await save(); })();'],
    ['caller', 'app.get("/", async (req, res) => { here(); });'],
  ])('is the %s: %s', (kind, text) => {
    expect(of(text).kind).toBe(kind);
  });
});

describe('who is told of a failure', () => {
  it.each([
    ['reject', 'new Promise((resolve, reject) => { go(async () => { here(); resolve(1); }); });'],
    [undefined, 'new Promise((resolve, reject) => { here(); resolve(1); });'],
    ['reject', 'new Promise(async (resolve, reject) => { here(); resolve(1); });'],
    ['next', 'function f(id, next) { if (!id) return next(new Error("no id")); go(); here(); }'],
    ['done', 'function f(id, done) { if (!id) { done(new TypeError("no id")); return; } here(); }'],
    [undefined, 'function f(id, next) { if (!id) return next(); here(); }'],
    [undefined, 'function f(id, next) { if (!id) return next(new Error("x")); try { here(); } catch {} }'],
  ])('is %s: %s', (channel, text) => {
    expect(of(text).channel).toBe(channel);
  });
});
