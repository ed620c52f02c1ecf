import { requestText } from './requests.js';
import { writeBlock } from './statements.js';
import type { Block, Statement } from './tree.js';
import { hidden, innerFunction, laterFunction, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** Functions that share the variables around them. */
export function writeClosure(writer: Writer, scope: Scope, statement: Of<'closure'>): void {
  const isSync = scope.isSync || statement.form % 2 === 0;
  const inside = innerFunction(scope, statement.form === 2 ? 'callback' : 'closure', isSync);
  // A function of its own has another `this`.
  const self = statement.form > 3 && scope.self === 'this' ? '' : scope.self;
  const body = () => {
    // Of a promise that cannot reject, the analysis believes that it can.
    if (!isSync) writer.statement('act();', inside);
    writeBlock(writer, { ...inside, self }, statement.body);
  };
  const async = isSync ? '' : 'async ';
  if (statement.form === 2) {
    writer.statement('items().forEach(() => {', scope);
    body();
    return writer.line('});');
  }
  if (statement.form === 3) {
    writer.statement(`${isSync ? '' : 'await '}(${async}() => {`, scope);
    body();
    return writer.line('})();');
  }
  const name = writer.name('run');
  const requests = writer.requests;
  writer.statement(statement.form < 4 ? `const ${name} = ${async}() => {` : `${async}function ${name}() {`, scope);
  body();
  writer.line(statement.form < 4 ? '};' : '}');
  // A module's variables are seen by its functions, and what they see has other owners.
  if (writer.requests > requests || writer.setting.isModule) writer.isVague = true;
  for (let call = 0; call < statement.calls; call++) writer.statement(`${isSync ? '' : 'await '}${name}();`, scope);
}

/** `await fetch(…).then(…).catch(…).finally(…)`. */
export function writeChain(writer: Writer, scope: Scope, statement: Of<'chain'>): void {
  if (scope.isSync) return writer.statement('act();', scope);
  const result = statement.form % 2 === 0 ? writer.name('r') : undefined;
  const start = result ? `const ${result} = ` : statement.form === 1 && scope.owner === 'main' ? 'return ' : 'await ';
  // What is returned is handed on, where it is a response: the last callback of such a chain gives none.
  const isReturned = start === 'return ';
  const before = writer.name('start');
  writer.line(hidden(`const ${before} = s();`));
  writer.statement(start + (result ? 'await ' : '') + hidden(isReturned ? 'o(' : '') + requestText(writer), scope);
  const owner = isReturned ? 'returned' : result ? 'result' : 'callback';
  const isTakenBack = isReturned && scope.isFinalized;
  if (isTakenBack) writer.takesBack = true;
  const around = isTakenBack ? laterFunction(scope) : scope;
  const givesResponse = writeLinks(writer, around, statement, owner);
  if (statement.caught) writeCaught(writer, innerFunction(around, owner, false), statement.caught, before);
  if (statement.last) writeCallback(writer, innerFunction(around, 'callback', true), 'finally', '', statement.last);
  writer.line(`${hidden(isReturned ? ')' : '')};`);
  if (!result || !givesResponse) return;
  scope.responses.push(result);
  writer.nullable.add(result);
}

/** The `then` part; true where it may end in a response. */
function writeLinks(writer: Writer, scope: Scope, statement: Of<'chain'>, owner: Scope['owner']): boolean {
  const helper = (name: string) => writer.helper(scope, name);
  const look = wrapped('i', 'p');
  switch (Math.floor(statement.form / 2)) {
    case 0:
      if (owner === 'returned') return (writer.line(`.then((p) => ${wrapped('a', wrapped('n', 'p'))}.json())`), false);
      return (
        writeCallback(writer, innerFunction(scope, owner, false), 'then', writer.name('r'), statement.body),
        true
      );
    case 1:
      writer.line(`.then((p) => ${wrapped('a', wrapped('n', 'p'))}.json())`);
      return false;
    case 2:
      writer.line(`.then(${helper('toJson')})`);
      return false;
    case 3:
      writer.line(`.then((p) => (${look}.ok ? p : ${helper('fail')}()))`);
      writer.line(`.then(${helper('toJson')})`);
      return false;
    case 4:
      writer.line(`.then(${helper('checked')})`);
      return true;
    default:
      writer.line(`.then((p) => {`);
      writer.line(`if (!${look}.ok) throw new Error('bad');`);
      writer.line('return p;');
      writer.line('})');
      writeCallback(writer, innerFunction(scope, owner, false), 'then', writer.name('r'), statement.body);
      return true;
  }
}

export function writeCaught(writer: Writer, inside: Scope, caught: Block, before: string): void {
  writer.catches = true;
  writer.line(`.catch(async (${hidden('e')}) => {${hidden(`x(e, ${before});`)}`);
  writer.statement('act();', inside);
  writeBlock(writer, inside, caught);
  writer.line('})');
}

export function writeCallback(writer: Writer, inside: Scope, method: string, parameter: string, body: Block): void {
  if (method === 'finally') writer.catches = true;
  writer.line(`.${method}(${inside.isSync ? '' : 'async '}(${parameter}) => {`);
  if (parameter) {
    inside.responses.push(parameter);
    writer.line(hidden(`a(${parameter});`));
  }
  // A handler without a statement would say that the outcome does not matter.
  writer.statement('act();', inside);
  writeBlock(writer, { ...inside, own: parameter }, body);
  writer.line('})');
}
