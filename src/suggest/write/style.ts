import type { TSESLint } from '@typescript-eslint/utils';
import { Latest } from '../../syntax/latest.js';
import { ask, questions, Vote, type Votes } from './votes.js';
import { visit } from '../../syntax/visit.js';

/** How a file is written, so that what a suggestion adds looks as if its author had written it. */
export interface Style {
  readonly eol: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly quote: string;
  readonly semicolons: boolean;
  /** `if (x) { return; }` rather than `if (x) return;`. */
  readonly braces: boolean;
  /** `( x )` rather than `(x)`. */
  readonly padded: boolean;
  /** `f( x )` rather than `f(x)`. */
  readonly paddedCalls: boolean;
  /** `! x` rather than `!x`. */
  readonly spacedNot: boolean;
  /** `${x}` rather than `'' + x`. */
  readonly templates: boolean;
  /** TypeScript whose own templates have no bare number in them, as the strict rules of typescript-eslint want it. */
  readonly typed: boolean;
  readonly arrows: boolean;
  /** `(x) => …` rather than `x => …`. */
  readonly arrowParens: boolean;
  readonly declare: 'const' | 'var';
  /** What stands between a closing brace and `else`: a space or a line break. */
  readonly elseOnOwnLine: boolean;
  /** How long a line may be. */
  readonly width: number;
}

const cache = new Latest<TSESLint.SourceCode, Style>();

export function styleOf(source: TSESLint.SourceCode): Style {
  let style = cache.get(source);
  if (!style) cache.set(source, (style = read(source)));
  return style;
}

/** A part of a file speaks for all of it: what is asked at most, so that a long file costs no more than a short one. */
const enough = { nodes: 400, lines: 100, toTell: 40 };

/** `${res.status}`: a number in a template, which nobody minds there. */
const bareStatus = /\$\{[\w.!?]*\.status\}/;

function read(source: TSESLint.SourceCode): Style {
  const votes = Object.fromEntries(questions.map((question) => [question, new Vote()])) as Votes;
  let asked = 0;
  visit(source.ast, source.visitorKeys, (node) => {
    if (++asked > enough.nodes) return false;
    ask(source, node, votes);
    return true;
  });
  const modern = votes.constants.result(true);
  const isTyped = votes.types.result(false) || !!source.parserServices?.program;
  return {
    eol: source.text.includes('\r\n') ? '\r\n' : '\n',
    unit: unitOf(source),
    semicolons: votes.semicolons.result(true),
    braces: votes.braces.result(false),
    padded: votes.padded.result(false),
    paddedCalls: votes.calls.result(false),
    typed: isTyped && !bareStatus.test(source.text),
    spacedNot: votes.not.result(false),
    arrows: votes.arrows.result(modern),
    arrowParens: votes.parens.result(true),
    declare: modern || votes.constants.isMixed ? 'const' : 'var',
    width: widthOf(source),
    elseOnOwnLine: votes.else.result(false),
    quote: votes.single.result(true) ? "'" : '"',
    templates: votes.templates.result(modern),
  };
}

/** The usual limit that all but a few lines keep; in a file too short to tell, the widest. */
function widthOf(source: TSESLint.SourceCode): number {
  const lengths = source.lines.slice(0, enough.nodes).map(({ length }) => length);
  const limits = lengths.length < enough.toTell ? [] : [80, 100];
  return limits.find((limit) => lengths.filter((length) => length > limit).length * 50 <= lengths.length) ?? 120;
}

/** The smallest step by which a line is further in than the one before it. */
function unitOf(source: TSESLint.SourceCode): string {
  const steps = new Map<string, number>();
  let previous = '';
  let seen = 0;
  for (const line of source.lines) {
    const [indent = ''] = /^[\t ]*/.exec(line) ?? [];
    // Lines of a comment are one space further in, which says nothing.
    if (line.length === indent.length || line[indent.length] === '*') continue;
    const step = indent.startsWith(previous) ? indent.slice(previous.length) : '';
    if (step && step !== ' ') steps.set(step, (steps.get(step) ?? 0) + 1);
    previous = indent;
    if (++seen === enough.lines) break;
  }
  const [best] = [...steps].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? '  ';
}
