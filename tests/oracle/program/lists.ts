import { statusTests } from './conditions.js';
import { awaited, requestText } from './requests.js';
import { writeBlock } from './statements.js';
import type { Statement } from './tree.js';
import { hidden, inner, innerFunction, laterFunction, pick, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** A variable that holds several responses. */
export function writeList(writer: Writer, scope: Scope, statement: Of<'list'>): void {
  const name = writer.name('list');
  const { form } = statement;
  const of = (text: string) => writer.statement(`const ${name} = ${text};`, scope);
  const old = pick(scope.lists, statement.response);
  const there = scope.responses.filter((response) => !writer.nullable.has(response));
  const response = pick(there, statement.response);
  if (form < 2 && old) {
    if (writer.singles.has(old)) writer.singles.add(name);
    of(form === 0 ? `${old}.filter((x) => ${wrapped('i', 'x')}.ok)` : `[...${old}]`);
    writer.tests.add(statusTests[0]!.holds);
  } else if (form < 5 && response) of(`[${response}, ${pick(there, form)!}]`);
  else if (scope.isSync) return writer.statement('act();', scope);
  else writeRequests(writer, scope, form, name);
  writer.line(hidden(`u(${name});`));
  scope.lists.push(name);
}

function writeRequests(writer: Writer, scope: Scope, form: number, name: string): void {
  const of = (text: string) => writer.statement(`const ${name} = ${text};`, scope);
  switch (form) {
    case 5:
    case 6:
      return of(`[${awaited(requestText(writer))}, ${awaited(requestText(writer))}]`);
    case 7:
    case 8:
      return of(awaited(`Promise.all([${requestText(writer)}, ${requestText(writer)}])`));
    case 9: {
      of('[]');
      writer.statement(`for (const ${writer.name('item')} of pair()) {`, scope);
      writer.statement(`${name}.push(${awaited(requestText(writer))});`, scope);
      return writer.line('}');
    }
    case 10:
      of('[]');
      writer.singles.add(name);
      return writer.statement(`${name}.push(${awaited(requestText(writer))});`, scope);
    default:
      of(awaited(`Promise.all(pair().map(() => ${requestText(writer)}))`));
  }
}

/** What is done with all of them, or with one. */
export function writeEach(writer: Writer, scope: Scope, statement: Of<'each'>): void {
  if (scope.lists.length === 0) writeList(writer, scope, { kind: 'list', form: 4 + statement.list, response: 0 });
  const list = pick(scope.lists, statement.list);
  if (!list) return;
  const r = writer.name('r');
  const others = withoutOthers(writer, scope, list);
  switch (statement.form) {
    case 0:
    case 1:
    case 2: {
      writer.statement(`for (const ${r} of ${list}) {`, scope);
      const inside = inner(scope, { ...others, breaks: true, continues: true });
      takeTurns(writer, inside, r);
      writeBlock(writer, inside, statement.body);
      return writer.line('}');
    }
    case 3: {
      writer.statement(`${list}.forEach((${r}) => {`, scope);
      const inside = { ...innerFunction(scope, 'callback', true), ...others };
      takeTurns(writer, inside, r);
      writeBlock(writer, inside, statement.body);
      return writer.line('});');
    }
    case 4:
      return writer.statement(`send(...${wrapped('h', list)});`, scope);
    case 5:
      return writer.statement(scope.owner === 'main' ? `return ${list};` : `store.all = ${wrapped('h', list)};`, scope);
  }
  writeElements(writer, scope, statement, list, r);
}

/** What is known of the one that stands for all is not known of another of them meanwhile. */
function withoutOthers(writer: Writer, scope: Scope, list: string): Pick<Scope, 'lists' | 'responses'> {
  return {
    lists: scope.lists.filter((name) => name !== list),
    responses: scope.responses.filter((name) => !writer.elements.has(name)),
  };
}

/** A variable holds one of those in a list, or none. */
function declareElement(writer: Writer, scope: Scope, name: string): void {
  scope.responses.push(name);
  writer.elements.add(name);
  writer.nullable.add(name);
}

/** A variable holds each of those in a list in turn. */
function takeTurns(writer: Writer, scope: Scope, name: string): void {
  scope.responses.push(name);
  writer.turns.add(name);
}

function writeElements(writer: Writer, scope: Scope, statement: Of<'each'>, list: string, r: string): void {
  const { form, body } = statement;
  if (form >= 6 && form <= 8 && writer.hasKept) return writer.statement('act();', scope);
  if (form === 6 || form === 7) {
    // Nobody asks a list of one for another.
    writer.statement(`const ${r} = ${list}[${form === 6 || writer.singles.has(list) ? 0 : 1}];`, scope);
    return declareElement(writer, scope, r);
  }
  if (form === 8) {
    writer.tests.add(statusTests[0]!.holds);
    writer.statement(`const ${r} = ${list}.find((x) => ${wrapped('i', 'x')}.ok);`, scope);
    return declareElement(writer, scope, r);
  }
  if (scope.isSync) return writer.statement('act();', scope);
  if (form === 9) return writer.statement(`act(await Promise.all(${list}.map((x) => x.json())));`, scope);
  writer.statement(`await Promise.all(${list}.map(async (${r}) => {`, scope);
  const later = laterFunction(scope);
  const inside = { ...later, ...withoutOthers(writer, later, list) };
  takeTurns(writer, inside, r);
  // Of a promise that cannot reject, the analysis believes that it can.
  writer.statement('act();', inside);
  writeBlock(writer, inside, body);
  writer.line('}));');
}
