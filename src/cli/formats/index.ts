import type { ESLint } from 'eslint';
import { CannotRun, firstLine } from '../cannot-run.js';
import type { ESLintModule } from '../lint/host.js';
import plugin from '../../index.js';
import type { Result } from '../lint/outcome.js';

/** How findings are printed. */
export interface Format {
  /** For people: the summary stands below, and what did not parse is told apart. */
  readonly forReaders: boolean;
  format(results: readonly Result[]): Promise<string>;
}

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

/** One of ESLint's formats, or a package's. Loaded before linting, so that a wrong name costs no time. */
export async function loadFormat(eslint: ESLintModule, name: string): Promise<Format> {
  try {
    const formatter = await formatterHost(eslint).loadFormatter(name);
    return { forReaders: name === 'stylish', format: async (results) => formatter.format([...results]) };
  } catch (error) {
    if (!firstLine(error).includes('problem loading formatter')) throw error;
    throw new CannotRun(
      `There is no formatter "${name}"; ESLint brings stylish, json and html, others are packages such as eslint-formatter-${name}.`,
    );
  }
}
