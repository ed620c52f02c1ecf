import { switchCases } from './conditions.js';
import { writeExecutor, writePages } from './executors.js';
import { changingText, conditionText, flagText, isCompound } from './expressions.js';
import { writeChain, writeClosure } from './functions.js';
import { writeEach, writeList } from './lists.js';
import { writeLeave, writePromise, writeSettle } from './promises.js';
import { declareFlag, writeAlias, writeAll, writeRequest, writeRetry } from './requests.js';
import type { Block, Case, Statement } from './tree.js';
import { writeHelp, writeReturn, writeSend, writeShort, writeThrow, writeUse, writeYield } from './uses.js';
import { hidden, inner, pick, wrapped, Writer, type Scope } from './writer.js';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

export function writeBlock(writer: Writer, scope: Scope, block: Block): void {
  for (const statement of block) writeStatement(writer, scope, statement);
}

function writeStatement(writer: Writer, scope: Scope, statement: Statement): void {
  switch (statement.kind) {
    case 'act':
      return writer.statement('act();', scope);
    case 'fail':
      return writer.statement(`${writer.helper(scope, 'fail')}();`, scope);
    case 'request':
      return writeRequest(writer, scope, statement);
    case 'retry':
      return writeRetry(writer, scope, statement);
    case 'alias':
      return writeAlias(writer, scope, statement);
    case 'flag':
      return writeFlag(writer, scope, statement);
    case 'setFlag':
      return writeSetFlag(writer, scope, statement);
    case 'use':
      return writeUse(writer, scope, statement);
    case 'yield':
      return writeYield(writer, scope, statement);
    case 'send':
      return writeSend(writer, scope, statement);
    case 'help':
      return writeHelp(writer, scope, statement);
    case 'short':
      return writeShort(writer, scope, statement);
    case 'all':
      return writeAll(writer, scope, statement);
    case 'return':
      return writeReturn(writer, scope, statement);
    case 'throw':
      return writeThrow(writer, scope, statement);
    case 'closure':
      return writeClosure(writer, scope, statement);
    case 'chain':
      return writeChain(writer, scope, statement);
    case 'leave':
      return writeLeave(writer, scope, statement);
    case 'list':
      return writeList(writer, scope, statement);
    case 'each':
      return writeEach(writer, scope, statement);
    case 'executor':
      return writeExecutor(writer, scope, statement);
    case 'pages':
      return writePages(writer, scope, statement);
    case 'promise':
      return writePromise(writer, scope, statement);
    case 'settle':
      return writeSettle(writer, scope, statement);
    default:
      writeStructure(writer, scope, statement);
  }
}

function writeStructure(
  writer: Writer,
  scope: Scope,
  statement: Of<'if' | 'switch' | 'loop' | 'labelled' | 'jump' | 'try'>,
): void {
  switch (statement.kind) {
    case 'if':
      writer.statement(`if (${conditionText(writer, scope, statement.test)}) {`, scope);
      writeBlock(writer, inner(scope), statement.then);
      if (statement.otherwise) {
        writer.line('} else {');
        writeBlock(writer, inner(scope), statement.otherwise);
      }
      return writer.line('}');
    case 'switch':
      return writeSwitch(writer, scope, statement);
    case 'loop':
      return writeLoop(writer, scope, statement);
    case 'labelled': {
      const name = writer.name('label');
      writer.statement(`${name}: {`, scope);
      writeBlock(writer, inner(scope, { labels: [...scope.labels, { name, isLoop: false }] }), statement.body);
      return writer.line('}');
    }
    case 'jump':
      return writeJump(writer, scope, statement);
    case 'try':
      return writeTry(writer, scope, statement);
  }
}

function writeFlag(writer: Writer, scope: Scope, statement: Of<'flag'>): void {
  const { text, of } = flagText(writer, scope, statement.of);
  const mutable = of.size === 0;
  if (isCompound(text)) writer.hasCompoundFlags = true;
  const flag = declareFlag(writer, of);
  writer.statement(mutable ? `let ${flag} = false;` : `const ${flag} = ${text};`, scope);
  scope.flags.push(flag);
  if (mutable) scope.mutableFlags.push(flag);
}

function writeSetFlag(writer: Writer, scope: Scope, statement: Of<'setFlag'>): void {
  const flag = pick(scope.mutableFlags, statement.flag);
  if (!flag) return writer.statement('act();', scope);
  writer.statement(`${flag} = ${pick(['true', 'false', 'c()'], statement.form)};`, scope);
}

