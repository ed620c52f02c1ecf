import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { isFunction, type Node } from '../../../src/analysis/index.js';
import { childrenOf, visit } from '../../../src/syntax/visit.js';
import { destructured, isBodyRead, isFlagRead, isListed, isProbed, isStatusRead, patternOf } from './reads.js';
import { isLog, isOwnCall, ownFunctions, roleOf, type OwnFunctions } from './roles.js';

/** A program that tells what it does: it calls members of `$` (`Probes`). Each is given the number of its node. */
export interface Instrumented {
  readonly text: string;
  /** Statements and branches that do nothing themselves, but for a log. */
  readonly idle: ReadonlySet<number>;
  /** Some function is given to code that runs it whenever it likes. */
  readonly isLeaky: boolean;
  /** The line of each node that has a number. */
  readonly lines: ReadonlyMap<number, number>;
}

/** It decides what else is run. */
const isHead = ({ type }: Node): boolean => /^(If|Switch|For|ForOf|While|DoWhile|Labeled|Try)Statement$/.test(type);

/** What `Run` has for a program. */
export const members: ReadonlySet<string> = new Set([
  'fetch',
  'c',
  'options',
  'items',
  'act',
  'use',
  'send',
  'report',
  'listen',
  'store',
  'console',
]);

/** Instruments a program. It is not changed in any other way: what its nodes do, and in which order, stays. */
export function instrument(source: TSESLint.SourceCode): Instrumented {
  return new Instrumenter(source).run();
}

class Instrumenter {
  /** What is written around nodes: by those around them first, which is outside. */
  private readonly around: Map<Node, [before: string, after: string][]> = new Map();
  /** What is written behind the first bracket of blocks. */
  private readonly starts: Map<Node, string> = new Map();
  private readonly idle: Set<number> = new Set();
  private isLeaky = false;
  private readonly lines: Map<number, number> = new Map();
  private readonly own: OwnFunctions;
  /** Variables that remember what was read of a status. */
  private readonly flags: ReadonlySet<string>;

  constructor(private readonly source: TSESLint.SourceCode) {
    this.own = ownFunctions(source);
    this.flags = this.findFlags();
  }

  /** To a fixpoint: what is made of a flag is one. */
  private findFlags(): Set<string> {
    const flags = new Set<string>();
    for (let before = -1; before < flags.size;) {
      before = flags.size;
      visit(this.source.ast, this.source.visitorKeys, (node) => {
        for (const name of destructured(node)) flags.add(name);
        if (!isStatusRead(node) && !isFlagRead(node, flags) && !isOwnCall(node, this.own)) return;
        const [kind, name] = roleOf(node, this.own).split(':');
        if (name && (kind === 'flag' || kind === 'param')) flags.add(name);
      });
    }
    return flags;
  }

  run(): Instrumented {
    visit(this.source.ast, this.source.visitorKeys, (node) => {
      this.probeExpression(node);
      this.probeFunction(node);
      this.probeTry(node);
      this.probeLoop(node);
      this.probeStatement(node);
    });
    for (const { identifier } of this.source.scopeManager!.globalScope!.through) this.redirect(identifier as Node);
    return { text: this.render(this.source.ast), idle: this.idle, isLeaky: this.isLeaky, lines: this.lines };
  }

  /** What is not in the program is a member of the world in which it runs. */
  private redirect(node: Node): void {
    if (node.type !== 'Identifier' || !members.has(node.name)) return;
    const { parent } = node;
    const isRead = parent.type === 'MemberExpression' || (parent.type === 'CallExpression' && parent.callee === node);
    const wraps: [string, string] = isRead ? ['$world.', ''] : ['((...all) => $world.', '(...all))'];
    this.wrap(node, ...wraps);
  }

  private number(node: Node): number {
    const id = this.lines.size + 1;
    this.lines.set(id, node.loc.start.line);
    return id;
  }

  private wrap(node: Node, before: string, after = ')'): void {
    const known = this.around.get(node);
    if (known) known.push([before, after]);
    else this.around.set(node, [[before, after]]);
  }

  private start(block: Node, text: string): void {
    this.starts.set(block, (this.starts.get(block) ?? '') + text);
  }

  private role(node: Node): string {
    return `'${roleOf(node, this.own)}'`;
  }

  private step(node: Node): string {
    const id = this.number(node);
    if (isLog(node) || isHead(node) || this.isAnswer(node)) this.idle.add(id);
    return `$.s(${id})`;
  }

  /** A function says what it was asked: `return p.status === 404`. */
  private isAnswer(node: Node): boolean {
    const answer = node.type === 'ReturnStatement' ? node.argument : isFunction(node.parent) ? node : undefined;
    return !!answer && roleOf(answer, this.own) === 'caller' && this.isTest(answer);
  }

  private probeStatement(node: Node): void {
    if (!isProbed(node)) return;
    if (isListed(node)) this.wrap(node, `${this.step(node)}; `, '');
    else this.wrap(node, `{ ${this.step(node)}; `, ' }');
  }

