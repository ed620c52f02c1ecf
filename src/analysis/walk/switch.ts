import type { TSESTree } from '@typescript-eslint/utils';
import { joinAll, joinStates, type State } from '../lattice/state.js';
import type { Value } from '../lattice/value.js';

import { branch, splitBy } from './branch.js';
import { evaluate } from './evaluate.js';
import type { Flow } from './flow.js';
import type { LoopFrame } from './frames.js';
import { image, staticValue } from './images.js';
import { executeAll } from './statements.js';

/** Cases are tried in order, each on what the ones before it left; `default` gets the rest, wherever it stands. */
export function executeSwitch(flow: Flow, node: TSESTree.SwitchStatement, labels: readonly string[]): void {
  const subject = evaluate(flow, node.discriminant);
  const entries: (State | undefined)[] = [];
  for (const switchCase of node.cases) {
    if (!switchCase.test) entries.push(undefined);
    else {
      const sides = caseSides(flow, node, subject, switchCase.test);
      entries.push(sides.whenTrue);
      flow.state = sides.whenFalse;
    }
  }
  const rest = flow.state;
  const byDefault = node.cases.findIndex((switchCase) => !switchCase.test);
  if (byDefault >= 0) entries[byDefault] = rest;
  const frame: LoopFrame = { kind: 'loop', labels, plain: true, isLoop: false, breaks: [], continues: [] };
  flow.state = undefined;
  flow.within(frame, () => {
    node.cases.forEach((switchCase, i) => {
      flow.state = joinStates(flow.state, entries[i]); // falls through from the case before
      executeAll(flow, switchCase.consequent);
    });
  });
  flow.state = joinAll([flow.state, ...frame.breaks, byDefault < 0 ? rest : undefined]);
}

function caseSides(flow: Flow, node: TSESTree.SwitchStatement, subject: Value, test: TSESTree.Expression) {
  if (subject.kind === 'constant' && subject.value === true) return branch(flow, test);
  if (subject.kind === 'image') {
    const known = staticValue(flow, test);
    const { at } = subject;
    if (!known) flow.handOn(evaluate(flow, test), test);
    const matches = known && at ? (status: number) => at(status) === known.value : undefined;
    return splitBy(flow, image(subject.of, node.discriminant, matches), node.discriminant);
  }
  flow.handOn(evaluate(flow, test), test);
  return { whenTrue: flow.state, whenFalse: flow.state };
}

