// What a file imports and exports, by its text alone: enough to tell which file a name of a barrel comes from without
// parsing any of them. What a pattern does not know is left out, and then the whole file counts.

/** Something that is taken from another file. */
export interface Taken {
  readonly specifier: string;
  /** The name under which the other file exports it; undefined for all of that file. */
  readonly name: string | undefined;
}

/** What a file gives to others. */
export interface TextExports {
  /** Names that the file declares itself. */
  readonly own: ReadonlySet<string>;
  /** `export { get as load } from './http'`, by the name under which it is passed on. */
  readonly passedOn: ReadonlyMap<string, Taken>;
  /** `export * from './http'`. */
  readonly stars: readonly string[];
}

// A text may be anything: no pattern may look through all of it from each of many places.
const bindings =
  /\bimport\s+(?!type\s+(?!from\b))((?:[\w$]+\s*,\s*)?(?:\{[^{}]*\}|\*\s*as\s+[\w$]+)|[\w$]+)\s*\bfrom\s*(['"])([^'"\n]+)\2/g;
const whole = /\b(?:import|require)\s*\(\s*(['"])([^'"\n]+)\1/g;
const lists = /\bexport\s*\{([^{}]*)\}(?:\s*from\s*(['"])([^'"\n]+)\2)?/g;
const stars = /\bexport\s*\*\s*(?:as\s+([\w$]+)\s+)?from\s*(['"])([^'"\n]+)\2/g;
const declared =
  /\bexport\s+(?:declare\s+)?(?:async\s+|abstract\s+|const\s+(?=enum\b))?(?:function\b(?:\s*\*)?|(?:class|const|let|var|enum)\b)\s*(?:([\w$]+)|\{([^{}]*)\})/g;
const byDefault = /\bexport\s+default\b/;

/** Every module that is named, whichever way. */
const named = /\b(?:from|import|require)\s*(?:\(\s*)?(['"])([^'"\n]+)\1/g;
const types = /\b(?:import|export)\s+type\b[^'";]{0,2000}['"][^'"\n]+['"]/g;

/** `a, b as c, type D`: the names on the left, and those on the right. */
function namesIn(list: string): readonly (readonly [left: string, right: string])[] {
  return list.split(',').flatMap((part) => {
    const found = /^\s*(?!type\s)([\w$]+)(?:\s*(?:as\s+|:\s*)([\w$]+))?/.exec(part);
    return found ? [[found[1]!, found[2] ?? found[1]!] as const] : [];
  });
}

/**
 * `import api, { get as load } from './http'`. A module that is named in a way that is not known here counts as a whole, as
 * do the effects of an import without names.
 */
export function importsIn(text: string, { passedOn, stars: all }: TextExports = exportsIn(text)): readonly Taken[] {
  const taken: Taken[] = [];
  const known = new Set([...passedOn.values()].map(({ specifier }) => specifier).concat(all));
  for (const [, clause = '', , specifier = ''] of text.matchAll(bindings)) {
    known.add(specifier);
    const braces = /\{([^}]*)\}/.exec(clause);
    for (const [left] of braces ? namesIn(braces[1]!) : []) taken.push({ specifier, name: left });
    const rest = braces ? clause.replace(braces[0], '') : clause;
    if (rest.includes('*')) taken.push({ specifier, name: undefined });
    if (/^\s*[\w$]/.test(rest)) taken.push({ specifier, name: 'default' });
  }
  const specifiers = (pattern: RegExp, code: string) => Array.from(code.matchAll(pattern), ([, , one]) => one!);
  const unknown = specifiers(named, text.replace(types, '')).filter((one) => !known.has(one));
  for (const specifier of new Set([...specifiers(whole, text), ...unknown])) taken.push({ specifier, name: undefined });
  return taken;
}

export function exportsIn(text: string): TextExports {
  const own = new Set<string>();
  const passedOn = new Map<string, Taken>();
  const all: string[] = [];
  for (const [, list = '', , specifier] of text.matchAll(lists)) {
    for (const [left, right] of namesIn(list)) {
      if (specifier === undefined) own.add(right);
      else passedOn.set(right, { specifier, name: left });
    }
  }
  for (const [, as, , specifier = ''] of text.matchAll(stars)) {
    if (as === undefined) all.push(specifier);
    else passedOn.set(as, { specifier, name: undefined });
  }
  for (const [, one, pattern] of text.matchAll(declared)) {
    if (one !== undefined) own.add(one);
    else for (const [, right] of namesIn(pattern ?? '')) own.add(right);
  }
  if (byDefault.test(text)) own.add('default');
  return { own, passedOn, stars: all };
}
