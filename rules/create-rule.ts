import type { JSONSchema, TSESLint } from '@typescript-eslint/utils';
import { isInTestCode, isInTestFile, mayHaveResponses, type Node } from '../src/analysis/index.js';
import { addressOf } from './address.js';
import type { HttpStatusRule, RuleDocs } from './rule.js';

interface Definition<MessageIds extends string, Options extends readonly unknown[]> {
  readonly name: string;
  readonly meta: {
    readonly type: 'problem' | 'suggestion' | 'layout';
    readonly docs: RuleDocs;
    readonly messages: Readonly<Record<MessageIds, string>>;
    readonly schema: readonly JSONSchema.JSONSchema4[];
    readonly hasSuggestions?: boolean;
    readonly defaultOptions?: Options;
  };
  readonly defaultOptions: Options;
  /** As in {@link HttpStatusRule}. */
  readonly concerns?: (text: string) => boolean;
  create(context: Readonly<TSESLint.RuleContext<MessageIds, Options>>, options: Options): TSESLint.RuleListener;
}

/** Gives a rule the address of its page, its options the defaults that a config leaves out, and rest in most files. */
export function createRule<MessageIds extends string, Options extends readonly unknown[]>(
  definition: Definition<MessageIds, Options>,
): HttpStatusRule<Options> {
  const { name, meta, defaultOptions, concerns } = definition;
  return {
    meta: { ...meta, docs: { ...meta.docs, url: addressOf(`docs/rules/${name}.md`) } },
    defaultOptions,
    ...(concerns && { concerns }),
    create: (context: Readonly<TSESLint.RuleContext<MessageIds, Options>>) =>
      mayHaveResponses(context) || isConcerned(definition, context)
        ? definition.create(exceptInTests(context), withDefaults(defaultOptions, context.options))
        : {},
  };
}

const isConcerned = (
  { concerns }: Pick<Definition<string, readonly unknown[]>, 'concerns'>,
  context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>,
): boolean => !!context.sourceCode.scopeManager && !!concerns?.(context.sourceCode.text) && !isInTestFile(context);

/** The context, but that what is reported of test code is left out. */
function exceptInTests<Context extends Readonly<TSESLint.RuleContext<string, readonly unknown[]>>>(
  context: Context,
): Context {
  const report = (descriptor: TSESLint.ReportDescriptor<string>): void => {
    if (!isInTestCode(context, placeOf(context.sourceCode, descriptor))) context.report(descriptor);
  };
  return Object.create(context, { report: { value: report } }) as Context;
}

function placeOf(source: Readonly<TSESLint.SourceCode>, descriptor: TSESLint.ReportDescriptor<string>): Node {
  if ('node' in descriptor) return descriptor.node as Node;
  const { loc } = descriptor;
  const index = source.getIndexFromLoc('start' in loc ? loc.start : loc);
  return source.getNodeByRangeIndex(index) ?? source.ast;
}

/** ESLint completes options itself from 9.15 on. */
function withDefaults<Options extends readonly unknown[]>(defaults: Options, given: Options): Options {
  return defaults.map((fallback, i) => ({ ...(fallback as object), ...(given[i] as object | undefined) })) as never;
}
