import type { Client, ClientObject } from '../models/index.js';
import type { File } from '../syntax/file.js';
import type { Node } from '../syntax/nodes.js';

/** A kind of object of a client. */
export interface Row {
  readonly client: Client;
  readonly object: ClientObject;
  /** What else the same thing is: `undici` as a whole has `request`, `stream` and `fetch`. */
  readonly beside?: readonly Row[];
}

/** An object whose methods make requests, and how it is set up. */
export interface Instance extends Row {
  /** What it is made of: an import, a global, a call. Two names of one instance have the same. */
  readonly made: Node | string;
  /** What its requests are configured with, the last first. */
  readonly configs: readonly Config[];
  /** Its configuration may be any: it is given, or something changes it. */
  readonly isVague?: boolean;
}

/** A configuration, in the file where it is written. */
export interface Config {
  readonly file: File;
  readonly node: Node;
  /** The one option whose value it is; without it, it holds options. */
  readonly option?: string;
}

/** The instance that a method of another one makes: `axios.create(…)`. */
export const extend = (instance: Instance, made: Node, file: File, given: readonly Node[]): Instance => ({
  ...instance,
  made,
  configs: [...given.toReversed().map((node) => ({ file, node })), ...instance.configs],
});

/** The object as the one that has a method; undefined where it has no such method. */
export function withMethod(instance: Instance, name: string): Instance | undefined {
  const row = [instance, ...(instance.beside ?? [])].find(({ object }) => object.methods.has(name));
  return row && { ...instance, client: row.client, object: row.object };
}
