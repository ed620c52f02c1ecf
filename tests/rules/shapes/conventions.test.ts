import checked from '../../../rules/no-unchecked-response.js';
import branched from '../../../rules/require-error-branch.js';
import { testVerdicts } from '../tester.js';

const unchecked = (code: string) => ({ code, errors: ['unchecked'] });
const read = (code: string) => ({ code, errors: ['read'] });

/** The status goes into a call, and the body is used. */
const shows = (callee: string) =>
  `class A { async f(u, x) { const r = await fetch(u); ${callee}(r.status); return r.json(); } }`;

/** All that is done for a failure. */
const onFailure = (statement: string) =>
  `async function f(u, x) { const r = await fetch(u); if (!r.ok) ${statement} return r.json(); }`;

/** The body goes into a call, and that is the end of the function. */
const endsWith = (call: string, around = '') =>
  `${around} async function f(u, x) { const r = await fetch(u); const d = await r.text(); ${call}; }`;

const fails = (fn: string, call = 'fail(d)') => endsWith(call, fn);

testVerdicts('what only writes a log', checked, {
  valid: [
    ...['logIn', 'logOut', 'login', 'catalog', 'debugging', 'show', 'console', 'logger', 'x', 'x.log', 'x.y.info'],
    ...[
      'this.logIn',
      'this.show',
      'this[x]',
      'loggers.info',
      'x.console',
      'x.logger',
      'x()',
      'x().log',
      'x.loggers.info',
    ],
  ].map(shows),
  invalid: [
    ...['console.log', "console['error']", '(0, console.log)', 'console?.log', '$console.info', '_log.info', 'log'],
    ...['debug', 'warn', 'trace', 'logEvent', 'log_event', 'logger.info', 'LOGGER.info', 'requestLogger.info'],
    ...['this.log', 'this.logEvent', 'this.logger.info', 'x.log.info', 'x.requestLogger.warn', 'this.console.log'],
  ].map((callee) => unchecked(shows(callee))),
});

testVerdicts('a branch that only writes a log', branched, {
  valid: [
    ...['go();', 'await go();', 'void go();', '{ console.error(1); go(); }', '{ go(); console.error(1); }'],
    ...['x = console.log(1);', 'new Logger();', 'x.y;', 'await x;', '!log(1);', 'throw x;'],
  ].map(onFailure),
  invalid: [
    ...['console.error(1);', '{ console.error(1); log(2); }', 'await log(1);', 'void log(1);', '(log(1));'],
    ...['console?.log(1);', '{}', ';', 'debugger;', '{ ; debugger; {} }', 'void (log(1));'],
  ].map((statement) => read(onFailure(statement))),
});

testVerdicts('what ends a path by its name', checked, {
  valid: [
    ...['process.exit(d)', "process['abort'](d)", 'process?.exit(d)', 'Deno.exit(d)', 'Bun.exit(d)', 't.fail(d)'],
    ...['assert.fail(d)', '(0, process.exit)(d)', 'x(d), process.exit(1)', 'x(d), process.exit(x)'],
  ]
    .map((call) => endsWith(call))
    .concat([
      endsWith('notFound(d)', "import { notFound } from 'next/navigation';"),
      endsWith('fail(d)', "import { error as fail } from '@sveltejs/kit';"),
      endsWith('quit(d)', "import { exit as quit } from 'node:process';"),
      endsWith('quit(d)', "import { 'exit' as quit } from 'process';"),
    ]),
  invalid: [
    ...['process.exits(d)', 'process[x](d)', 'x.process.exit(d)', 'exit(d)', 'notFound(d)', 'fail(d)', 'x().exit(d)'],
    // A program that ends well has done with the body what it wanted.
    ...['x(d), process.exit()', 'x(d), process.exit(0)', 'x(d), Deno.exit(0)'],
  ]
    .map((call) => endsWith(call))
    .concat([
      endsWith('x(d), quit(0)', "import { exit as quit } from 'node:process';"),
      endsWith('notFound(d)', "import { notFound } from './navigation.js';"),
      endsWith('notFound(d)', "import notFound from 'next/navigation';"),
      endsWith('error(d)', "import * as error from '@sveltejs/kit';"),
      endsWith('exit(d)', "import { notFound as exit } from 'process';"),
      endsWith('notFound(d)', 'const { notFound } = x;'),
    ])
    .map(unchecked),
});

testVerdicts('a function of this file that always throws', checked, {
  valid: [
    fails('function fail() { throw 1; }'),
    fails('function fail(x) { show(x); throw 1; }'),
    fails('function fail(x) { if (x) throw 1; else throw 2; }'),
    fails('function fail(x) { if (x) { show(); throw 1; } else process.exit(1); }'),
    fails('function fail() { { throw 1; } }'),
    fails('function fail() { process.exit(1); }'),
    fails('function fail() { die(); } function die() { throw 1; }'),
    fails('async function fail() { await die(); } async function die() { throw 1; }', 'await fail(d)'),
    fails('const fail = () => process.exit(1);'),
    fails('const fail = () => die(); const die = () => { throw 1; };'),
    fails('function fail() { function later() { return 1; } throw 1; }'),
    fails('function fail(x) { for (const y of x) show(y); throw 1; }'),
    fails('function fail(x) { if (x) show(x); else hide(x); throw 1; }'),
    fails('function fail(x) { switch (x) { case 1: show(x); } throw 1; }'),
    fails('const api = { fail() { throw 1; } };', 'api.fail(d)'),
  ],
  invalid: [
    fails('function fail(x) { if (x) throw 1; }'),
    fails('function fail(x) { if (x) throw 1; else show(x); }'),
    fails('function fail(x) { if (x) show(x); else throw 1; }'),
    fails('function fail(x) { if (x) return; throw 1; }'),
    fails('function fail(x) { if (x) show(x); else return; throw 1; }'),
    fails('function fail(x) { { return; } throw 1; }'),
    fails('function fail(x) { try { throw 1; } catch { show(x); } }'),
    fails('function fail(x) { try { show(x); } catch { return; } throw 1; }'),
    fails('function fail(x) { for (const y of x) return; throw 1; }'),
    fails('function fail(x) { for (const y in x) return; throw 1; }'),
    fails('function fail(x) { for (; x; ) return; throw 1; }'),
    fails('function fail(x) { while (x) return; throw 1; }'),
    fails('function fail(x) { do { if (x) return; } while (x); throw 1; }'),
    fails('function fail(x) { block: { if (x) return; } throw 1; }'),
    fails('function fail(x) { switch (x) { case 1: return; } throw 1; }'),
    fails('function fail(x) { switch (x) { case 1: show(x); return; case 2: show(x); } throw 1; }'),
    fails('function fail(x) { show(x); }'),
    fails('function fail(x) { x; }'),
    fails('function* fail() { throw 1; }'),
    fails('function fail() { die(); } async function die() { throw 1; }'),
    fails('function fail() { fail(); }'),
    fails('const fail = (x) => x;'),
    fails('const fail = (x) => show(x);'),
  ].map(unchecked),
});
