import type { ESLintModule } from '../lint/host.js';
import type { Outcome } from '../lint/outcome.js';
import type { PresetName } from '../lint/presets.js';
import { affectedBy, type Affected } from './affected.js';
import { eslintAdvice } from './eslint-config.js';
import { oxlintAdvice } from './oxlint-config.js';
import { lookAtProject, type Project } from './project.js';

/** A configuration that names the plugin needs no advice. */
const isConfigured = ({ eslintConfig, oxlintConfig }: Project): boolean =>
  [eslintConfig, oxlintConfig].some((config) => config?.text.includes('http-status'));

/** ESLint reads TypeScript with a parser that does not run on TypeScript 7; oxlint needs none. */
function needsOxlint({ typescript = 0 }: Project, affected: Affected): boolean {
  const hasTypeScript = affected.typescript || affected.components.some((one) => one.typescript);
  return hasTypeScript && typescript >= 7;
}

const isTooOld = ({ eslint }: Project): boolean => eslint !== undefined && Number.parseInt(eslint, 10) < 9;

function usesOxlint(project: Project): boolean {
  if (project.eslintConfig) return false;
  return project.hasOxlint || project.oxlintConfig !== undefined;
}

/** What to do so that the findings of a run are found from now on. */
export async function adviceFor(eslint: ESLintModule, outcome: Outcome, preset: PresetName): Promise<string[]> {
  const project = lookAtProject(process.cwd());
  if (isConfigured(project)) return [];
  const affected = affectedBy(outcome);
  if (usesOxlint(project) || needsOxlint(project, affected)) return oxlintAdvice(project, affected, preset);
  if (!isTooOld(project)) return eslintAdvice(eslint, project, affected, preset);
  return [
    `The rules need ESLint 9 or newer, and this project has ${project.eslint}; oxlint runs them, too.`,
    ...oxlintAdvice(project, affected, preset),
  ];
}
