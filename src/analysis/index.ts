import type { TSESLint } from '@typescript-eslint/utils';
import type { Client } from '../clients/index.js';
import { emptyState } from './lattice/state.js';
import { constant } from './lattice/value.js';
import { File } from './file.js';
import { FileAnalysis, type Observe } from './file-analysis.js';
import { readSettings, type Settings } from './settings.js';
import { reportOf, type ResponseReport } from './report.js';
import { isFunction, type FunctionNode, type Node } from './syntax.js';
import { Flow } from './walk/flow.js';
import { functionFrame, type Returned } from './walk/frames.js';
import { execute } from './walk/statements.js';

export type { End, ResponseReport } from './report.js';
export type { Condition } from './walk/origin.js';
export { conditionAround, isFunction, unwrap, type Node } from './syntax.js';

/** What the analysis found in one file. */
export interface Analysis {
  /** The responses of the file, in the order of their calls. */
  readonly responses: readonly ResponseReport[];
  /** Parameters that stand for a response some caller in this file passes: what helpers do with their status. */
  readonly parameters: readonly ResponseReport[];
}

const none: Analysis = { responses: [], parameters: [] };
const cache = new WeakMap<TSESLint.SourceCode, Analysis>();

/** Whether a text has a word that every file with a response has: one search, and a file without costs nothing else. */
function mentions(text: string, clients: readonly Client[]): boolean {
  const words = clients.flatMap(wordsOf).join('|');
  let pattern = patterns.get(words);
  if (!pattern) patterns.set(words, (pattern = new RegExp(`(?<![\\w$])(?:${words})(?![\\w$])`)));
  return pattern.test(text);
}

const patterns = new Map<string, RegExp>();

/** The names of a client's functions, and its modules where the name is the importer's choice. */
function wordsOf({ globals, modules }: Client): string[] {
  const imported = Object.entries(modules).flatMap(([specifier, names]) => [specifier, ...names]);
  return [...new Set([...globals, ...imported])].filter((word) => word !== 'default').map((word) => word.replace(/[/\-@.]/g, '\\$&'));
}

/**
 * The one query: where the responses of a file come from, where their bodies are used, which conditions look at them and
 * how they end on each path. Computed once for each file, whoever asks; empty for a file in a language without scopes.
 */
export function analyse(
  source: TSESLint.SourceCode,
  settings?: Readonly<Record<string, unknown>>,
  observe?: Observe,
): Analysis {
  let known = observe ? undefined : cache.get(source);
  if (!known) {
    const checked = readSettings(settings);
    known = source.scopeManager && mentions(source.text, checked.clients) ? compute(source, checked, observe) : none;
    cache.set(source, known);
  }
  return known;
}

function compute(source: TSESLint.SourceCode, settings: Settings, observe?: Observe): Analysis {
  const analysis = new FileAnalysis(new File(source), settings, observe);
  if (analysis.sources.size === 0) return none;
  const reports = new Map<Node, readonly ResponseReport[]>();
  const queue = new Set([...analysis.sources.keys()].map((call) => analysis.rootOf(call)));
  for (const root of queue) {
    queue.delete(root);
    reports.set(root, walkRoot(analysis, root, (call) => queue.add(analysis.rootOf(call))));
  }
  const responses = [...reports.values()].flat().sort((a, b) => a.call!.range[0] - b.call!.range[0]);
  return { responses, parameters: analysis.parameters.map((origin) => reportOf(origin, [])) };
}

function walkRoot(analysis: FileAnalysis, root: Node, enqueue: (call: Node) => void): readonly ResponseReport[] {
  try {
    const flow = isFunction(root) ? walkFunction(analysis, root, enqueue) : walkProgram(analysis, root);
    return analysis.originsOf(root).map((origin) => reportOf(origin, flow?.table(origin.id) ?? []));
  } catch (error) {
    // Code nested deeper than the stack is left alone: ESLint must not stop for it.
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function walkFunction(analysis: FileAnalysis, root: FunctionNode, enqueue: (call: Node) => void): Flow | undefined {
  const summary = analysis.walk(root);
  if (analysis.noteReturns(root, summary)) analysis.callsOf(root).forEach(enqueue);
  return summary && finish(summary.flow, summary.returns);
}

function walkProgram(analysis: FileAnalysis, root: Node): Flow {
  const flow = new Flow(analysis, root, emptyState);
  // CommonJS modules may return at the top level.
  const frame = flow.within(functionFrame(undefined), () => {
    execute(flow, root);
    flow.jump({ kind: 'return', value: constant(undefined), node: root });
  });
  return finish(flow, frame.returns);
}

/** What a function returns is handed on to its caller; the joined ends are the flow's last state. */
function finish(flow: Flow, returns: readonly Returned[]): Flow {
  flow.joined(
    returns.map(({ value, node, state }) => [state, () => flow.handOn(value, node)] as const),
  );
  return flow;
}
