import { condition, statusTest } from './conditions.js';
import { helperScope, Pen, type Place, type Scope } from './pen.js';
import { block } from './statements.js';

/** How a helper is called from the program. */
const calleeAt = (place: Place, name: string): string =>
  ({ object: `api.${name}`, static: `Api.${name}`, method: `this.${name}`, private: `this.#${name}` })[
    place as string
  ] ?? name;

interface Helper {
  readonly parameters: string;
  readonly isAsync?: boolean;
  /** The lines of its body; or one expression, which it returns. */
  readonly body: string;
  readonly isExpression?: boolean;
}

/** Writes a helper down at some place, and says how it is called. */
function place(pen: Pen, prefix: string, { parameters, isAsync, body, isExpression }: Helper): string {
  const { random } = pen;
  const name = pen.name(prefix);
  const at = random.pick<Place>(
    pen.isInClass
      ? ['function', 'constant', 'method', 'private', 'static']
      : ['function', 'function', 'constant', 'constant', 'object', 'static'],
  );
  const async = isAsync ? 'async ' : '';
  const braced = `{\n${isExpression ? `return ${body};` : body}\n}`;
  const texts: Record<Place, string> = {
    function: `${async}function ${name}(${parameters}) ${braced}`,
    constant: `const ${name} = ${async}(${parameters}) => ${isExpression ? body : braced};`,
    object: isExpression ? `${name}: ${async}(${parameters}) => ${body},` : `${async}${name}(${parameters}) ${braced},`,
    static: `static ${async}${name}(${parameters}) ${braced}`,
    method: `${async}${name}(${parameters}) ${braced}`,
    private: `${async}#${name}(${parameters}) ${braced}`,
  };
  pen.helpers.set(at, [...(pen.helpers.get(at) ?? []), texts[at]]);
  return calleeAt(at, name);
}

/** A helper that does this: one that was written before, or another one. Helpers do not see `this`. */
function known(pen: Pen, scope: Scope, role: string, write: () => string): string {
  const before = (pen.known.get(role) ?? []).filter((name) => !scope.isInHelper || !name.startsWith('this.'));
  const old = pen.random.pick(before);
  if (old && pen.random.chance(50)) return old;
  const name = write();
  pen.known.set(role, [...(pen.known.get(role) ?? []), name]);
  return scope.isInHelper && name.startsWith('this.') ? 'act' : name;
}

/** A condition that a function of the file answers. */
export function predicate(pen: Pen, scope: Scope, response: string): string {
  if (pen.known.size > 6) return 'c()';
  const role = pen.random.pick(['isGood', 'isGood', 'hasStatus', 'hasField']);
  const callee = known(pen, scope, role, () => place(pen, role, predicateText(pen, role)));
  return `${callee}(${role === 'hasStatus' ? `${response}.status` : response})`;
}

function predicateText(pen: Pen, role: string): Helper {
  const { random } = pen;
  if (role === 'hasStatus') {
    const body = random.pick([
      'status >= 400',
      'status === 404',
      'status < 400',
      '[200, 201].includes(status)',
    ] as const);
    return { parameters: random.pick(['status', 'status = 0'] as const), body, isExpression: true };
  }
  if (role === 'hasField') {
    return random.pick<Helper>([
      { parameters: '{ ok }', body: 'ok', isExpression: true },
      { parameters: '{ status }', body: 'status >= 400', isExpression: true },
      { parameters: '{ ok: good = false }', body: '!good', isExpression: true },
    ] as const);
  }
  const test = statusTest(pen, 'p');
  return random.pick<Helper>([
    { parameters: 'p', body: test, isExpression: true },
    { parameters: 'p', body: test, isExpression: true },
    { parameters: 'p', body: `if (${test}) return true;\nreturn ${statusTest(pen, 'p')};` },
    { parameters: 'p', body: `const answer = ${test};\nreturn answer;` },
    { parameters: 'p', body: `if (${test}) {\nreturn false;\n}\nreturn true;` },
    { parameters: 'p', body: `switch (true) {\ncase ${test}:\nreturn true;\ndefault:\nreturn false;\n}` },
  ]);
}

