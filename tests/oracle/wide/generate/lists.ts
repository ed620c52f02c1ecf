import { inner, innerFunction, Pen, type Scope } from './pen.js';
import { block } from './statements.js';

/** A variable that holds several responses. */
export function list(pen: Pen, scope: Scope): void {
  if (!scope.isAsync || scope.owner === 'helper' || !pen.hasRoom(2)) return pen.line('act();');
  const name = pen.name('list');
  const two = () => `fetch(${pen.url()}), fetch(${pen.url()})`;
  pen.line(
    pen.random.weighted<() => string>([
      [3, () => `const ${name} = await Promise.all([${two()}]);`],
      [2, () => `const ${name} = [await fetch(${pen.url()}), await fetch(${pen.url()})];`],
      [2, () => `const ${name} = await Promise.all(items().map(() => fetch(${pen.url()})));`],
      [1, () => `const ${name} = [];\nfor (const item of items()) ${name}.push(await fetch(${pen.url()}));`],
    ])(),
  );
  scope.lists.push(name);
}

/** What is done with each of them, one after the other. */
export function turns(pen: Pen, scope: Scope): void {
  const { random } = pen;
  const known = random.pick(scope.lists);
  const name = pen.name('r');
  if (scope.owner === 'helper' || (!known && (!scope.isAsync || !pen.hasRoom(2)))) return pen.line('act();');
  if (known && random.chance(25)) return pen.line(ofAll(pen, scope, known));
  if (known && random.chance(40)) return callback(pen, scope, known, name);
  pen.line(
    `${known && !(scope.isAsync && pen.hasRoom(2) && random.chance(50)) ? `for (const ${name} of ${known})` : `for await (const ${name} of ${source(pen)})`} {`,
  );
  const inside = inner(scope, { isInLoop: true });
  inside.responses.push(name);
  block(pen, inside, 1 + random.below(3));
  pen.line('}');
}

/** Requests that `for await` waits for. */
function source(pen: Pen): string {
  const { random } = pen;
  if (random.chance(70)) return `[fetch(${pen.url()}), fetch(${pen.url()})]`;
  const name = pen.name('pages');
  const turn = random.pick([
    `if (c()) return;\nyield await fetch(${pen.url()});`,
    `if (c()) return;\nyield fetch(${pen.url()});\nact();`,
    `while (c()) yield await fetch(${pen.url()});`,
    `const q = await fetch(${pen.url()});\nif (!q.ok) return;\nyield q;`,
    `if (c()) return;\nconst q = await fetch(${pen.url()});\nif (q.status === 404) throw new Error('gone');\nyield q;`,
  ] as const);
  pen.helpers.set('function', [...(pen.helpers.get('function') ?? []), `async function* ${name}() {\n${turn}\n}`]);
  return `${name}()`;
}

function ofAll(pen: Pen, scope: Scope, list: string): string {
  if (!scope.isAsync) return `send(${list});`;
  return pen.random.pick([
    `use(await Promise.all(${list}.map((x) => x.json())));`,
    `if (!${list}.every((x) => x.ok)) throw new Error('failed');`,
    `send(${list});`,
    `use(await ${list}[0].json());`,
  ] as const);
}

function callback(pen: Pen, scope: Scope, list: string, name: string): void {
  const isAsync = scope.isAsync && pen.random.chance(60);
  pen.line(isAsync ? `await Promise.all(${list}.map(async (${name}) => {` : `${list}.forEach((${name}) => {`);
  const inside = innerFunction(scope, isAsync);
  inside.responses.push(name);
  block(pen, inside, 1 + pen.random.below(2));
  pen.line(isAsync ? '}));' : '});');
}
