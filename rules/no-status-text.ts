import type { TSESLint } from '@typescript-eslint/utils';
import { listen, type Node } from '../src/analysis/index.js';
import { isTextTest } from '../src/models/language.js';
import { excerpt } from '../src/suggest/write/text.js';
import { isEquality, memberName, outermost, unwrap } from '../src/syntax/nodes.js';
import { createRule } from './create-rule.js';

/** The expressions that have the value of a member: itself, or the constant that it is put into. */
function valuesOf(source: TSESLint.SourceCode, place: Node): readonly Node[] {
  const value = outermost(place);
  const { parent } = value;
  const isBound = parent?.type === 'VariableDeclarator' && parent.init === value;
  const name = place.type === 'Property' ? place.value : isBound ? parent.id : undefined;
  if (name?.type !== 'Identifier') return [value];
  const variable = source.getScope(name).references.find(({ identifier }) => identifier === name)?.resolved;
  const isConstant = variable?.references.every((reference) => reference.init ?? !reference.isWrite());
  return isConstant ? variable!.references.filter((r) => r.isRead()).map(({ identifier }) => identifier as Node) : [];
}

/** What decides by a text: `text === 'OK'`, `switch (text)`, `text.includes('Not')`; undefined where nothing does. */
function decisionOn(value: Node): Node | undefined {
  const node = outermost(value);
  const { parent } = node;
  switch (parent?.type) {
    case 'BinaryExpression': {
      const other = unwrap(parent.left === node ? parent.right : parent.left);
      // `=== ''` asks whether there is one.
      const isEmpty = other.type === 'Literal' && !other.value;
      return isEquality(parent.operator) && !isEmpty && other.type !== 'UnaryExpression' ? parent : undefined;
    }
    case 'SwitchStatement':
      return parent.discriminant === node ? node : undefined;
    case 'MemberExpression': {
      if (parent.object !== node) return undefined;
      const call = parent.parent;
      if (call.type !== 'CallExpression' || call.callee !== parent) return undefined;
      const name = memberName(parent) ?? '';
      return isTextTest(name) ? call : decisionOn(call);
    }
    case 'CallExpression': {
      const callee = unwrap(parent.callee);
      const isTest = callee.type === 'MemberExpression' && ['test', 'includes'].includes(memberName(callee) ?? '');
      return isTest && parent.arguments[0] === node ? parent : undefined;
    }
    default:
      return undefined;
  }
}

export default createRule({
  name: 'no-status-text',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow decisions on the reason phrase of a response, which is empty over HTTP/2',
      preset: 'recommended',
    },
    schema: [],
    messages: {
      decided:
        '`{{text}}` decides by the reason phrase, which is empty over HTTP/2 and HTTP/3, whatever the status is. Compare `{{status}}` instead.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return listen(context, ({ responses, parameters }) => {
      const reported = new Set<Node>();
      for (const { phrases, client } of [...responses, ...parameters]) {
        for (const node of [...phrases.keys()].flatMap((place) => valuesOf(sourceCode, place))) {
          const decision = decisionOn(node);
          if (!decision || reported.has(decision)) continue;
          reported.add(decision);
          const data = { text: excerpt(sourceCode, decision), status: client.members.status };
          context.report({ node: decision, messageId: 'decided', data });
        }
      }
    });
  },
});