/** A call of a function that looks at a response, reads it, or does anything with it. */
export function helperCall(pen: Pen, scope: Scope, response: string): string {
  const { random } = pen;
  if (scope.owner === 'helper' && scope.depth > 1) return 'act();';
  const role = random.pick(['check', 'check', 'ensure', 'read', 'handle', 'handle', 'peek', 'note'] as const);
  const isAsync = ['ensure', 'read', 'handle'].includes(role);
  if (isAsync && !scope.isAsync) return 'act();';
  if (['read', 'handle', 'note', 'peek'].includes(role)) {
    if (scope.read.includes(response)) return 'act();';
    scope.read.push(response);
  }
  const callee = known(pen, scope, role, () => place(pen, role, helperText(pen, role)));
  if (callee === 'act') return 'act();';
  const call = `${isAsync ? 'await ' : ''}${callee}(${response})`;
  if (role === 'read') return `use(${call});`;
  if (role !== 'peek' || !scope.isAsync) return `${call};`;
  if (random.chance(50)) return `use(await ${call}.json());`;
  const name = pen.name('r');
  scope.responses.push(name);
  // It is the same response: what was noted of the other name is that the body goes to this one.
  return `const ${name} = ${call};`;
}

function helperText(pen: Pen, role: string): Helper {
  const { random } = pen;
  const any = (isAsync: boolean, end = ''): Helper => {
    const scope = helperScope(['p'], isAsync);
    const body = pen.aside(() => block(pen, scope, 1 + random.below(2)));
    return { parameters: 'p', isAsync, body: body + end };
  };
  const fails = random.pick([
    "throw new Error('bad');",
    "throw new Error('bad');",
    'throw new Error(`Status ${p.status}`);',
    'fail();',
  ] as const);
  const test = random.chance(70) ? '!p.ok' : condition(pen, helperScope(['p'], false), 1);
  const check = `if (${test}) {\n${fails}\n}`;
  switch (role) {
    case 'check':
      return {
        parameters: 'p',
        body: random.pick([check, `${check}\nreturn p;`, `${check}\nact();`, `${check}\nreturn true;`] as const),
      };
    case 'ensure':
      return {
        parameters: 'p',
        isAsync: true,
        body: random.pick([check, `await act();\n${check}`, `${check}\nreturn p;`] as const),
      };
    case 'read':
      return random.pick<Helper>([
        { parameters: 'p', isAsync: true, body: 'return p.json();' },
        { parameters: 'p', body: 'p.json()', isExpression: true },
        { parameters: 'p', isAsync: true, body: 'if (!p.ok) return null;\nreturn p.json();' },
        { parameters: 'p', isAsync: true, body: 'const data = await p.json();\nreturn data;' },
      ] as const);
    case 'peek':
      return random.pick<Helper>([
        { parameters: 'p', body: 'console.log(p.status);\nreturn p;' },
        { parameters: 'p', body: 'act();\nreturn p;' },
        { parameters: 'p', body: `${check}\nreturn p;` },
        { parameters: 'p', body: '(act(), p)', isExpression: true },
      ] as const);
    case 'note':
      return any(false, random.pick(['', '\nreturn true;', '\nreturn p;'] as const));
    default:
      return any(true, random.pick(['', '', '\nreturn true;', '\nreturn null;'] as const));
  }
}

/** A function that requests, and gives the response, perhaps looked at. */
export function wrapper(pen: Pen, scope: Scope): string {
  return known(pen, scope, 'get', () => {
    const check = pen.random.pick([
      '',
      "if (!q.ok) throw new Error('bad');\n",
      "if (q.status === 404) throw new Error('gone');\n",
      'act();\n',
    ] as const);
    return place(pen, 'get', {
      parameters: 'url',
      isAsync: true,
      body: `const q = await fetch(url);\n${check}return q;`,
    });
  });
}
