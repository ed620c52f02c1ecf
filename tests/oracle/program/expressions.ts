import { statusTests } from './conditions.js';
import type { Condition } from './tree.js';
import { pick, wrapped, Writer, type Scope } from './writer.js';

const opaque = 'c()';

/** What never changes, of which nothing is known, and how a program asks for it: by their number, from 1 on. */
export const steady: readonly { readonly declaration: string; readonly test: string }[] = [
  { declaration: '', test: opaque },
  { declaration: 'const on = c();', test: 'on' },
  { declaration: 'const how = { strict: c() };', test: 'how.strict' },
  { declaration: "const type = c() ? 'a' : 'b';", test: "type === 'a'" },
  { declaration: 'const given = { type: c() ? null : c };', test: 'given?.type != null' },
];

/** Whether a condition has several parts. */
export const isCompound = (text: string): boolean => / (&&|\|\||\?) /.test(text);
export const parentheses = (text: string): string => (isCompound(text) ? `(${text})` : text);

/** A condition where it decides: what it reads is inspected. */
export function conditionText(writer: Writer, scope: Scope, condition: Condition): string {
  const again = (part: Condition) => parentheses(conditionText(writer, scope, part));
  switch (condition.kind) {
    case 'opaque':
      // A loop that asks what never changes may never end.
      return scope.continues ? opaque : steady[condition.steady]!.test;
    case 'test':
      return statusText(writer, scope, condition, true);
    case 'flag': {
      const flag = pick(scope.flags, condition.flag);
      return flag ? `⟦g(${flag}_, ⟧${flag}⟦)⟧` : opaque;
    }
    case 'present': {
      // Of a response that is there for sure, nobody asks whether it is.
      const response = pick(
        scope.responses.filter((name) => writer.nullable.has(name)),
        condition.response,
      );
      const value = response && wrapped('p', response);
      return value ? pick([value, `${value} != null`, `!${value}`, `${value} == undefined`], condition.form)! : opaque;
    }
    case 'every': {
      const list = pick(scope.lists, condition.list);
      const test = statusTests[condition.test]!;
      if (!list) return opaque;
      writer.tests.add(test.holds);
      return `${list}.${condition.some ? 'some' : 'every'}((x) => ${test.text(wrapped('i', 'x'), '.')})`;
    }
    case 'helper':
      return helperText(writer, scope, condition);
    case 'not':
      return `!(${conditionText(writer, scope, condition.of)})`;
    case 'and':
      return `${again(condition.left)} && ${again(condition.right)}`;
    case 'or':
      return `${again(condition.left)} || ${again(condition.right)}`;
    case 'choice':
      return `${again(condition.test)} ? ${again(condition.left)} : ${again(condition.right)}`;
  }
}

/** The same, and it asks nothing that never changes. */
export const changingText = (writer: Writer, scope: Scope, condition: Condition): string =>
  conditionText(writer, { ...scope, continues: true }, condition);

function statusText(writer: Writer, scope: Scope, condition: Condition & { kind: 'test' }, inspects: boolean): string {
  const response = pick(scope.responses, condition.response);
  if (!response) return opaque;
  const test = statusTests[condition.test]!;
  writer.tests.add(test.holds);
  const [call, access] = condition.optional
    ? [inspects ? 'q' : '', '?.' as const]
    : [inspects ? 'i' : 'n', '.' as const];
  return test.text(call ? wrapped(call, response) : response, access);
}

function helperText(writer: Writer, scope: Scope, condition: Condition & { kind: 'helper' }): string {
  const response = pick(scope.responses, condition.response);
  if (!response) return opaque;
  const name = pick(['isOk', 'isBad', 'is404', 'isKnown', 'looksGood'], condition.helper)!;
  if (name === 'looksGood') return `looksGood(${wrapped('h', response)})`;
  const callee = writer.helper(scope, name);
  return name === 'isBad' ? `${callee}(${wrapped('i', response)}.status)` : `${callee}(${response})`;
}

/** A condition that is only remembered: it says something of these responses, and inspects where it is read. */
export function flagText(
  writer: Writer,
  scope: Scope,
  condition: Condition,
): { readonly text: string; readonly of: ReadonlySet<string> } {
  const of = new Set<string>();
  // A flag of what may be null is one more name for it.
  const there = { ...scope, responses: scope.responses.filter((name) => !writer.nullable.has(name)) };
  const text = (part: Condition): string => {
    switch (part.kind) {
      case 'test': {
        const response = pick(there.responses, part.response);
        if (response) of.add(response);
        return parentheses(statusText(writer, there, part, false));
      }
      case 'not':
        return `!(${text(part.of)})`;
      case 'and':
        return `(${text(part.left)} && ${text(part.right)})`;
      case 'or':
        return `(${text(part.left)} || ${text(part.right)})`;
      case 'choice':
        return `(${text(part.test)} ? ${text(part.left)} : ${text(part.right)})`;
      default:
        return 'options.strict';
    }
  };
  return { text: text(condition), of };
}
