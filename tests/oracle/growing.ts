import fc from 'fast-check';
import { analyse } from '../../src/analysis/index.js';
import { visit } from '../../src/syntax/visit.js';
import { parse } from './parse.js';
import { growingPrograms } from './program/growing/programs.js';

/** Steps for each node of a program. A walk takes about one, a loop in a loop some more; of 20,000 programs none took 6. */
const mostPerNode = 12;

/** Whether the analysis of a program ends, and takes no more steps than one whose cost grows with the program. */
function ends(text: string): boolean {
  const source = parse(text);
  let nodes = 0;
  visit(source.ast, source.visitorKeys, () => nodes++);
  return analyse(source).effort.steps <= nodes * mostPerNode;
}

/** Tries random programs up to the first that takes too many steps. */
export function tryGrowing(numRuns: number, seed: number): { readonly tried: number; readonly shrunken: string } {
  const { numRuns: tried, counterexample } = fc.check(fc.property(growingPrograms, ends), { numRuns, seed });
  return { tried, shrunken: counterexample ? counterexample[0] : '' };
}
