import type { Client, ClientObject } from '../models/index.js';
import type { File } from '../syntax/file.js';
import type { Node } from '../syntax/nodes.js';

/** An object whose methods make requests, and how it is set up. */
export interface Instance {
  readonly client: Client;
  readonly object: ClientObject;
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
