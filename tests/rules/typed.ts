import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { RuleTester, type InvalidTestCase, type ValidTestCase } from '@typescript-eslint/rule-tester';
import type { TSESLint } from '@typescript-eslint/utils';
import { afterAll, describe, expect, it } from 'vitest';
import type { HttpStatusRule } from '../../rules/rule.js';
import { byTheLetter } from '../../scripts/letter.js';

RuleTester.afterAll = afterAll;
RuleTester.describe = describe;
RuleTester.it = it;

type Options = readonly unknown[];

const exported = (code: string): string => `export ${code}\n`;

const folder = fileURLToPath(new URL('../fixtures/typed', import.meta.url));

/** What TypeScript says of programs of the project, all compiled together. */
function typeErrors(programs: readonly string[]): readonly string[] {
  const config = ts.getParsedCommandLineOfConfigFile(`${folder}/tsconfig.json`, {}, ts.sys as never)!;
  const files = new Map(programs.map((code, i) => [`${folder}/program-${i}.ts`, code]));
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, options) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile.call(host, name, options) : ts.createSourceFile(name, code, options);
  };
  const program = ts.createProgram([`${folder}/api.d.ts`, ...files.keys()], config.options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${ts.flattenDiagnosticMessageText(messageText, ' ')} ${file?.text ?? ''}`;
  });
}

/** Tests of a rule that needs types: each program is a file of the project in tests/fixtures/typed. */
export function testTyped(
  name: string,
  rule: HttpStatusRule<Options>,
  cases: { valid: readonly ValidTestCase<Options>[]; invalid: readonly InvalidTestCase<string, Options>[] },
): void {
  const tester = new RuleTester({
    settings: byTheLetter,
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder } },
  });
  const whole = <Case extends { readonly code: string }>(one: Case): Case => ({ ...one, code: exported(one.code) });
  tester.run(name, rule as unknown as TSESLint.RuleModule<string, Options>, {
    valid: cases.valid.map(whole),
    invalid: cases.invalid.map((one) => ({
      ...whole(one),
      errors: one.errors.map(({ suggestions, ...error }) => ({
        ...error,
        ...(suggestions && { suggestions: suggestions.map((each) => ({ ...each, output: exported(each.output) })) }),
      })),
    })),
  });

  it(`${name}: suggestions compile`, () => {
    const after = cases.invalid.flatMap(({ errors }) => errors.flatMap(({ suggestions }) => suggestions ?? []));
    expect(after.length).toBeGreaterThan(0);
    expect(typeErrors(after.map(({ output }) => exported(output)))).toEqual([]);
  });
}
