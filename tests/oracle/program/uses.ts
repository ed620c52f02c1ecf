import { conditionText, isCompound, parentheses } from './expressions.js';
import type { Statement } from './tree.js';
import { hidden, pick, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

export function writeUse(writer: Writer, scope: Scope, statement: Of<'use'>): void {
  const response = pick(scope.responses, statement.response);
  if (!response) return writer.statement('act();', scope);
  const r = wrapped('n', response);
  if (scope.isSync)
    return writer.statement(
      statement.form % 2 ? `const { body: ${writer.name('b')} } = ${r};` : `act(${r}.body);`,
      scope,
    );
  switch (statement.form) {
    case 1:
      return writer.statement(`const ${writer.name('b')} = await ${r}.json();`, scope);
    case 2:
      return writer.statement(`act(await ${r}.text());`, scope);
    case 3:
      return writer.statement(`const { body: ${writer.name('b')} } = ${r};`, scope);
    case 4:
      return writer.statement(`act(${r}.body);`, scope);
    case 5:
      return writer.statement(`act(await ${r}.clone().json());`, scope);
    case 6:
      writer.catches = true;
      return writer.statement(
        `act(await ${r}.json().catch((${hidden('e')}) => ${hidden('(x(e), ')}null${hidden(')')}));`,
        scope,
      );
    case 7:
      return writer.statement(`act(await ${response}?.json());`, scope);
    case 8:
      return writer.statement(`await ${writer.helper(scope, 'read')}(${response});`, scope);
    case 9:
      // Read to be rid of it: that is no use.
      return writer.statement(`await ${wrapped('d', response)}.text();`, scope);
    default:
      return writer.statement(`act(await ${r}.json());`, scope);
  }
}

export function writeSend(writer: Writer, scope: Scope, statement: Of<'send'>): void {
  const response = pick(scope.responses, statement.response);
  if (!response) return writer.statement('act();', scope);
  const handed = wrapped('h', response);
  const looked = wrapped('i', response);
  const texts = [
    ...[
      `send(${handed});`,
      `store.last = ${handed};`,
      `send(${looked}.status);`,
      `send({ status: ${looked}.status });`,
    ],
    ...[`console.log(${wrapped('n', response)}.status);`, `logger.info(${response});`, `messages[${looked}.status];`],
    ...[`send\`status ${'$'}{${looked}.status}\`;`, `send?.(${handed});`],
  ];
  writer.statement(pick(texts, statement.form)!, scope);
}

/** Calls of functions in the same file. */
export function writeHelp(writer: Writer, scope: Scope, statement: Of<'help'>): void {
  const response = pick(scope.responses, statement.response);
  if (!response) return writer.statement('act();', scope);
  const name = pick(
    [
      ...['check', 'checkDeep', 'checked', 'refuse404', 'read', 'readOk'],
      ...['checkFields', 'checkLimit', 'ensure', 'ensureDeep'],
    ],
    statement.helper,
  )!;
  const isAsync = /^(read|ensure)/.test(name);
  if (isAsync && scope.isSync) return writer.statement('act();', scope);
  const callee = writer.helper(scope, name);
  const given = name === 'checkFields' ? wrapped('n', response) : response;
  writer.statement(`${isAsync ? 'await ' : ''}${callee}(${given});`, scope);
}

/** Conditions in expressions. */
export function writeShort(writer: Writer, scope: Scope, statement: Of<'short'>): void {
  const response = pick(scope.responses, statement.response);
  const condition = parentheses(conditionText(writer, scope, statement.test));
  const r = response && wrapped('n', response);
  const use = !r ? 'act()' : scope.isSync ? `act(${r}.body)` : `act(await ${r}.json())`;
  switch (statement.form % 5) {
    case 0:
      return writer.statement(`${condition} && ${use};`, scope);
    case 1:
      return writer.statement(`${condition} || ${use};`, scope);
    case 2:
      return writer.statement(`${condition} ? ${use} : act();`, scope);
    case 3:
      return writer.statement(`const ${writer.name('b')} = ${condition} ? null : ${use};`, scope);
    default:
      return writer.statement(`${condition} || ${writer.helper(scope, 'fail')}();`, scope);
  }
}

export function writeReturn(writer: Writer, scope: Scope, statement: Of<'return'>): void {
  const response = pick(scope.responses, statement.response);
  const r = response && wrapped('n', response);
  const body = scope.isSync ? `${r}.body` : `await ${r}.json()`;
  if (scope.owner === 'module') return writer.statement('act();', scope);
  if (scope.owner === 'pages') return writer.statement('return;', scope);
  if (scope.owner === 'executor') {
    const settle = [
      `resolve(${response ? wrapped('v', response) : 'null'})`,
      'resolve(null)',
      `reject(new Error('bad'))`,
      response ? `resolve(${body})` : 'resolve()',
    ];
    const settled = pick(settle, statement.form)!;
    if (response && settled === settle[0] && response !== scope.own) writer.mixesResponses = true;
    if (response && settled === settle[3]) writer.settlesBody = true;
    return writer.statement(`return ${settled};`, scope);
  }
  if (!response || statement.form > 9) return writer.statement('return;', scope);
  if (scope.owner !== 'main') {
    // What a callback gives back goes on in the chain; only its body and the response itself are followed there.
    const value = [scope.owner === 'result' ? '' : body, scope.owner === 'returned' ? '' : response, ''][
      statement.form % 3
    ]!;
    if (value === response && response !== scope.own) writer.mixesResponses = true;
    return writer.statement(`return ${value};`.replace(' ;', ';'), scope);
  }
  // What mixes a status with other things counts as handed on as a whole, also where the status is not read.
  const condition = conditionText(writer, scope, statement.test);
  // Where a `finally` may take it back, it is handed on only if it arrives.
  const handed = scope.isFinalized ? response : wrapped('h', response);
  const looked = `${wrapped('i', response)}.status`;
  const looks = [looked, isCompound(condition) ? 'null' : condition, `{ status: ${looked} }`];
  const values = [
    ...['null', body, body, wrapped('y', `${r}.json()`), handed],
    ...(scope.isFinalized ? ['null', 'null', 'null'] : looks),
    ...[body, body],
  ];
  writer.statement(`return ${values[statement.form]!};`, scope);
}

/** What a generator gives out goes to whoever asks for it. */
export function writeYield(writer: Writer, scope: Scope, statement: Of<'yield'>): void {
  const response = pick(scope.responses, statement.response);
  const isInside = scope.owner === 'pages' || (writer.setting.yields && scope.owner === 'main');
  if (!isInside || !response) return writer.statement('act();', scope);
  const [r, looked] = [wrapped('n', response), wrapped('i', response)];
  const body = `await ${r}.json()`;
  const values = [body, body, body, `${r}.body`, wrapped('h', response), `${looked}.status`, `{ ok: ${looked}.ok }`];
  writer.statement(`yield ${pick(values, statement.form)!};`, scope);
}

export function writeThrow(writer: Writer, scope: Scope, statement: Of<'throw'>): void {
  const response = pick(scope.responses, statement.response);
  if (response && statement.form === 1)
    return writer.statement(`throw new Error(${wrapped('i', response)}.status);`, scope);
  if (response && statement.form === 2) return writer.statement(`throw ${wrapped('h', response)};`, scope);
  writer.statement("throw new Error('failed');", scope);
}
