import type { TSESLint } from '@typescript-eslint/utils';
import { clients } from '../models/index.js';
import { vocabulary } from '../models/language.js';
import { readSettings, type Settings } from '../models/settings.js';
import { mayFollow } from '../sources/imports/may-follow.js';
import { noteLinted } from '../sources/imports/session.js';
import { mayHandleErrors } from '../sources/handlers.js';
import { mentions } from '../sources/mention.js';
import { isTestFile, TestCode } from '../sources/test-code.js';
import { Calls } from '../syntax/calls.js';
import { File } from '../syntax/file.js';
import { Latest } from '../syntax/latest.js';
import { isFunction, type Node } from '../syntax/nodes.js';
import { typesOf, type TypeHost } from '../typed/index.js';
import type { Signature } from './domain/signature.js';
import { FileFacts } from './facts.js';
import { Budget } from './flow/budget.js';
import type { Links } from './interpreter/links.js';
import { Others } from './interpreter/others.js';
import { Walks, type Observe } from './interpreter/walks.js';
import { reportOf, type ErrorReport, type ResponseReport } from './report.js';
import { walkRoot, type RootReports } from './roots.js';
import { Recorder, traced, type Trace } from './trace/index.js';

export { readOthersWith, type Reader } from '../sources/imports/reader.js';
export { askCompilerWith, typesOf, type Compiler } from '../typed/index.js';
export type { Consequence } from './consequence/index.js';
export { findImpossible, type Impossible } from './impossible/index.js';
export { swallowedBy } from './swallowed.js';
export { guardsFrom, isChecked, isProbe, type End, type ErrorReport, type ResponseReport } from './report.js';
export type { Condition, Read } from './observations/observation.js';
export type { Item, Step } from './observations/step.js';
export type { Trace } from './trace/index.js';
export { conditionAround, isFunction, type Node } from '../syntax/nodes.js';

/** What the analysis found in one file. */
export interface Analysis {
  /** The responses of the file, in the order of their calls. */
  readonly responses: readonly ResponseReport[];
  /** Parameters that stand for a response some caller in this file passes: what helpers do with their status. */
  readonly parameters: readonly ResponseReport[];
  /** The errors of requests, in the order of their handlers. */
  readonly errors: readonly ErrorReport[];
  /** What it cost. */
  readonly effort: Effort;
  /** The signatures of the functions that responses were passed to, or came from. */
  signatures(): readonly Signature[];
}

/** The cost of an analysis, in steps: statements and expressions, each as often as it was walked. */
export interface Effort {
  readonly steps: number;
  /** How near the walk of one function came to its budget: 1 is all of it, and the function is left alone. */
  readonly share: number;
}

const none: Analysis = {
  responses: [],
  parameters: [],
  errors: [],
  effort: { steps: 0, share: 0 },
  signatures: () => [],
};

/**
 * The one query: where the responses of a file come from, where their bodies are used, which conditions look at them and
 * how they end on each path. Empty for a file in a language without scopes. Imports are followed where a linter asks, which
 * knows where the file is.
 */
export function analyse(source: TSESLint.SourceCode, settings?: GivenSettings, observe?: Observe): Analysis {
  const checked = readSettings(settings);
  return isWorthIt(source, checked)
    ? compute({ source, settings: checked, calls: Calls.of(source) }, observe, true)
    : none;
}

/** Whether a text, of which no more is known, is worth parsing: {@link isWorthIt} with the settings' defaults. */
export const mayMatter = (text: string): boolean => isWorthText({ text, ast: {} }, readSettings(undefined));

/** The names of the functions that make requests, as they are called without an import. */
export const clientNames: ReadonlySet<string> = new Set(clients.flatMap(({ globals }) => globals));

