/**
 * What the interpreter does with each kind of node that a parser gives: every kind stands in one of these lists. A test
 * compares them with the parsers' visitor keys, and with the cases of `execute` and `evaluate`, so that a kind that is new
 * to the language fails there by its name, instead of being run as something that it is not.
 */
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** `execute` has a case for them. */
export const statements = list(`
  Program BlockStatement StaticBlock ExpressionStatement VariableDeclaration ClassDeclaration
  IfStatement SwitchStatement TryStatement LabeledStatement
  WhileStatement DoWhileStatement ForStatement ForInStatement ForOfStatement
  ReturnStatement ThrowStatement BreakStatement ContinueStatement
  ExportNamedDeclaration ExportDefaultDeclaration
`);

/** `evaluate` has a case for them, or takes them for the expression inside. */
export const expressions = list(`
  Identifier ThisExpression Literal TemplateLiteral TaggedTemplateExpression ObjectExpression ArrayExpression ClassExpression
  MemberExpression CallExpression NewExpression ImportExpression AwaitExpression YieldExpression
  AssignmentExpression BinaryExpression UnaryExpression UpdateExpression LogicalExpression ConditionalExpression
  SequenceExpression ChainExpression
  TSAsExpression TSNonNullExpression TSSatisfiesExpression TSTypeAssertion TSInstantiationExpression
`);

/** Read by the case of what they are a part of: a `SwitchCase` by that of the switch. */
export const parts = list(`
  VariableDeclarator SwitchCase CatchClause ClassBody PropertyDefinition Property SpreadElement
  ObjectPattern ArrayPattern AssignmentPattern RestElement
`);

/**
 * Their children run in order, and what these give is handed on. That is right for whatever runs each of its children once:
 * a new kind that chooses, repeats or leaves needs a case.
 */
export const inOrder = list(`
  WithStatement
  JSXElement JSXFragment JSXOpeningElement JSXOpeningFragment JSXClosingElement JSXClosingFragment
  JSXAttribute JSXSpreadAttribute JSXSpreadChild JSXExpressionContainer
`);

/** Markup of Svelte, which stands among the statements: its children run in order, those of an `{#if}` as well. */
export const markup = list(`
  SvelteScriptElement SvelteStyleElement SvelteElement SvelteStartTag SvelteEndTag SvelteName SvelteMemberExpressionName
  SvelteLiteral SvelteText SvelteHTMLComment SvelteMustacheTag SvelteDebugTag SvelteConstTag SvelteDeclarationTag
  SvelteRenderTag SvelteAttachTag SvelteIfBlock SvelteElseBlock SvelteEachBlock SvelteAwaitBlock
  SvelteAwaitPendingBlock SvelteAwaitThenBlock SvelteAwaitCatchBlock SvelteKeyBlock SvelteSnippetBlock SvelteAttribute
  SvelteShorthandAttribute SvelteSpreadAttribute SvelteDirective SvelteStyleDirective SvelteSpecialDirective
  SvelteGenericsDirective SvelteDirectiveKey SvelteSpecialDirectiveKey SvelteReactiveStatement
  SvelteFunctionBindingsExpression
`);

/** Templates of Vue, which stand beside the program: no walk comes to them. */
export const outside = list(`
  VAttribute VDirectiveKey VDocumentFragment VElement VEndTag VExpressionContainer VFilter VFilterSequenceExpression
  VForExpression VIdentifier VLiteral VOnExpression VSlotScopeExpression VStartTag VText VGenericExpression
`);

/** No code of theirs runs where they stand: functions run where they are called, names and types never. */
export const inert = list(`
  FunctionDeclaration FunctionExpression ArrowFunctionExpression
  EmptyStatement DebuggerStatement Super MetaProperty PrivateIdentifier TemplateElement
  ImportDeclaration ImportSpecifier ImportDefaultSpecifier ImportNamespaceSpecifier ImportAttribute
  ExportAllDeclaration ExportSpecifier
  JSXEmptyExpression JSXIdentifier JSXMemberExpression JSXNamespacedName JSXText
  TSAbstractAccessorProperty TSAbstractKeyword TSAbstractMethodDefinition TSAbstractPropertyDefinition TSAnyKeyword
  TSArrayType TSAsyncKeyword TSBigIntKeyword TSBooleanKeyword TSCallSignatureDeclaration TSClassImplements
  TSConditionalType TSConstructorType TSConstructSignatureDeclaration TSDeclareFunction TSDeclareKeyword
  TSEmptyBodyFunctionExpression TSExportKeyword TSExternalModuleReference TSFunctionType TSImportEqualsDeclaration
  TSImportType TSIndexedAccessType TSIndexSignature TSInferType TSInterfaceBody TSInterfaceDeclaration
  TSInterfaceHeritage TSIntersectionType TSIntrinsicKeyword TSLiteralType TSMappedType TSMethodSignature
  TSNamedTupleMember TSNamespaceExportDeclaration TSNeverKeyword TSNullKeyword TSNumberKeyword TSObjectKeyword
  TSOptionalType TSParameterProperty TSPrivateKeyword TSPropertySignature TSProtectedKeyword TSPublicKeyword
  TSQualifiedName TSReadonlyKeyword TSRestType TSStaticKeyword TSStringKeyword TSSymbolKeyword TSTemplateLiteralType
  TSThisType TSTupleType TSTypeAliasDeclaration TSTypeAnnotation TSTypeLiteral TSTypeOperator TSTypeParameter
  TSTypeParameterDeclaration TSTypeParameterInstantiation TSTypePredicate TSTypeQuery TSTypeReference
  TSUndefinedKeyword TSUnionType TSUnknownKeyword TSVoidKeyword
`);

/** Code of theirs runs where they stand, and the walk passes it by: the rules are silent there. */
export const unfollowed = list(`
  AccessorProperty MethodDefinition Decorator
  TSEnumDeclaration TSEnumBody TSEnumMember TSModuleDeclaration TSModuleBlock TSExportAssignment
`);

/** In the key lists of parsers for the sake of rules that are old: no parser of today makes them. */
export const bygone = list('ExperimentalRestProperty ExperimentalSpreadProperty');
