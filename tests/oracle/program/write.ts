import { representatives, statusTests } from './conditions.js';
import { helpers, withNeeds } from './helpers.js';
import type { Block } from './tree.js';
import { atLeast400 } from './requests.js';
import { writeBlock } from './statements.js';
import { inner, topScope, Writer } from './writer.js';

/** A generated program. */
export interface Program {
  /** As the rule sees it. */
  readonly text: string;
  /** As it is run. */
  readonly instrumented: string;
  /** The response variables in scope, for each line that starts a statement. */
  readonly marks: ReadonlyMap<number, readonly string[]>;
  /** One status for each way in which its conditions can turn out. */
  readonly statuses: readonly number[];
  readonly catches: boolean;
  readonly tolerated: ReadonlySet<number>;
  /** Only the sets are to be compared: see `Writer.isVague`. */
  readonly isVague: boolean;
  /** What is missed is not to be compared: see `Writer.remembers`. */
  readonly remembers: boolean;
}

const helperTests = [statusTests[0]!.holds, statusTests[2]!.holds, atLeast400];

export function writeProgram(block: Block): Program {
  const writer = new Writer();
  writer.line('async function main() {');
  writeBlock(writer, inner(topScope), block);
  writer.line('}');
  for (const name of withNeeds(writer.helpers)) writeHelper(writer, helpers[name]!.text);
  if (writer.helpers.size > 0) helperTests.forEach((holds) => writer.tests.add(holds));
  const { clean, instrumented, marks, catches, tolerated, isVague, remembers } = writer;
  return {
    text: clean,
    instrumented,
    marks,
    statuses: representatives([...writer.tests]),
    catches,
    tolerated,
    isVague,
    remembers,
  };
}

function writeHelper(writer: Writer, text: string): void {
  for (const line of text.split('\n')) {
    const mark = /⟦m\(LINE,?([^)]*)\);⟧(.*)/.exec(line);
    if (!mark) writer.line(line);
    else writer.statement(mark[2]!, { ...topScope, responses: mark[1] ? mark[1].split(',') : [] });
  }
}
