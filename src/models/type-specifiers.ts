import { isPlatformFile } from './platform.js';

/** A type by its name and by where it is declared, as the options of typescript-eslint's rules have it. */
export type TypeSpecifier =
  | string
  | { readonly from: 'file'; readonly name: Names; readonly path?: string }
  | { readonly from: 'lib'; readonly name: Names }
  | { readonly from: 'package'; readonly name: Names; readonly package: string };

type Names = string | readonly string[];

/** Whether a value is a specifier. */
export function isTypeSpecifier(value: unknown): value is TypeSpecifier {
  if (typeof value === 'string') return value !== '';
  const { from, name, path, package: of } = (value ?? {}) as Record<string, unknown>;
  const isNamed = isText(name) || (Array.isArray(name) && name.length > 0 && name.every(isText));
  if (!isNamed) return false;
  if (from === 'package') return isText(of);
  return from === 'lib' || (from === 'file' && (path === undefined || isText(path)));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const inPackage = /[\\/]node_modules[\\/]/;

/** Whether a specifier means the type of this name in the file at this path. */
export function specifies(specifier: TypeSpecifier, { name, path }: { name: string; path: string }): boolean {
  if (typeof specifier === 'string') return specifier === name;
  if (![specifier.name].flat().includes(name)) return false;
  const place = path.replaceAll('\\', '/');
  switch (specifier.from) {
    case 'lib':
      return isPlatformFile(path);
    case 'package':
      // The types of `express` may stand in `@types/express`.
      return [specifier.package, typesPackage(specifier.package)].some((one) =>
        place.includes(`/node_modules/${one}/`),
      );
    case 'file':
      return (
        !inPackage.test(path) &&
        (specifier.path === undefined || place.endsWith(`/${specifier.path.replace(/^\.\//, '')}`))
      );
  }
}

/** `@types/acme__http` of `@acme/http`. */
const typesPackage = (name: string): string => `@types/${name.replace(/^@(.+)\/(.+)$/, '$1__$2')}`;
