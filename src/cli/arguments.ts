import { parseArgs } from 'node:util';
import { CannotRun, firstLine } from './cannot-run.js';

export interface Arguments {
  readonly command: 'lint' | 'why';
  readonly paths: readonly string[];
  readonly preset: string;
  readonly format: string;
  /** Whether findings in examples and scripts are shown, too. */
  readonly all: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export function usage(presets: readonly string[]): string {
  return `Usage: npx eslint-plugin-http-status [paths] [options]
       npx eslint-plugin-http-status why FILE:LINE [options]

Tries the rules of eslint-plugin-http-status on files or folders (default: this folder).
Needs no configuration and reads none; comments such as eslint-disable count.

"why" shows which statuses can be on the lines around a place, and how they come there.

  --preset NAME   ${presets.join(', ')}
                  (default: recommended)
  --format NAME   sarif with the steps to each finding, agent with the mended lines as
                  JSON, or a formatter of ESLint's: stylish, json, html, or the name
                  of an installed one (default: stylish)
  --all           show findings in examples, demos, templates and scripts, too
  --help          this text
  --version       the version

Exit code: 0 nothing found, 1 findings, 2 something could not be looked at.`;
}

/** parseArgs adds advice about dashes to its first sentence. */
const sentence = (error: unknown): string =>
  firstLine(error)
    .replace(/\. .*$/, '')
    .replace(/\.$/, '');

export function readArguments(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        preset: { type: 'string', default: 'recommended' },
        format: { type: 'string', short: 'f', default: 'stylish' },
        all: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', short: 'v', default: false },
      },
    });
    const [first, ...rest] = positionals;
    if (first === 'why') return { ...values, command: 'why', paths: rest };
    return { ...values, command: 'lint', paths: positionals.length > 0 ? positionals : ['.'] };
  } catch (error) {
    throw new CannotRun(`${sentence(error)}; --help lists the options.`);
  }
}
