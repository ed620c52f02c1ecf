// Runs the tests for Stryker in one process that loads ESLint, the parsers and the tests once: a mutant costs what its
// tests cost, milliseconds for most. Starting a worker of Vitest for each of them would take ten times as long.
import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

/** What is quick, and tests the algebra or the analysis; in the order in which mutants die soonest. */
const files = [/^status./, /^analysis./, /^oracle.fixtures/, /^oracle.programs/, /^docs.how-it-works/, /^rules./];

const stryker = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class Runner {
  /** @type {Map<string, () => unknown>} */
  tests = new Map();
  /** Tests that failed under a mutant, the last one first: they are the likeliest to fail under its neighbour. */
  killers = [];

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const root = pathToFileURL(`${process.cwd()}/`);
    // The runs of the fixtures do not depend on the analysis: they are made once, and kept beside the sandbox.
    Object.assign(process.env, { ORACLE_PROGRAMS: '40', ORACLE_RUNS: new URL('../../runs', root).pathname });
    register('./hooks.js', import.meta.url);
    const { default: fc } = await import('fast-check');
    // A mutant is dead at the first counterexample; and it must not depend on luck.
    fc.configureGlobal({ seed: 1, endOnFailure: true });
    ({ tests: this.tests } = await import('./collector.js'));
    const all = readdirSync('tests', { recursive: true }).filter((name) => name.endsWith('.test.ts'));
    for (const name of files.flatMap((file) => all.filter((one) => file.test(one)))) {
      await import(new URL(`tests/${name}`, root).href);
    }
  }

  async dryRun() {
    const result = await this.run([...this.tests.keys()], (id) => (stryker.currentTestId = id));
    stryker.currentTestId = undefined;
    return { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit, disableBail }) {
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const result = await this.run(this.likeliestFirst(testFilter ?? [...this.tests.keys()]), undefined, !disableBail);
    stryker.activeMutant = undefined;
    const killer = result.tests.find(({ status }) => status === TestStatus.Failed)?.id;
    if (killer) this.killers = [killer, ...this.killers.filter((id) => id !== killer)];
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? result);
  }

  likeliestFirst(ids) {
    const wanted = new Set(ids);
    return [...new Set([...this.killers.filter((id) => wanted.has(id)), ...ids])];
  }

  async run(ids, start, bail = false) {
    const tests = [];
    for (const id of ids) {
      start?.(id);
      globalThis.ForgetfulWeakMap.forget();
      const result = await this.runTest(id);
      tests.push(result);
      if (bail && result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests };
  }

  async runTest(id) {
    const from = performance.now();
    const of = () => ({ id, name: id, timeSpentMs: performance.now() - from });
    try {
      await this.tests.get(id)();
      return { ...of(), status: TestStatus.Success };
    } catch (error) {
      return { ...of(), status: TestStatus.Failed, failureMessage: String(error) };
    }
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', () => new Runner())];
