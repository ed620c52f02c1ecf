import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

type Node = TSESTree.Node;

/** What a parser of ESLint's gives. */
export interface Parsed {
  readonly ast: TSESTree.Program;
  readonly scopeManager: TSESLint.Scope.ScopeManager;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The part of ESLint's SourceCode that the analysis asks, of a file that ESLint does not lint. */
export function toSource(text: string, { ast, scopeManager, visitorKeys }: Parsed): TSESLint.SourceCode {
  const source = {
    text,
    ast,
    scopeManager,
    visitorKeys,
    getText: (node?: Node) => (node ? text.slice(...node.range) : text),
    getScope: (node: Node) => scopeAround(scopeManager, node),
  };
  return source as unknown as TSESLint.SourceCode;
}

/** The innermost scope that a node is in; a function's parameters and body are in its own. */
function scopeAround(manager: TSESLint.Scope.ScopeManager, node: Node): TSESLint.Scope.Scope {
  const inner = node.type !== 'Program';
  for (let at: Node | undefined = node; at; at = at.parent) {
    const scope = manager.acquire(at, inner);
    if (scope) return scope.type === ('function-expression-name' as never) ? scope.childScopes[0]! : scope;
  }
  return manager.scopes[0]!;
}
