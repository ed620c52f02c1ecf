// The five cells beside a line.
import { GutterMarker } from '@codemirror/view';
import type { StatusSet } from '../../../src/status/index.js';
import type { Sight } from '../../../src/analysis/trace/trace.js';
import { element } from '../dom.js';
import { cellsOf, type Cell } from '../lens/cells.js';
import { classes, setOf } from '../lens/sets.js';

const classesOf = ({ digit, reach, isPart, isUnchecked }: Cell, isAskedFor: boolean): string =>
  [
    `cell cell-${digit}xx ${reach}`,
    ...(isPart ? ['part'] : []),
    ...(isUnchecked ? ['unchecked'] : []),
    ...(isAskedFor ? ['asked'] : []),
  ].join(' ');

export class Strip extends GutterMarker {
  constructor(
    readonly sight: Sight,
    private readonly filter: StatusSet | undefined,
  ) {
    super();
  }

  override eq({ sight, filter }: Strip): boolean {
    const { statuses, always, unchecked } = this.sight;
    const isSame = statuses === sight.statuses && always === sight.always && unchecked === sight.unchecked;
    return isSame && filter === this.filter;
  }

  override toDOM(): HTMLElement {
    const asked = this.filter?.intersect(setOf(this.sight.statuses));
    const cells = cellsOf(this.sight).map((cell, index) => {
      const isAskedFor = !!asked && !asked.isDisjointWith(classes[index]!);
      const made = element('span', { className: classesOf(cell, isAskedFor) });
      made.dataset['digit'] = String(cell.digit);
      return made;
    });
    return element('span', { className: 'strip' }, ...cells);
  }
}

/** One that leaves room for every other. */
export const widest = new Strip({ line: 0, names: [], statuses: 'any', always: 'any', unchecked: 'any' }, undefined);
