import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Latest } from '../syntax/latest.js';
import type { Node } from '../syntax/nodes.js';
import { servicesOf, typesOfServices } from './services.js';
import type { Called, Checker, Compiler, Type } from './type.js';

/** The types of the file that is linted. Each question is asked once. */
export class TypeHost {
  /** How many questions the checker was asked. */
  questions = 0;
  private readonly types = new Map<Node, Type | undefined>();
  private readonly calls = new Map<Node, Called | undefined>();

  constructor(private readonly checker: Checker) {}

  /** Asks for all of these types at once, before they are asked for one by one. */
  prepare(nodes: readonly Node[]): void {
    const unknown = nodes.filter((node) => !this.types.has(node));
    if (unknown.length === 0) return;
    this.questions += unknown.length;
    const types = attempt(() => this.checker.typesOf(unknown));
    unknown.forEach((node, i) => this.types.set(node, types?.[i]));
  }

  /** The type of an expression, as it is narrowed there. */
  typeOf(node: Node): Type | undefined {
    this.prepare([node]);
    return this.types.get(node);
  }

  /** What a call calls. */
  calledBy(call: TSESTree.CallExpression): Called | undefined {
    if (!this.calls.has(call)) {
      this.questions++;
      this.calls.set(
        call,
        attempt(() => this.checker.calledBy(call)),
      );
    }
    return this.calls.get(call);
  }
}

function attempt<T>(ask: () => T | undefined): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

export type Context = Readonly<
  Pick<TSESLint.RuleContext<string, readonly unknown[]>, 'sourceCode' | 'filename' | 'physicalFilename' | 'cwd'>
>;

let load: () => Compiler | undefined = () => undefined;
let loaded: { readonly compiler: Compiler | undefined } | undefined;

/** Says which compiler is asked where the parser has no types. It is loaded when the first file asks for it. */
export function askCompilerWith(loader: () => Compiler | undefined): void {
  load = loader;
  loaded = undefined;
}

/** The types of a file, or why there are none. */
interface Found {
  readonly host?: TypeHost;
  readonly why?: string;
}

const found = new Latest<Node, Found>();

/** The types of the file that is linted; undefined where nobody has any. */
export const typesOf = (context: Context): TypeHost | undefined => find(context).host;

/** Why there are none, as the end of a sentence. */
export const whyNoTypes = (context: Context): string => find(context).why ?? toConfigure;

const toConfigure =
  'set `languageOptions.parserOptions.projectService` to true, with the parser of typescript-eslint, or install TypeScript 7.0';

function find(context: Context): Found {
  const { ast } = context.sourceCode;
  const known = found.get(ast) ?? ask(context);
  found.set(ast, known);
  return known;
}

function ask({ sourceCode, filename, physicalFilename, cwd }: Context): Found {
  const services = servicesOf(sourceCode);
  if (services) return { host: new TypeHost(typesOfServices(services)) };
  // The pieces that a processor cuts out of a file are in no project, and a text without a file has no place.
  if (filename !== physicalFilename || !/[\\/]/.test(filename)) return {};
  loaded ??= { compiler: attempt(load) };
  const answer = attempt(() => loaded!.compiler?.checkerOf(filename, sourceCode.text, cwd));
  if (typeof answer === 'string') return { why: answer };
  return answer ? { host: new TypeHost(answer) } : {};
}
