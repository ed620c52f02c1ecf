import { wrapper } from './helpers.js';
import { innerFunction, Pen, type Scope } from './pen.js';
import { block } from './statements.js';

/** An expression that requests, and waits for the response. */
function awaited(pen: Pen, scope: Scope): string {
  return pen.random.chance(25) ? `await ${wrapper(pen, scope)}(${pen.url()})` : `await fetch(${pen.url()})`;
}

export function requestFor(pen: Pen, scope: Scope): void {
  const { random } = pen;
  // Helpers are given their responses.
  if (!scope.isAsync || scope.owner === 'helper' || !pen.hasRoom(1)) return pen.line('act();');
  const name = pen.name('r');
  const declared = () => void scope.responses.push(name);
  random.weighted<() => void>([
    [10, () => (pen.line(`const ${name} = ${awaited(pen, scope)};`), declared())],
    [4, () => (pen.line(`let ${name} = ${awaited(pen, scope)};`), declared(), void scope.mutable.push(name))],
    [1, () => (pen.line(`let ${name};\n${name} = ${awaited(pen, scope)};`), declared())],
    [1, () => pen.line(`${awaited(pen, scope)};`)],
    [1, () => (pen.line(`const [${name}] = await Promise.all([fetch(${pen.url()})]);`), declared())],
    [1, () => (pen.line(`const { first: ${name} } = { first: ${awaited(pen, scope)} };`), declared())],
    [1, () => late(pen, scope, name)],
    [2, () => chain(pen, scope, name)],
  ])();
}

/** A promise in a variable. */
function late(pen: Pen, scope: Scope, name: string): void {
  const promise = pen.name('promise');
  pen.line(`const ${promise} = fetch(${pen.url()});\nact();\nconst ${name} = await ${promise};`);
  scope.responses.push(name);
}

/** `await fetch(…).then(…)`. */
function chain(pen: Pen, scope: Scope, name: string): void {
  const parameter = pen.name('p');
  const { random } = pen;
  if (random.chance(40)) {
    return pen.line(`use(await fetch(${pen.url()}).then((${parameter}) => ${parameter}.json()));`);
  }
  pen.line(`const ${name} = await fetch(${pen.url()}).then(async (${parameter}) => {`);
  const inside = innerFunction(scope, true);
  inside.responses.push(parameter);
  block(pen, inside, 1 + random.below(2));
  pen.line(`return ${parameter};\n});`);
  // What the callback returns early may be a body.
  pen.line(`use(${name});`);
}

/** A variable gets another response. */
export function reassign(pen: Pen, scope: Scope): void {
  const name = pen.random.pick(scope.mutable);
  if (!name || !scope.isAsync || scope.owner === 'helper' || !pen.hasRoom(1)) return pen.line('act();');
  pen.line(`${name} = ${awaited(pen, scope)};`);
}
