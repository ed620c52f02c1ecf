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

/** How a development dependency is added. */
export function addDevelopment(...names: readonly string[]): string {
  const list = names.join(' ');
  switch (manager()) {
    case 'pnpm':
      return `pnpm add --save-dev ${list}`;
    case 'yarn':
      return `yarn add --dev ${list}`;
    case 'bun':
      return `bun add --dev ${list}`;
    default:
      return `npm install --save-dev ${list}`;
  }
}
