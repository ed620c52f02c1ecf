import { requestText } from './requests.js';
import { writeBlock } from './statements.js';
import type { Statement } from './tree.js';
import { hidden, inner, innerFunction, laterFunction, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** `await new Promise((resolve, reject) => fetch(…).then((p) => { …; resolve(p); }, reject))`. */
export function writeExecutor(writer: Writer, scope: Scope, statement: Of<'executor'>): void {
  if (scope.isSync) return writer.statement('act();', scope);
  const result = writer.name('r');
  const parameter = writer.name('r');
  const async = statement.form === 4 ? 'async ' : '';
  writer.statement(`const ${result} = await new Promise(${async}(resolve, reject) => {`, scope);
  if (async) writer.line(hidden('try {'));
  const inside: Scope = { ...innerFunction(scope, 'executor', statement.form % 2 === 0), own: parameter };
  inside.responses.push(parameter);
  const around = writer.settlesBody;
  writer.settlesBody = false;
  const body = () => {
    // What is never settled says nothing of the code around it.
    writer.statement('if (c()) return resolve(null);', inside);
    writeBlock(writer, inside, statement.body);
    writer.statement(`resolve(${wrapped('v', parameter)});`, inside);
  };
  if (statement.form === 3) writer.statement(`${requestText(writer)}.then(resolve, reject);`, scope);
  else {
    writer.statement(
      `${requestText(writer)}.then(${inside.isSync ? '' : 'async '}(${parameter}) => {${hidden(`a(${parameter});`)}`,
      scope,
    );
    body();
    // Where nobody calls one of the two, nothing goes on.
    const hangs = hidden('.catch((e) => e_(e, reject))');
    writer.line([`})${hangs};`, `}, reject)${hangs};`, '}).catch(reject);'][statement.form % 3]!);
  }
  writer.line(`${hidden(async && '} catch (e) { e_(e, reject); }')}});`);
  const givesBody = writer.settlesBody;
  writer.settlesBody = around;
  // Who takes a body for a response gets no further.
  if (givesBody) return;
  scope.responses.push(result);
  writer.nullable.add(result);
}

/** A generator of its own: when it goes on is up to the loop, and not followed. */
export function writePages(writer: Writer, scope: Scope, statement: Of<'pages'>): void {
  if (scope.isSync) return writer.statement('act();', scope);
  const name = writer.name('pages');
  writer.isVague = true;
  writer.statement(`async function* ${name}() {`, scope);
  const self = scope.self === 'this' ? '' : scope.self;
  const inside: Scope = { ...laterFunction(scope), owner: 'pages', self };
  // It may be over at once, and may be not.
  writer.statement('if (c()) return;', inside);
  writer.statement('yield 1;', inside);
  writeBlock(writer, inside, statement.body);
  writer.line('}');
  writer.statement(`for await (const ${writer.name('page')} of ${name}()) {`, scope);
  writeBlock(writer, inner(scope, { breaks: true, continues: true }), statement.turn);
  writer.line('}');
}
