import { isProbe, listen, type Node, type ResponseReport } from '../src/analysis/index.js';
import { isServerModule, serverGlobals } from '../src/models/index.js';
import { errors, nullBody, type StatusSet } from '../src/status/index.js';
import { asLoc, errorsText } from '../src/suggest/write/text.js';
import { isFunction, isLoop, lastName } from '../src/syntax/nodes.js';
import { createRule } from './create-rule.js';

export default createRule({
  name: 'no-unread-body',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow leaving the body of an error unread on a server, where it keeps its connection',
      preset: 'strict',
    },
    schema: [],
    messages: {
      unread:
        'The body of a {{statuses}} is neither read nor cancelled here, so its connection stays taken until the garbage collector comes. Read it into the error, or cancel its `{{body}}` first.',
    },
  },
  defaultOptions: [],
  create(context) {
    const { sourceCode } = context;
    return listen(context, ({ responses }) => {
      if (responses.length === 0 || !isOfServer(sourceCode.ast, sourceCode.text)) return;
      const reported = new Set<Node>();
      for (const response of responses) {
        if (isProbe(response) || response.copied || !isRepeated(response.call!)) continue;
        const leaving = placeLeft(response);
        if (!leaving || reported.has(leaving[0])) continue;
        reported.add(leaving[0]);
        const statuses = errorsText(leaving[1].intersect(errors));
        context.report({
          loc: asLoc(leaving[0]),
          messageId: 'unread',
          data: { statuses, body: response.client.members.body },
        });
      }
    });
  },
});

/** Where a response is left with its body unread: a `throw`, or its call where the function just goes on. */
function placeLeft({ leftUnread, ends, callee }: ResponseReport): readonly [Node, StatusSet] | undefined {
  const hasBody = (statuses: StatusSet) => !statuses.difference(nullBody).isDisjointWith(errors);
  const thrown = [...leftUnread].find(([, statuses]) => hasBody(statuses));
  if (thrown) return thrown;
  const end = ends.find((one) => !one.spent && !one.used && !one.handed && one.inspected && hasBody(one.statuses));
  return end && [callee!, end.statuses];
}

/** Code for Node, Deno, Bun or a worker: by what it imports, and by the globals that only they have. */
function isOfServer({ body }: { readonly body: readonly Node[] }, text: string): boolean {
  const imports = body.some((node) => node.type === 'ImportDeclaration' && isServerModule(node.source.value));
  return imports || serverGlobals.test(text);
}

/** In a loop, or in a function that a server calls for each request: a single unread body costs nothing. */
function isRepeated(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (isLoop(at)) return true;
    if (isFunction(at) && isHandler(at)) return true;
  }
  return false;
}

/** `export async function POST(request)`, `app.get('/', async (req, res) => …)`, `{ async fetch(request, env) { … } }`. */
function isHandler(fn: Node): boolean {
  if (!isFunction(fn) || !fn.params[0]) return false;
  const { parent } = fn;
  const named =
    fn.id ?? (parent.type === 'VariableDeclarator' ? parent.id : 'key' in parent ? (parent.key as Node) : undefined);
  const name = named?.type === 'Identifier' ? named.name : '';
  if (/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|handler|loader|action|fetch)$/.test(name)) return true;
  const method = parent.type === 'CallExpression' ? (lastName(parent.callee) ?? '') : '';
  return /^(get|post|put|patch|delete|all|use|route|on|createServer|serve|map|forEach)$/.test(method);
}
