// What the command line asks beside the rules. It stands behind the plugin's entry, so that both share one analysis.
import type { Linter, Rule } from 'eslint';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { HttpStatusRule } from '../rules/rule.js';
import { clientNames, isInTestFile, listen, mayHaveResponses, mayMatter } from './analysis/index.js';
import { rules } from './rules.js';

/** Calls that look like requests and are none for the analysis: `fetch` of a module that it did not follow. */
export interface Unfollowed {
  readonly name: string;
  readonly module: string;
  readonly calls: number;
}

export interface Requests {
  readonly followed: number;
  readonly unfollowed: readonly Unfollowed[];
  /** The file is test code, of which the rules say nothing without the setting `checkTests`. */
  readonly isTest?: boolean;
}

/**
 * Whether a file is worth parsing for a preset: what its rules ask of the text themselves, asked before a parser has run.
 * ESLint with the same preset finds nothing in a file that is not.
 */
export const isWorthParsing = (text: string, { rules: entries = {} }: Pick<Linter.Config, 'rules'>): boolean =>
  mayMatter(text) || concerned.some(([name, concerns]) => name in entries && concerns(text));

const concerned = Object.entries<HttpStatusRule<never>>(rules as never).flatMap(([name, { concerns }]) =>
  concerns ? [[`http-status/${name}`, concerns] as const] : [],
);

/** What an ESLint rule listens to, to be told of a file's requests at its end. */
export function listenToRequests(context: Rule.RuleContext, use: (requests: Requests) => void): Rule.RuleListener {
  const asked = context as unknown as Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;
  if (isInTestFile(asked)) use({ followed: 0, unfollowed: [], isTest: true });
  if (!mayHaveResponses(asked)) return {};
  const listener = listen(asked, ({ responses }) => {
    const calls = new Set(responses.map(({ call }) => call));
    use({ followed: calls.size, unfollowed: unfollowedIn(asked.sourceCode, calls as ReadonlySet<TSESTree.Node>) });
  });
  return listener as Rule.RuleListener;
}

type Variable = TSESLint.Scope.Variable;
type Definition = Variable['defs'][number];

function unfollowedIn(source: Readonly<TSESLint.SourceCode>, followed: ReadonlySet<TSESTree.Node>): Unfollowed[] {
  return source
    .scopeManager!.scopes.flatMap(({ variables }) => variables)
    .flatMap((variable) => {
      const imported = variable.defs[0] && importOf(variable.defs[0]);
      if (!imported || !clientNames.has(imported.name)) return [];
      const calls = callsOf(variable).filter((call) => !followed.has(call)).length;
      return calls > 0 ? [{ ...imported, calls }] : [];
    });
}

const callsOf = ({ references }: Variable): readonly TSESTree.Node[] =>
  references.flatMap(({ identifier: { parent }, identifier }) =>
    parent?.type === 'CallExpression' && parent.callee === identifier ? [parent] : [],
  );

function importOf({ node, parent, name }: Definition): { name: string; module: string } | undefined {
  if (parent?.type === 'ImportDeclaration') {
    const imported = node.type === 'ImportSpecifier' ? node.imported : name;
    return { name: imported.type === 'Identifier' ? imported.name : '', module: parent.source.value };
  }
  const init = node.type === 'VariableDeclarator' ? node.init : null;
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') {
    return undefined;
  }
  const [module] = init.arguments;
  if (module?.type !== 'Literal' || typeof module.value !== 'string' || name.type !== 'Identifier') return undefined;
  return { name: name.name, module: module.value };
}