  private probeExpression(node: Node): void {
    switch (node.type) {
      case 'LogicalExpression':
        // In a condition, a part is no branch.
        if (!this.isTest(node)) this.wrap(node.right, `(${this.step(node.right)}, `);
        break;
      case 'ConditionalExpression':
        if (this.isTest(node)) break;
        for (const side of [node.consequent, node.alternate]) this.wrap(side, `(${this.step(side)}, `);
        break;
      case 'MemberExpression':
        if (isStatusRead(node)) this.wrap(node.object, `$.r(${this.number(node)}, ${this.role(node)}, `);
        else if (isBodyRead(node)) this.wrap(node.object, `$.u(${this.number(node)}, `);
        break;
      case 'Identifier':
        if (isFlagRead(node, this.flags))
          this.wrap(node, `$.f(${this.number(node)}, ${this.role(node)}, '${node.name}', `);
        break;
      case 'ExpressionStatement':
        this.wrap(node.expression, '$.o(');
        break;
      case 'AwaitExpression':
        this.wrap(node, '$.a(');
        break;
      case 'CallExpression':
        this.probeCall(node);
        break;
      case 'VariableDeclarator':
        this.probeDeclarator(node);
        break;
      case 'AssignmentExpression':
        if (node.operator === '=' && node.left.type === 'Identifier' && this.flags.has(node.left.name))
          this.wrap(node.right, `($.i('${node.left.name}'), `);
    }
  }

  /** It gives true or false, and nothing is done in it: `r.status >= 400 && r.status < 500`. */
  private isTest(node: Node): boolean {
    if (roleOf(node, this.own) === 'condition') return true;
    let isPure = true;
    visit(node, this.source.visitorKeys, ({ type }) => {
      if (type === 'AwaitExpression' || type === 'CallExpression') isPure = false;
    });
    return isPure;
  }

  private probeCall(node: TSESTree.CallExpression): void {
    if (isOwnCall(node, this.own)) return this.wrap(node, `$.e($.c(${this.number(node)}, ${this.role(node)}), `);
    if (node.callee.type !== 'Identifier') return;
    for (const given of node.arguments) {
      if (!isFunction(given)) continue;
      this.isLeaky = true;
      const names = this.source
        .getScope(given)
        .through.map(({ identifier }) => `() => ${(identifier as TSESTree.Identifier).name}`);
      this.wrap(given, `$.g([${[...new Set(names)].join()}], `);
    }
  }

  private probeDeclarator({ id, init }: TSESTree.VariableDeclarator): void {
    if (!init) return;
    if (id.type === 'ObjectPattern') this.wrap(init, `$.d(${this.number(id)}, ${patternOf(id)}, `);
    else if (id.type === 'Identifier' && this.flags.has(id.name)) this.wrap(init, `($.i('${id.name}'), `);
  }

  private probeFunction(node: Node): void {
    if (!isFunction(node) || !node.body) return;
    const [first] = node.params;
    if (first?.type === 'ObjectPattern')
      this.wrap(first, '$p, ', ` = $.d(${this.number(first)}, ${patternOf(first)}, $p)`);
    const { parent, body } = node;
    const isNext = parent.type === 'CallExpression' && /\.then$/.test(this.source.getText(parent.callee));
    const awaited = isNext && first?.type === 'Identifier' ? `$.a(${first.name})` : '';
    if (body.type === 'BlockStatement') {
      if (awaited) this.start(body, `${awaited}; `);
    } else this.wrap(body, `(${this.step(body)}, ${awaited && `${awaited}, `}`);
  }

  private probeTry(node: Node): void {
    if (node.type !== 'TryStatement') return;
    const id = this.number(node);
    this.start(node.block, `$.t(${id}); `);
    const { handler } = node;
    if (!handler) return;
    if (!handler.param) this.wrap(handler.body, '($e) ', '');
    this.start(handler.body, `$.x(${handler.param ? this.source.getText(handler.param) : '$e'}, ${id}); `);
  }

  private probeLoop(node: Node): void {
    if (!/^(While|DoWhile|For|ForOf)Statement$/.test(node.type)) return;
    const { body } = node as TSESTree.WhileStatement;
    if (body.type !== 'BlockStatement') return;
    this.start(body, '$.l(); ');
    if (node.type !== 'ForOfStatement' || !node.await || node.left.type !== 'VariableDeclaration') return;
    this.start(body, `$.a(${this.source.getText(node.left.declarations[0].id)}); `);
  }

  /** The text of a node with all that belongs to it. */
  private render(node: Node): string {
    const children = [...childrenOf(node, this.source.visitorKeys)].sort((a, b) => a.range[0] - b.range[0]);
    let [at] = node.range;
    let text = '';
    const starts = this.starts.get(node);
    if (starts) {
      text += `{ ${starts}`;
      at++;
    }
    for (const child of children) {
      // `{ a }` has its name twice.
      if (child.range[0] < at) continue;
      text += this.source.text.slice(at, child.range[0]) + this.render(child);
      [, at] = child.range;
    }
    text += this.source.text.slice(at, node.range[1]);
    for (const [before, after] of (this.around.get(node) ?? []).toReversed()) text = before + text + after;
    return text;
  }
}
