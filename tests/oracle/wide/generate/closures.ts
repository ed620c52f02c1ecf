import { innerFunction, Pen, type Scope } from './pen.js';
import { block } from './statements.js';

/** A function that shares the variables around it, and runs at once, later, often or never. */
export function closure(pen: Pen, scope: Scope): void {
  const { random } = pen;
  const old = random.pick(scope.closures);
  if (old && (scope.isAsync || old.startsWith('sync')) && random.chance(60)) return call(pen, scope, old);
  const isAsync = scope.isAsync && random.chance(70);
  const inside = innerFunction(scope, isAsync);
  const body = () => block(pen, inside, 1 + random.below(2));
  const async = isAsync ? 'async ' : '';
  // A function of its own has another `this`.
  const form = random.below(pen.isInClass ? 4 : 5);
  if (form === 0) {
    pen.line(`${isAsync ? 'await ' : ''}(${async}() => {`);
    body();
    return pen.line('})();');
  }
  if (form === 1 && !isAsync) {
    pen.line(`${random.pick(['items()', '[1, 2]'] as const)}.forEach(() => {`);
    body();
    return pen.line('});');
  }
  const name = pen.name(isAsync ? 'later' : 'sync');
  pen.line(form === 4 ? `${async}function ${name}() {` : `const ${name} = ${async}() => {`);
  body();
  pen.line(form === 4 ? '}' : '};');
  scope.closures.push(name);
  if (random.chance(70)) call(pen, scope, name);
}

function call(pen: Pen, scope: Scope, name: string): void {
  if (name.startsWith('sync')) return pen.line(`${name}();`);
  if (!scope.isAsync) return pen.line('act();');
  pen.line(
    pen.random.pick([
      `await ${name}();`,
      `await ${name}();`,
      `use(await ${name}());`,
      `if (c()) await ${name}();`,
    ] as const),
  );
}

/** A function that other code runs, whenever it likes. */
export function escaping(pen: Pen, scope: Scope): void {
  const inside = innerFunction(scope, false);
  pen.line("listen('abort', () => {");
  block(pen, inside, 1);
  pen.line('});');
}
