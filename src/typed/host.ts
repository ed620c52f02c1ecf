import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { Latest } from '../syntax/latest.js';
import type { Node } from '../syntax/nodes.js';
import { servicesOf, typesOfServices } from './services.js';
import type { Called, Checker, Type } from './type.js';

/** The types of the file that is linted. Each question is asked once. */
export class TypeHost {
  /** How many questions the checker was asked. */
  questions = 0;
  private readonly types = new Map<Node, Type | undefined>();
  private readonly calls = new Map<Node, Called | undefined>();

  constructor(private readonly checker: Checker) {}

  /** The type of an expression, as it is narrowed there. */
  typeOf(node: Node): Type | undefined {
    return this.once(this.types, node, () => this.checker.typeOf(node));
  }

  /** What a call calls. */
  calledBy(call: TSESTree.CallExpression): Called | undefined {
    return this.once(this.calls, call, () => this.checker.calledBy(call));
  }

  private once<T>(known: Map<Node, T | undefined>, node: Node, ask: () => T | undefined): T | undefined {
    if (!known.has(node)) {
      this.questions++;
      known.set(node, attempt(ask));
    }
    return known.get(node);
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
  Pick<TSESLint.RuleContext<string, readonly unknown[]>, 'sourceCode' | 'filename' | 'cwd'>
>;

const hosts = new Latest<Node, { readonly host: TypeHost | undefined }>();

/** The types of the file that is linted; undefined where nobody has any. */
export function typesOf({ sourceCode }: Context): TypeHost | undefined {
  const { ast } = sourceCode;
  let known = hosts.get(ast);
  if (!known) {
    const services = servicesOf(sourceCode);
    const checker = services && typesOfServices(services);
    hosts.set(ast, (known = { host: checker && new TypeHost(checker) }));
  }
  return known.host;
}