/** Whether the file that is linted may have a response to speak of: in one that has none, no rule has anything to do. */
export function mayHaveResponses(context: Context): boolean {
  const { sourceCode, filename } = context;
  const settings = readSettings(context.settings);
  const { text } = sourceCode;
  if (latest?.text !== text || latest.settings !== settings || latest.filename !== filename) {
    noteLinted(context.physicalFilename);
    const answer = isWorthIt(sourceCode, settings) && (settings.checkTests || !isTestFile(sourceCode, context));
    latest = { text, settings, filename, answer };
  }
  return latest.answer;
}

/** Whether the whole file that is linted is test code. */
export const isInTestFile = (context: Context): boolean =>
  !readSettings(context.settings).checkTests && isTestFile(context.sourceCode, context);

/** Whether a place of the file that is linted is test code, of which no rule speaks. */
export const isInTestCode = ({ sourceCode, settings }: Context, place: Node): boolean =>
  !readSettings(settings).checkTests && !!TestCode.in(sourceCode)?.has(place);

/**
 * What every rule asks of one file after the other. It is remembered by the text: a syntax tree that is remembered lives
 * on while the next file is parsed, and the garbage collector copies it again and again.
 */
let latest: Answer | undefined;

interface Answer {
  readonly text: string;
  readonly settings: Settings;
  readonly filename: string;
  readonly answer: boolean;
}

const isWorthIt = (source: TSESLint.SourceCode, settings: Settings): boolean =>
  !!source.scopeManager && isWorthText(source, settings);

const isWorthText = (source: Parameters<typeof mentions>[0], { clients, followImports }: Settings): boolean =>
  mentions(source, clients) || mayHandleErrors(source.text) || (followImports && mayFollow(source.text));

/**
 * What a rule listens to, to be given the analysis at the file's end. ESLint walks the file anyway, so the first rule that
 * asks collects the calls for all of them on that walk; the last one that was given the analysis gives it up.
 */
export function listen(context: Context, use: (analysis: Analysis) => void): TSESLint.RuleListener {
  const run = runOf(context);
  const end = () => {
    use((run.analysis ??= compute(subjectOf(context, run.calls), run.recorder?.observe)));
    if (--run.waiting === 0) Latest.giveUp();
  };
  if (run.waiting++ > 0) return { 'Program:exit': end };
  return {
    CallExpression(node) {
      run.calls.add(node);
    },
    CatchClause(node) {
      run.calls.catches.push(node);
    },
    'Program:exit': end,
  };
}

/** The same for what explains a file beside the rules, if there are any: it has their analysis recorded. */
export function listenTraced(context: Context, use: (trace: Trace) => void): TSESLint.RuleListener {
  if (!mayHaveResponses(context)) return { 'Program:exit': () => use({ responses: [] }) };
  const recorder = (runOf(context).recorder ??= new Recorder());
  return listen(context, (analysis) => use(traceFrom(analysis, recorder, context)));
}

/**
 * Which statuses each response of a file can have on each line, and how it comes to where a rule may report it: by an
 * analysis of its own.
 */
export function traceOf(context: Context): Trace {
  if (!mayHaveResponses(context)) return { responses: [] };
  const recorder = new Recorder();
  return traceFrom(compute(subjectOf(context, Calls.of(context.sourceCode)), recorder.observe), recorder, context);
}

function traceFrom({ responses, parameters }: Analysis, recorder: Recorder, { sourceCode }: Context): Trace {
  const textOf = (node: Node) => sourceCode.getText(node);
  return { responses: [...responses, ...parameters].map((report) => traced(report, recorder, textOf)) };
}

/** What the rules share of the file that is linted. */
interface Run {
  readonly calls: Calls;
  analysis?: Analysis;
  /** There where somebody asks for a trace. */
  recorder?: Recorder;
  /** How many rules have not been given the analysis yet. */
  waiting: number;
}

type GivenSettings = Readonly<Record<string, unknown>>;
type Context = Readonly<
  Pick<
    TSESLint.RuleContext<string, readonly unknown[]>,
    'sourceCode' | 'settings' | 'filename' | 'physicalFilename' | 'cwd'
  >
>;

/** By the syntax tree: some hosts use one object for the source of every file. */
const runs = new Latest<Node, Run>();

