import { getStaticValue } from '@eslint-community/eslint-utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { lastName, propertyNamed, unwrap, type Node } from '../syntax/nodes.js';

/** A response that code makes itself: `new Response(body, init)`, `Response.json(data, init)`. */
export interface MadeResponse {
  /** The status that its `init` object has, where it is written down. */
  readonly status: number | undefined;
  /** Whether its body is certainly not null. */
  readonly hasBody: boolean;
}

/** The classes of responses: the Fetch standard's, and Next.js's, which extends it. */
const classes = new Set(['Response', 'NextResponse']);

/** The response that an expression makes; undefined for any other expression. */
export function responseMadeBy(source: TSESLint.SourceCode, node: Node): MadeResponse | undefined {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  const isNew = node.type === 'NewExpression';
  const made = isNew ? node.callee : node.callee.type === 'MemberExpression' ? node.callee.object : undefined;
  if (made?.type !== 'Identifier' || !classes.has(made.name) || isOwnClass(source, made)) return undefined;
  if (!isNew && lastName(node.callee) !== 'json') return undefined;
  const [body, init] = node.arguments;
  return { status: statusOf(source, init), hasBody: !isNew || (!!body && isNotNull(source, body)) };
}

/** `class Response {}`: another class of the same name. */
function isOwnClass(source: TSESLint.SourceCode, name: TSESTree.Identifier): boolean {
  if (name.name !== 'Response') return false;
  const reference = source.getScope(name).references.find(({ identifier }) => identifier === name);
  return !!reference?.resolved?.defs[0];
}

function statusOf(source: TSESLint.SourceCode, init: Node | undefined): number | undefined {
  if (init?.type !== 'ObjectExpression') return undefined;
  const value = propertyNamed(init, 'status')?.value;
  const constant = value && getStaticValue(value as never, source.getScope(value) as never)?.value;
  return typeof constant === 'number' ? constant : undefined;
}

function isNotNull(source: TSESLint.SourceCode, body: Node): boolean {
  const node = unwrap(body);
  switch (node.type) {
    case 'Literal':
      return node.value !== null;
    case 'TemplateLiteral':
    case 'ObjectExpression':
    case 'NewExpression':
      return true;
    case 'CallExpression':
      return source.getText(node.callee) === 'JSON.stringify';
    default:
      return false;
  }
}
