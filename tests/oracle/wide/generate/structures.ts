import { checkOf, condition } from './conditions.js';
import { inner, Pen, type Scope } from './pen.js';
import { block } from './statements.js';

const some = (pen: Pen): number => 1 + pen.random.below(2);

/** `if` and `switch`. */
export function choice(pen: Pen, scope: Scope): void {
  const { random } = pen;
  const response = random.pick(scope.responses);
  if (response && random.chance(25)) return switchOn(pen, scope, response);
  pen.line(`if (${checkOf(pen, scope)}) {`);
  block(pen, inner(scope), some(pen));
  if (random.chance(30)) {
    pen.line('} else {');
    block(pen, inner(scope), some(pen));
  }
  pen.line('}');
}

/** `switch (true)` and `switch (r.status)`. */
function switchOn(pen: Pen, scope: Scope, response: string): void {
  const { random } = pen;
  const isByTruth = random.chance(60);
  pen.line(isByTruth ? 'switch (true) {' : `switch (${response}.status) {`);
  const codes = ['200', '404', '500', '204'].filter(() => random.chance(50));
  const tests = isByTruth ? Array.from({ length: some(pen) }, () => checkOf(pen, scope)) : codes;
  const labels = [...tests.map((test) => `case ${test}:`), ...(random.chance(60) ? ['default:'] : [])];
  for (const label of labels) {
    pen.line(`${label} {`);
    block(pen, inner(scope), 1);
    if (random.chance(70)) pen.line('break;');
    pen.line('}');
  }
  pen.line('}');
}

export function loop(pen: Pen, scope: Scope): void {
  const { random } = pen;
  const label = random.chance(20) ? pen.name('loop') : '';
  const labels = label ? [...scope.labels, { name: label, isLoop: true }] : scope.labels;
  const inside = inner(scope, { labels, isInLoop: true });
  const test = random.chance(60) ? 'c()' : condition(pen, scope);
  const item = pen.name('item');
  const [head, tail] = random.pick<readonly [string, string]>([
    [`while (${test}) {`, '}'],
    ['do {', `} while (${test});`],
    [`for (const ${item} of items()) {`, '}'],
    ['for (;;) {\nif (c()) break;', '}'],
  ]);
  pen.line((label ? `${label}: ` : '') + head);
  block(pen, inside, some(pen));
  pen.line(tail);
}

export function labelled(pen: Pen, scope: Scope): void {
  const name = pen.name('part');
  pen.line(`${name}: {`);
  block(pen, inner(scope, { labels: [...scope.labels, { name, isLoop: false }] }), 1 + some(pen));
  pen.line('}');
}

export function jump(pen: Pen, scope: Scope): void {
  const { random } = pen;
  const label = random.pick(scope.labels);
  const guard = random.chance(60) ? `if (${checkOf(pen, scope)}) ` : '';
  if (label && random.chance(70))
    return pen.line(`${guard}${label.isLoop && random.chance(50) ? 'continue' : 'break'} ${label.name};`);
  if (!scope.isInLoop) return pen.line(guard ? `${guard}act();` : 'act();');
  pen.line(guard + random.pick(['break;', 'continue;'] as const));
}

export function tryStatement(pen: Pen, scope: Scope): void {
  const { random } = pen;
  const form = random.below(4);
  pen.line('try {');
  block(pen, inner(scope), 1 + some(pen));
  if (form !== 3) {
    pen.line(
      random.pick([
        '} catch (error) {\nconsole.error(error);',
        '} catch {\nact();',
        "} catch (error) {\nreport('failed', error);",
      ] as const),
    );
    block(pen, inner(scope), random.below(2));
    if (random.chance(40)) pen.line(random.pick(['return null;', 'return;', "throw new Error('again');"] as const));
  }
  if (form >= 2) {
    pen.line('} finally {');
    pen.line('act();');
    if (random.chance(30)) block(pen, inner(scope), 1);
    if (random.chance(15)) pen.line('return null;');
  }
  pen.line('}');
}
