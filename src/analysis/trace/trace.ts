// What can be seen of the responses of a file, as data alone: it is printed, drawn and sent to other threads.

/** A place in the text; both numbers begin with 1, as in a message of ESLint's. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is known of a response just before the first statement that starts on a line. Sets of statuses are in text form. */
export interface Sight {
  readonly line: number;
  /** The variables that hold it here; none of a promise, or of a response that has no name. */
  readonly names: readonly string[];
  /** The statuses that it can have here, on some way. */
  readonly statuses: string;
  /** Those of them that it can have on every way here; ways are told apart by what was done to the response. */
  readonly always: string;
  /** Those of them at which nothing looked on some way. */
  readonly unchecked: string;
}

/** One step on the way of a response to a place where a rule may report it. */
export interface PathStep extends Place {
  /** The request gives it; a condition asks for its status; its body is read; the response, or its status, is handed on. */
  readonly kind: 'given' | 'asked' | 'read' | 'handed';
  /** The code of the step, on one line. */
  readonly code: string;
  /** The statuses that go on from here, in text form. */
  readonly statuses: string;
  /** Of a condition: how it comes out for these statuses. Undefined where some hold and some do not. */
  readonly holds?: boolean;
}

/** How a response comes to what is reported. */
export interface Path extends Place {
  readonly steps: readonly PathStep[];
}

export interface TracedResponse extends Place {
  /** The lines of the function around it, as far as it is seen; of the whole text for a request that is in none. */
  readonly first: number;
  readonly last: number;
  /** The variable that holds it; undefined for one without a name: `(await fetch(url)).json()`. */
  readonly name: string | undefined;
  /** By line, in the order of the text. */
  readonly sights: readonly Sight[];
  /** By the places where a report can stand: the request, a condition, a read. */
  readonly paths: readonly Path[];
}

/** The responses of a file: first those of its requests, in the order of the text, then those of its parameters. */
export interface Trace {
  readonly responses: readonly TracedResponse[];
}
