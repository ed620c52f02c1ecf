import { statusTests } from './conditions.js';
import { changingText, parentheses } from './expressions.js';
import type { Condition, Statement } from './tree.js';
import { hidden, pick, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

/** `fetch('/1')`, its number noted. */
export const requestText = (writer: Writer, callee = 'fetch', more = ''): string =>
  `${callee}('/${writer.site()}'${more})`;

export const awaited = (text: string): string => wrapped('a', `await ${text}`);

/** An expression that waits for a response. */
function awaitedRequest(writer: Writer, scope: Scope, form: number, test: Of<'request'>['test']): string {
  const helper = (name: string) => writer.helper(scope, name);
  switch (form) {
    case 1: {
      writer.catches = true;
      const request = requestText(writer);
      writer.tolerated.add(lastSite(request));
      return awaited(`${request}.catch((${hidden('e')}) => ${hidden('(x(e), ')}null${hidden(')')})`);
    }
    case 3:
      return awaited(requestText(writer, helper('get')));
    case 4:
      return awaited(requestText(writer, helper('getOk')));
    case 5:
      writer.helpers.add('api');
      return awaited(requestText(writer, 'api.load'));
    case 6:
      return `${choiceText(writer, scope, test)} ? ${awaited(requestText(writer))} : ${awaited(requestText(writer))}`;
    case 7:
      return `${choiceText(writer, scope, test)} ? ${awaited(requestText(writer))} : null`;
    case 9:
      return awaited(requestText(writer, helper('retry'), ', 1'));
    case 11:
      return awaited(requestText(writer, helper('getDeep')));
    default:
      return awaited(requestText(writer));
  }
}

const lastSite = (text: string): number => Number(/'\/(\d+)'/.exec(text)![1]);

export function writeRequest(writer: Writer, scope: Scope, statement: Of<'request'>): void {
  if (scope.isSync) return writer.statement('act();', scope);
  if (statement.form === 10) return writer.statement(`${awaited(requestText(writer))};`, scope);
  const name = writer.name('r');
  let mutable = statement.mutable;
  if (statement.form === 8) {
    mutable = true;
    writer.statement(`let ${name}${statement.mutable ? ' = null' : ''};`, scope);
  } else if (statement.form === 2) {
    const promise = writer.name('promise');
    writer.statement(`const ${promise} = ${requestText(writer)};`, scope);
    writer.statement('act();', scope);
    writer.statement(`${mutable ? 'let' : 'const'} ${name} = ${awaited(promise)};`, scope);
  } else {
    const text = awaitedRequest(writer, scope, statement.form, statement.test);
    writer.statement(`${mutable ? 'let' : 'const'} ${name} = ${text};`, scope);
  }
  scope.responses.push(name);
  if (mutable) scope.mutable.push(name);
  if (statement.form === 2) writer.shared.add(name);
  if ([1, 7, 8].includes(statement.form)) writer.nullable.add(name);
}

export function writeRetry(writer: Writer, scope: Scope, statement: Of<'retry'>): void {
  const name = pick(scope.mutable, statement.response);
  if (!name) return writer.statement('act();', scope);
  writer.reassigned.add(name);
  switch (statement.form % 6) {
    case 0: {
      const source = pick(scope.responses, statement.response + 1)!;
      writer.shared.add(name);
      if (writer.nullable.has(source) || !writer.mayKeep(source)) return writer.statement('act();', scope);
      if (writer.turns.has(source)) writer.hasKept = true;
      return writer.statement(`${name} = ${source};`, scope);
    }
    case 1:
      writer.nullable.add(name);
      return writer.statement(`${name} = null;`, scope);
    case 2:
      // Of a response that is there for sure, nobody asks whether it is.
      if (!scope.isSync && writer.nullable.has(name))
        return writer.statement(`${name} ??= ${awaited(requestText(writer))};`, scope);
  }
  writer.statement(scope.isSync ? 'act();' : `${name} = ${awaited(requestText(writer))};`, scope);
}

export function writeAlias(writer: Writer, scope: Scope, statement: Of<'alias'>): void {
  const response = pick(scope.responses, statement.response);
  // Of two names for what may be null, a test of one says nothing of the other.
  if (!response || writer.nullable.has(response)) return writer.statement('act();', scope);
  const checked = wrapped('n', response);
  switch (statement.form % 4) {
    case 0:
    case 1: {
      const name = writer.name('r');
      writer.shared.add(response);
      if (writer.turns.has(response)) writer.turns.add(name);
      writer.statement(`const ${name} = ${statement.form % 4 === 0 ? response : `${checked}.clone()`};`, scope);
      return void scope.responses.push(name);
    }
    case 2: {
      const flag = declareFlag(writer, [response]);
      writer.tests.add(statusTests[0]!.holds);
      writer.statement(`const { ok: ${flag} } = ${checked};`, scope);
      return void scope.flags.push(flag);
    }
    default: {
      const status = writer.name('status');
      writer.tests.add(atLeast400);
      writer.statement(`const ${status} = ${checked}.status;`, scope);
      const flag = declareFlag(writer, [response]);
      writer.statement(`const ${flag} = ${status} >= 400;`, scope);
      scope.flags.push(flag);
    }
  }
}

export const atLeast400 = (status: number): boolean => status >= 400;

/** A flag's name; the instrumented program remembers beside it of which responses it says something. */
export function declareFlag(writer: Writer, of: Iterable<string>): string {
  const flag = writer.name('flag');
  writer.line(hidden(`let ${flag}_ = [${[...of].join()}];`));
  return flag;
}

/** Several requests at once. */
export function writeAll(writer: Writer, scope: Scope, statement: Of<'all'>): void {
  if (scope.isSync) return writer.statement('act();', scope);
  const [a, b] = [writer.name('r'), writer.name('r')];
  const first = requestText(writer);
  const second = requestText(writer);
  switch (statement.form) {
    case 0:
    case 4:
      for (const text of [first, second]) writer.tolerated.add(lastSite(text));
      writer.statement(
        `const ${a} = await Promise.${statement.form === 0 ? 'race' : 'any'}([${first}, ${second}]);`,
        scope,
      );
      return void scope.responses.push(a);
    case 5: {
      for (const text of [first, second]) writer.tolerated.add(lastSite(text));
      const [x, y] = [writer.name('settled'), writer.name('settled')];
      writer.statement(`const [${x}, ${y}] = await Promise.allSettled([${first}, ${second}]);`, scope);
      writer.statement(`const ${a} = ${x}.status === 'fulfilled' ? ${x}.value : null;`, scope);
      writer.statement(`const ${b} = ${y}.value;`, scope);
      for (const name of [a, b]) writer.nullable.add(name);
      break;
    }
    case 1: {
      const promise = writer.name('promise');
      writer.statement(`const ${promise} = Promise.all([${first}, ${second}]);`, scope);
      writer.statement(`const [${a}, ${b}] = await ${promise};`, scope);
      break;
    }
    case 2:
      writer.statement(
        `const { first: ${a}, second: ${b} } = { first: await ${first}, second: await ${second} };`,
        scope,
      );
      break;
    default:
      writer.statement(`const [${a}, ${b}] = await Promise.all([${first}, ${second}]);`, scope);
  }
  writer.line(hidden(`a(${a}); a(${b});`));
  scope.responses.push(a, b);
}

/**
 * Which request is made: not asked of what never changes, from which one could tell later on which it was. A look at one is
 * a look at the other here.
 */
const choiceText = (writer: Writer, scope: Scope, test: Condition): string =>
  parentheses(changingText(writer, scope, test));
