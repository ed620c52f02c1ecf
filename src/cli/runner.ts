const own = 'eslint-plugin-http-status';

/** The package manager that started us says its name in this variable. */
export const manager = (): string => /^\w+/.exec(process.env.npm_config_user_agent ?? '')?.[0] ?? 'npm';

/** The command that runs this package with another one beside it, and installs neither in the project. */
export function runWith(name: string, rest = ''): string {
  switch (manager()) {
    case 'pnpm':
      return `pnpm --package=${own} --package=${name} dlx ${own}${rest}`;
    case 'yarn':
      return `yarn dlx -p ${own} -p ${name} ${own}${rest}`;
    default:
      return `npx -p ${own} -p ${name} ${own}${rest}`;
  }
}

/** Who installs a project's packages. */
export interface Installed {
  /** By what lies in the project; undefined where nothing tells. */
  readonly manager: string | undefined;
  /** pnpm adds nothing to the root of a workspace that is not told so. */
  readonly isPnpmRoot: boolean;
}

/** How development dependencies are added to a project: `npx` in a project of pnpm's is no reason to run npm there. */
export function addDevelopment({ manager: own, isPnpmRoot }: Installed, names: readonly string[]): string {
  const list = names.join(' ');
  switch (own ?? manager()) {
    case 'pnpm':
      return `pnpm add --save-dev ${isPnpmRoot ? '--workspace-root ' : ''}${list}`;
    case 'yarn':
      return `yarn add --dev ${list}`;
    case 'bun':
      return `bun add --dev ${list}`;
    default:
      return `npm install --save-dev ${list}`;
  }
}
