import { StatusSet } from '../status/index.js';

/** How one HTTP client names things. Data only: the analysis reads it, no rule names a client. */
export interface Client {
  readonly name: string;
  /** Names of the global function that makes a request. */
  readonly globals: readonly string[];
  /** Module specifiers, each with the exports that make a request (`default` for the default export). */
  readonly modules: Readonly<Record<string, readonly string[]>>;
  /** The statuses a call resolves with; on any other it rejects. */
  readonly statuses: StatusSet;
  readonly members: ResponseMembers;
}

export interface ResponseMembers {
  /** The property that holds the status code. */
  readonly status: string;
  /** The property that says whether the status is 200–299. */
  readonly ok: string;
  /** The property that holds the body, as a stream or parsed. */
  readonly body: string;
  /** Methods that read the body. */
  readonly readers: ReadonlySet<string>;
  /** Methods that give the same response again. */
  readonly copies: ReadonlySet<string>;
  /** Members that hint at how the request went, but do not say it: reading one is no use of the response. */
  readonly hints: ReadonlySet<string>;
}
