import { representatives, statusTests } from './conditions.js';
import { steady } from './expressions.js';
import { helpers, withNeeds } from './helpers.js';
import { settings } from './settings.js';
import type { Tree } from './tree.js';
import { atLeast400 } from './requests.js';
import { writeBlock } from './statements.js';
import { inner, topScope, Writer } from './writer.js';

/** A generated program. */
export interface Program {
  /** As the rule sees it. */
  readonly text: string;
  /** As it is run. */
  readonly instrumented: string;
  /** What starts it, once it is run: an expression that gives a function. */
  readonly start: string;
  /** The response variables in scope, for each line that starts a statement. */
  readonly marks: ReadonlyMap<number, readonly string[]>;
  /** One status for each way in which its conditions can turn out. */
  readonly statuses: readonly number[];
  readonly catches: boolean;
  readonly tolerated: ReadonlySet<number>;
  /** Only the sets are to be compared: see `Writer.isVague`. */
  readonly isVague: boolean;
  /** What is missed is not to be compared: see `Writer.isCredulous`. */
  readonly isCredulous: boolean;
  /** The response variables that may hold none. */
  readonly nullable: ReadonlySet<string>;
}

const helperTests = [statusTests[0]!.holds, statusTests[2]!.holds, atLeast400];

export function writeProgram({ setting: number, block }: Tree): Program {
  const setting = settings[number]!;
  const { head, tail, self, method, isModule } = setting;
  const writer = new Writer(setting);
  head.forEach((line) => writer.line(line));
  for (const declaration of steadyIn(block)) writer.line(declaration);
  writeBlock(writer, inner(topScope, { self, owner: isModule ? 'module' : 'main' }), block);
  tail.forEach((line) => writer.line(line));
  for (const name of writer.methods) {
    for (const needed of helpers[name]!.needs ?? []) writer.helpers.add(needed);
    writeHelper(writer, method!(helpers[name]!.text));
  }
  if (method) writer.line('}');
  for (const name of withNeeds(writer.helpers)) writeHelper(writer, helpers[name]!.text);
  if (writer.helpers.size + writer.methods.size > 0) helperTests.forEach((holds) => writer.tests.add(holds));
  const { clean, instrumented, marks, catches, tolerated, isVague, isCredulous, nullable } = writer;
  return {
    text: clean,
    instrumented,
    start: setting.start,
    marks,
    statuses: representatives([...writer.tests]),
    catches,
    tolerated,
    isVague,
    isCredulous,
    nullable,
  };
}

/** The declarations of what never changes, as far as a program asks for it. */
function steadyIn(block: Tree['block']): readonly string[] {
  const text = JSON.stringify(block);
  return steady.filter((_, number) => number > 0 && text.includes(`"steady":${number}`)).map((it) => it.declaration);
}

function writeHelper(writer: Writer, text: string): void {
  for (const line of text.split('\n')) {
    const mark = /⟦m\(LINE,?([^)]*)\);⟧(.*)/.exec(line);
    if (!mark) writer.line(line);
    else writer.statement(mark[2]!, { ...topScope, responses: mark[1] ? mark[1].split(',') : [] });
  }
}
