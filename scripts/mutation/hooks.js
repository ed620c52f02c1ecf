// How Node loads our sources and tests as they are: TypeScript, and a stand-in for Vitest that only collects the tests.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const [collector, verdicts] = ['./collector.js', './verdicts.js'].map((path) => new URL(path, import.meta.url).href);

export function resolve(specifier, context, next) {
  if (specifier === 'vitest' && context.parentURL !== collector) return { url: collector, shortCircuit: true };
  if (/^\.\.?\/tester\.js$/.test(specifier)) return { url: verdicts, shortCircuit: true };
  const typed = /^\.\.?\/.*\.js$/.test(specifier) && new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
  return typed && existsSync(typed)
    ? { url: typed.href, format: 'module', shortCircuit: true }
    : next(specifier, context);
}

export function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const text = readFileSync(fileURLToPath(url), 'utf8');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  // What is remembered under one mutant must not be found under the next.
  const source = /\/(src|rules)\//.test(url)
    ? outputText.replaceAll(/new (WeakMap|Latest)\b/g, 'new ForgetfulWeakMap')
    : outputText;
  return { format: 'module', source, shortCircuit: true };
}
