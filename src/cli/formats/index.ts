import type { ESLint } from 'eslint';
import { CannotRun, firstLine } from '../cannot-run.js';
import type { ESLintModule } from '../lint/host.js';
import plugin from '../../index.js';
import type { Outcome } from '../lint/outcome.js';
import { agentFormat } from './agent.js';
import type { Format } from './format.js';
import { sarifFormat } from './sarif.js';

export type { Format } from './format.js';

type RulesMeta = ReturnType<ESLint['getRulesMetaForResults']>;

const rulesMeta = (): RulesMeta =>
  Object.fromEntries(Object.entries(plugin.rules ?? {}).map(([name, { meta }]) => [`http-status/${name}`, meta!]));

/** Formatters ask the ESLint that loaded them about rules, and ours linted nothing: it answers for all rules alike. */
function formatterHost({ ESLint: Base }: ESLintModule): ESLint {
  return new (class extends Base {
    override getRulesMetaForResults(): RulesMeta {
      return rulesMeta();
    }
  })({ overrideConfigFile: true });
}

/** Those of this package. */
const own: Readonly<Record<string, Format>> = { sarif: sarifFormat, agent: agentFormat };

/** One of ours, one of ESLint's, or a package's. Loaded before linting, so that a wrong name costs no time. */
export async function loadFormat(eslint: ESLintModule, name: string): Promise<Format> {
  const ours = Object.hasOwn(own, name) ? own[name] : undefined;
  if (ours) return ours;
  try {
    const formatter = await formatterHost(eslint).loadFormatter(name);
    return { forReaders: name === 'stylish', format: async ({ results }: Outcome) => formatter.format([...results]) };
  } catch (error) {
    if (!firstLine(error).includes('problem loading formatter')) throw error;
    throw new CannotRun(
      `There is no formatter "${name}"; sarif and agent are ours, ESLint brings stylish, json and html, others are packages such as eslint-formatter-${name}.`,
    );
  }
}
