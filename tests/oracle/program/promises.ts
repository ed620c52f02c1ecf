import { writeCallback, writeCaught } from './functions.js';
import { awaited, requestText } from './requests.js';
import { writeBlock } from './statements.js';
import type { Statement } from './tree.js';
import { hidden, laterFunction, pick, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** Requests that nobody waits for. */
export function writeLeave(writer: Writer, scope: Scope, statement: Of<'leave'>): void {
  const helper = (name: string) => writer.helper(scope, name);
  switch (statement.form) {
    case 0:
      return writer.statement(`${requestText(writer)};`, scope);
    case 1:
      return writer.statement(`void ${requestText(writer)};`, scope);
    case 2:
      return writer.statement(`${requestText(writer)}.catch(() => {});`, scope);
    case 3:
      return writer.statement(`${hidden('o(')}${requestText(writer, helper('get'))}${hidden(')')};`, scope);
    case 4:
      return writer.statement(`${hidden('o(')}${requestText(writer, helper('getOk'))}${hidden(')')};`, scope);
    default:
      writeLeft(writer, scope, statement);
  }
}

/** Chains and functions that nobody waits for: the code behind them runs whatever becomes of them. */
function writeLeft(writer: Writer, scope: Scope, statement: Of<'leave'>): void {
  writer.catches = true;
  const before = writer.name('start');
  writer.line(hidden(`const ${before} = s();`));
  const start = `${statement.form % 2 ? 'void ' : ''}${hidden('l(')}`;
  const inside = laterFunction(scope);
  const first = writer.requests + 1;
  if (statement.form > 9) {
    writer.statement(`${start}(async () => {`, scope);
    writer.statement('act();', inside);
    writeBlock(writer, inside, statement.body);
    writer.line('})()');
  } else {
    writer.statement(start + requestText(writer), scope);
    if (statement.form === 5) writer.line(`.then(${writer.helper(scope, 'toJson')})`);
    else writeCallback(writer, inside, 'then', writer.name('r'), statement.body);
  }
  if (statement.caught) writeCaught(writer, laterFunction(scope), statement.caught, before);
  writer.line(`${hidden(`, ${before}, ${first}, ${writer.requests})`)};`);
}

/** A promise in a variable, to be waited for later, or never. */
export function writePromise(writer: Writer, scope: Scope, statement: Of<'promise'>): void {
  const name = writer.name('promise');
  const mutable = statement.form % 2 === 0;
  const wrapper = pick(['', '', 'get', 'getOk'], statement.form)!;
  const callee = wrapper ? writer.helper(scope, wrapper) : 'fetch';
  const request = hidden('o(') + requestText(writer, callee) + hidden(')');
  writer.statement(`${mutable ? 'let' : 'const'} ${name} = ${request};`, scope);
  scope.promises.push(name);
  if (mutable) scope.mutablePromises.push(name);
}

/** What becomes of a promise in a variable. */
export function writeSettle(writer: Writer, scope: Scope, statement: Of<'settle'>): void {
  if (scope.promises.length === 0) writePromise(writer, scope, { kind: 'promise', form: statement.promise });
  const promise = pick(scope.promises, statement.promise)!;
  if (statement.form === 0) {
    const name = pick(scope.mutablePromises, statement.promise);
    return writer.statement(name ? `${name} = ${requestText(writer)};` : 'act();', scope);
  }
  if (statement.form === 1) return writer.statement(`send(${wrapped('k', promise)});`, scope);
  // An async generator waits for what it returns.
  if (statement.form === 2 && scope.owner === 'main' && !writer.setting.yields)
    return writer.statement(`return ${promise};`, scope);
  if (scope.isSync) return writer.statement('act();', scope);
  writeAwait(writer, scope, statement.form, promise);
}

function writeAwait(writer: Writer, scope: Scope, form: number, name: string): void {
  const promise = wrapped('w', name);
  const result = writer.name('r');
  switch (form) {
    case 3:
      return writer.statement(`${awaited(promise)};`, scope);
    case 4:
      return writer.statement(`act(await (${awaited(promise)}).json());`, scope);
    case 5:
      return writer.statement(`await ${promise}.then(${writer.helper(scope, 'toJson')});`, scope);
    case 6:
      writer.statement(`const ${result} = ${awaited(`${promise}.then(${writer.helper(scope, 'checked')})`)};`, scope);
      break;
    case 7:
      writer.statement(`const [${result}] = await Promise.all([${promise}]);`, scope);
      writer.line(hidden(`a(${result});`));
      break;
    default:
      writer.statement(`const ${result} = ${awaited(promise)};`, scope);
  }
  scope.responses.push(result);
}
