// The time inside the rules, as a share of one and the same lint: two lints of a file may differ by more than the rules
// cost, for whatever else the machine does. What the rules leave to others, garbage and cold caches, is not in it.
import { linterOf } from './linter.js';

const onEach = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** Runs a lint with rules that are timed: how long it took, and how much of that inside them, in milliseconds. */
export function timedLinterOf({ plugins, rules }, options) {
  let inside = 0;
  let depth = 0;
  const timed = (run) =>
    function (...args) {
      const started = performance.now();
      depth++;
      try {
        return run.apply(this, args);
      } finally {
        if (--depth === 0) inside += performance.now() - started;
      }
    };
  const timedRule = (rule) => ({ ...rule, create: timed((context) => onEach(rule.create(context), timed)) });
  const lint = linterOf(
    { plugins: onEach(plugins, (plugin) => ({ rules: onEach(plugin.rules, timedRule) })), rules },
    options,
  );
  return async (file) => {
    inside = 0;
    const started = performance.now();
    const messages = await lint(file);
    return { messages, total: performance.now() - started, inside };
  };
}
