import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const configs = new Map<string, string | undefined>();

/** The folder of the nearest configuration, in a folder or above it. */
export function configFor(folder: string): string | undefined {
  if (!configs.has(folder)) {
    const isHere = ['tsconfig.json', 'jsconfig.json'].some((name) => existsSync(join(folder, name)));
    const above = dirname(folder);
    configs.set(folder, isHere ? folder : above === folder ? undefined : configFor(above));
  }
  return configs.get(folder);
}