function writeSwitch(writer: Writer, scope: Scope, statement: Of<'switch'>): void {
  const response = pick(scope.responses, statement.response);
  // Of two cases for the same status, the second is never reached.
  const keys = statement.cases.map(({ of }, i) => (of < 0 ? 'default' : statement.byTruth ? `${i}` : `case ${of}`));
  const cases = statement.cases.filter((_, i) => keys.indexOf(keys[i]!) === i);
  if (!response || writer.nullable.has(response) || !cases.some(({ of }) => of >= 0))
    return writer.statement('act();', scope);
  writer.distinguishCases();
  writer.statement(`switch (${statement.byTruth ? 'true' : `${wrapped('i', response)}.status`}) {`, scope);
  for (const switchCase of cases) {
    writer.line(`${caseText(writer, scope, switchCase, statement.byTruth)} {`);
    const inside = inner(scope, { breaks: true });
    writeBlock(writer, inside, switchCase.body);
    if (switchCase.breaks) writer.statement('break;', inside);
    writer.line('}');
  }
  writer.line('}');
}

function caseText(writer: Writer, scope: Scope, { of, test }: Case, byTruth: boolean): string {
  if (of < 0) return 'default:';
  return `case ${byTruth ? `!!(${conditionText(writer, scope, test)})` : switchCases[of]!}:`;
}

function writeLoop(writer: Writer, scope: Scope, statement: Of<'loop'>): void {
  const name = statement.labelled ? writer.name('label') : undefined;
  const labels = name ? [...scope.labels, { name, isLoop: true }] : scope.labels;
  const inside = inner(scope, { labels, breaks: true, continues: true });
  const test = () => changingText(writer, scope, statement.test);
  const [head, tail] = loopTexts(writer, statement.form, test);
  writer.statement((name ? `${name}: ` : '') + head, scope);
  writer.line(hidden('t();'));
  if (statement.form === 2) writer.statement('if (c()) break;', inside);
  writeBlock(writer, inside, statement.body);
  writer.line(tail);
}

function loopTexts(writer: Writer, form: number, test: () => string): readonly [head: string, tail: string] {
  switch (form) {
    case 0:
      return [`while (${test()}) {`, '}'];
    case 1:
      return ['do {', `} while (${test()});`];
    case 2:
      return ['for (;;) {', '}'];
    case 3:
      return [`for (const ${writer.name('item')} of items()) {`, '}'];
    case 4:
      return ['while (c()) {', '}'];
    default: {
      const counter = writer.name('i');
      return [`for (let ${counter} = 0; ${test()}; ${counter}++) {`, '}'];
    }
  }
}

function writeJump(writer: Writer, scope: Scope, statement: Of<'jump'>): void {
  const label = pick(scope.labels, statement.label);
  if (statement.form < 2 && label) {
    return writer.statement(`${statement.form === 0 && label.isLoop ? 'continue' : 'break'} ${label.name};`, scope);
  }
  if (statement.form < 4 && scope.breaks) return writer.statement('break;', scope);
  writer.statement(scope.continues ? 'continue;' : 'act();', scope);
}

function writeTry(writer: Writer, scope: Scope, statement: Of<'try'>): void {
  const { body, last } = statement;
  const start = writer.name('start');
  writer.line(hidden(`const ${start} = s();`));
  writer.statement('try {', scope);
  const requests = writer.requests;
  const changes = last ? { isFinalized: true } : {};
  writeBlock(writer, inner(scope, changes), body);
  if (statement.caught || !last) {
    writer.catches = true;
    // A block that ends in an exception, whatever happens, expects one: what it drops does not matter.
    for (let site = requests + 1; site <= writer.requests; site++) writer.tolerated.add(site);
    writer.line(`} catch ${hidden('(e) ')}{${hidden(`x(e, ${start});`)}`);
    // An empty handler would say that the outcome does not matter.
    writer.statement('act();', scope);
    writeBlock(writer, inner(scope, changes), statement.caught ?? []);
  }
  if (last) {
    writer.catches = true;
    writer.line('} finally {');
    // What comes after `resolve` is not followed, and `return resolve()` comes before this.
    writeBlock(writer, inner(scope, scope.owner === 'executor' ? { isSync: true } : {}), last);
  }
  writer.line('}');
}
