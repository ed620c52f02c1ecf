import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../../src/analysis/index.js';
import { visit } from '../../../src/syntax/visit.js';
import { parse } from '../parse.js';
import { members } from './instrument.js';

/** A smaller program of which `holds` is still true, and none that is made of it by one step. */
export async function shrink(text: string, holds: (text: string) => Promise<boolean>): Promise<string> {
  let smallest = text;
  for (let at = 0; ;) {
    const all = candidates(smallest);
    if (at >= all.length) return smallest;
    const candidate = all[at]!;
    if (await holdsFor(candidate, holds)) {
      smallest = candidate;
      // What was in vain before is tried again in the end.
      at = 0;
    } else at++;
  }
}

/** A step may leave a program that is none. */
async function holdsFor(text: string, holds: (text: string) => Promise<boolean>): Promise<boolean> {
  try {
    return await holds(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
}

interface Step {
  readonly range: readonly [start: number, end: number];
  readonly by: string;
}

/** Whether all that it names is in it, or in every program's world. */
function isClosed(text: string): boolean {
  try {
    const { globalScope } = parse(text).scopeManager!;
    return globalScope!.through.every(({ identifier }) => world.has((identifier as TSESTree.Identifier).name));
  } catch {
    return false;
  }
}

const world = new Set([...members, ...['Math', 'String', 'Promise', 'Error', 'undefined']]);

/** What a program can be made of by one step, those first that leave least of it. */
function candidates(text: string): readonly string[] {
  const source = parse(text);
  const steps: Step[] = [];
  visit(source.ast, source.visitorKeys, (node) => steps.push(...stepsAt(node, source)));
  return steps
    .map(({ range: [start, end], by }) =>
      (text.slice(0, start) + by + text.slice(end)).replaceAll(/\n\s*\n/g, '\n').trim(),
    )
    .filter((candidate) => candidate.length < text.length && isClosed(candidate))
    .sort((a, b) => a.length - b.length);
}

function stepsAt(node: Node, source: TSESLint.SourceCode): readonly Step[] {
  const by = (...parts: readonly (Node | null | undefined)[]): Step[] =>
    parts.flatMap((part) => (part ? [{ range: node.range, by: inside(part, source) }] : []));
  const isMember =
    node.parent?.type === 'ClassBody' || (node.parent?.type === 'ObjectExpression' && node.type === 'Property');
  const isStatement = /Statement$|Declaration$/.test(node.type) && node.type !== 'BlockStatement';
  // A block without a statement would be another program: one that does not decide anything.
  const rest = isAlone(node) ? 'act();' : '';
  const gone = isStatement || isMember ? [{ range: withComma(node, source), by: rest }] : [];
  switch (node.type) {
    case 'IfStatement':
      return [
        ...gone,
        ...by(node.consequent, node.alternate),
        ...(node.alternate ? [{ range: [node.consequent.range[1], node.range[1]] as const, by: '' }] : []),
      ];
    case 'TryStatement':
      return [
        ...gone,
        ...by(node.block, node.finalizer),
        ...(node.handler && node.finalizer ? [{ range: [node.handler.range[1], node.range[1]] as const, by: '' }] : []),
      ];
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
    case 'ForOfStatement':
    case 'LabeledStatement':
      return [...gone, ...by(node.body)];
    case 'SwitchStatement':
      return gone;
    case 'SwitchCase':
      return [{ range: node.range, by: '' }];
    case 'LogicalExpression':
      return node.parent.type === 'ExpressionStatement' ? by(node.right) : by(node.left, node.right);
    case 'ConditionalExpression':
      return by(node.test, node.consequent, node.alternate);
    case 'UnaryExpression':
      return by(node.argument);
    case 'ArrayExpression':
      return node.elements.length < 2
        ? []
        : node.elements.flatMap((element) =>
            element ? [{ range: node.range, by: `[${source.getText(element)}]` }] : [],
          );
    case 'ClassDeclaration':
    case 'ObjectExpression':
    case 'ArrowFunctionExpression':
      return [...gone, ...plain(node, source)];
    case 'ExpressionStatement':
      // A generator that gives nothing out is another program.
      return node.expression.type === 'YieldExpression' ? [] : gone;
    case 'AwaitExpression':
    case 'CallExpression':
      return node.parent.type === 'ExpressionStatement' ? [{ range: node.range, by: 'act()' }] : [];
    default:
      return gone;
  }
}

const isAlone = ({ parent }: Node): boolean =>
  (parent?.type === 'BlockStatement' && parent.body.length === 1) ||
  (parent?.type === 'SwitchCase' && parent.consequent.length === 1);

/** A program that stands in a class, in an object or in a constant as a function. */
function plain(node: Node, source: TSESLint.SourceCode): readonly Step[] {
  const members =
    node.type === 'ClassDeclaration' ? node.body.body : node.type === 'ObjectExpression' ? node.properties : [];
  const statement = node.type === 'ClassDeclaration' ? node : node.parent?.parent;
  const [member] = members;
  if (!statement || statement.parent?.type !== 'Program') return [];
  if (node.type === 'ArrowFunctionExpression') {
    const name = node.parent.type === 'VariableDeclarator' ? source.getText(node.parent.id) : '';
    if (node.body.type !== 'BlockStatement' || !name) return [];
    const parameters = node.params.map((parameter) => source.getText(parameter)).join();
    return [
      {
        range: statement.range,
        by: `${node.async ? 'async ' : ''}function ${name}(${parameters}) ${source.getText(node.body)}`,
      },
    ];
  }
  if (members.length !== 1 || !member) return [];
  const text = source.getText(member);
  return text.startsWith('async main')
    ? [{ range: statement.range, by: text.replace('async ', 'async function ') }]
    : [];
}

/** The statements of a block, or anything else as it is. */
function inside(node: Node, source: TSESLint.SourceCode): string {
  const text = source.getText(node);
  return node.type === 'BlockStatement' ? text.slice(1, -1).trim() : text;
}

function withComma(node: Node, source: TSESLint.SourceCode): readonly [number, number] {
  const [start, end] = node.range;
  return node.type === 'Property' && source.text[end] === ',' ? [start, end + 1] : [start, end];
}

/** The same program with its names and requests numbered in their order: what two seeds make alike is one program. */
export function shapeOf(text: string): string {
  const numbers = new Map<string, string>();
  const renumber = (name: string, prefix: string): string => {
    let number = numbers.get(name);
    if (!number) numbers.set(name, (number = `${prefix}${numbers.size + 1}`));
    return number;
  };
  return text.replaceAll(/\b([a-zA-Z]+)\d+\b/g, renumber).replaceAll(/'\/\d+'/g, (url) => `'/${renumber(url, '')}'`);
}