function runOf({ sourceCode: { ast } }: Context): Run {
  const known = runs.get(ast);
  if (known) return known;
  const run: Run = { calls: new Calls(), waiting: 0 };
  runs.set(ast, run);
  return run;
}

/** What is analysed. */
interface Subject {
  readonly source: TSESLint.SourceCode;
  readonly settings: Settings;
  readonly calls: Calls;
  /** Where it is on the disk; undefined where its imports are not followed. */
  readonly path?: string;
  /** Its types, where the settings ask for them and there are any. */
  readonly types?: TypeHost | undefined;
}

function subjectOf(context: Context, calls: Calls): Subject {
  const settings = readSettings(context.settings);
  const { filename, physicalFilename: path } = context;
  // The pieces that a processor cuts out of a page are no files of their own.
  const isFile = filename === path && isAbsolute.test(path);
  if (!settings.followImports || !isFile) return { source: context.sourceCode, settings, calls };
  const types = settings.types ? typesOf(context) : undefined;
  return { source: context.sourceCode, settings, calls, path, types };
}

const isAbsolute = /^(?:\/|\\\\|[a-z]:[\\/])/i;

/** What was found out of other files is kept for as long as the settings are the same. */
const others = new WeakMap<Settings, Others>();

function linksOf(file: File, { settings, path, types }: Subject): Links | undefined {
  if (path === undefined || !mayFollow(file.source.text)) return undefined;
  let known = others.get(settings);
  if (!known) others.set(settings, (known = new Others(settings)));
  return known.begin(file, path, types);
}

/** The calls that are no test's. */
function shippedCalls({ source, settings, calls }: Subject): Calls['all'] {
  const tests = settings.checkTests ? undefined : TestCode.in(source);
  return tests ? calls.all.filter((call) => !tests.has(call)) : calls.all;
}

function compute(subject: Subject, observe?: Observe, assertsTentative = false): Analysis {
  const file = new File(subject.source, subject.calls, vocabulary);
  const links = linksOf(file, subject);
  links?.follow(shippedCalls(subject));
  const facts = new FileFacts(file, subject.settings, links);
  const giving = [...facts.sources.keys(), ...facts.imported.giving.keys()];
  const declared = facts.declaredTypes.functions().filter((fn) => !facts.isInlined(fn));
  const handlers = [...facts.handlers.keys()];
  if (giving.length === 0 && declared.length === 0 && handlers.length === 0) return none;
  const walks = new Walks(facts, observe, assertsTentative);
  const reports = new Map<Node, RootReports>();
  const handling = handlers.map((handler) => facts.rootOf(bodyOf(handler)));
  const queue = new Set<Node>([...giving.map((call) => facts.rootOf(call)), ...declared, ...handling]);
  for (const root of queue) {
    queue.delete(root);
    reports.set(
      root,
      walkRoot(walks, root, (call) => queue.add(facts.rootOf(call))),
    );
  }
  const all = [...reports.values()];
  const responses = all.flatMap((one) => one.responses).sort((a, b) => a.call!.range[0] - b.call!.range[0]);
  const errors = all.flatMap((one) => one.errors).sort((a, b) => a.handler.range[0] - b.handler.range[0]);
  const { origins } = facts;
  const parameters = origins.parameters.map((origin) => ({
    ...reportOf(facts, origin, origins.seen(origin.id), []),
    statuses: facts.passed.to(origin.callee),
  }));
  return { responses, parameters, errors, effort: effortOf(walks.budgets), signatures: () => [...walks.all()] };
}

const effortOf = (budgets: readonly Budget[]): Effort => ({
  steps: budgets.reduce((sum, { spent }) => sum + spent, 0),
  share: budgets.reduce((most, { spent, most: all }) => Math.max(most, spent / all), 0),
});

/** What a handler runs: a function may itself be a root, and a `catch` clause is in one. */
const bodyOf = (handler: Node): Node => (isFunction(handler) ? handler.body : handler);
