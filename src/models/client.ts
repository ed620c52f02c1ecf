import { StatusSet } from '../status/index.js';

/**
 * How one HTTP client is recognised, and how it names things. Data only: no rule and no part of the analysis names a client.
 * A field that is optional says how it is for a client that does without: so a row holds what is special to its client.
 */
export interface Client {
  readonly name: string;
  /** Names of the global function that makes a request. */
  readonly globals: readonly string[];
  /** Module specifiers, each with the exports that make a request (`default` for the default export). */
  readonly modules: ModuleExports;
  /**
   * Who gets the response: the function that the call is given last, as `https.get(url, (res) => …)` does, or one that says
   * where the body is to go, as `undici.stream(url, options, ({ statusCode }) => file)` does, or the listeners of the object
   * that is called, as `XMLHttpRequest` does. Without it, the call's promise fulfils with it.
   */
  readonly givesTo?: 'callback' | 'factory' | 'listeners';
  /**
   * The event of what a call gives that brings the response, where the call is given no function:
   * `http.get(url).on('response', (res) => …)`. Without it, none does.
   */
  readonly event?: string;
  /** Whether a call gives an observable of RxJS, and no promise: `http.get(url).subscribe(…)`. */
  readonly isObserved?: boolean;
  /** Whether the methods of what a call gives make up the request, and give it again: `superagent.get(url).set(…)`. */
  readonly isBuilt?: boolean;
  /** Objects whose methods make a request: `axios.get(url)`. Without it, only functions do. */
  readonly objects?: readonly ClientObject[];
  /** The statuses a call resolves with where no option changes that; on any other it rejects. */
  readonly statuses: StatusSet;
  /** The options that change with which statuses a call resolves. Without it, none does. */
  readonly statusOptions?: readonly StatusOption[];
  /**
   * The paths to options with functions that are run before a response is given, and may refuse it: `hooks.afterResponse` of
   * `ky`. Without it, there are none.
   */
  readonly filters?: readonly (readonly string[])[];
  /** What a rejection carries. Without it, an error says nothing of a status. */
  readonly rejection?: Rejection | undefined;
  readonly request: RequestWords;
  readonly members: ResponseMembers;
}

/** Module specifiers, each with names that it exports; `*` is the module as a whole: `import * as https from 'node:https'`. */
export type ModuleExports = Readonly<Record<string, readonly string[]>>;

/** An object whose methods make requests, and the ways on which a program comes by one. */
export interface ClientObject {
  /** Its methods that make a request: `get`, `post`, `request`. */
  readonly methods: ReadonlySet<string>;
  /** Whether a call of the object itself makes one: `ky(url)`. */
  readonly isCalled?: boolean;
  /** Whether its methods stand at the end of any path: `client.posts[':id'].$get()` of `hono/client`. */
  readonly isNested?: boolean;
  /** Whether a call of the object itself gives the parsed body alone: `ofetch(url)`. */
  readonly givesBody?: boolean;
  /** The option, and its value, with which a method gives the response; without it, it gives the parsed body alone. */
  readonly whole?: { readonly option: string; readonly value: string };
  /** The place of the options among the arguments of a method, where that is not the second. */
  readonly optionsAt?: Readonly<Record<string, number>>;
  /** Names of globals that hold one: `$http`. */
  readonly globals?: readonly string[];
  /** Exports that are one: the default export of `axios`. */
  readonly modules?: ModuleExports;
  /** Exported classes of which each instance is one: `new Client(origin)` of `undici`. */
  readonly classes?: ModuleExports;
  /** Global classes of which each instance is one: `XMLHttpRequest`. */
  readonly constructors?: readonly string[];
  /** Exported functions that make one: `createClient<paths>()` of `openapi-fetch`. */
  readonly makers?: ModuleExports;
  /** Its methods that make another one: `axios.create(…)`, `got.extend(…)`. */
  readonly extending?: ReadonlySet<string>;
  /** The path of the method by which functions are set between the answer and the caller: `interceptors.response.use`. */
  readonly interceptors?: readonly string[];
  /** The method that is given objects with functions, and the property of those that is given the response. */
  readonly middleware?: { readonly method: string; readonly property: string };
  /** Exported types by which one is injected: `constructor(private http: HttpClient)` of `@angular/common/http`. */
  readonly types?: ModuleExports;
  /** Whether one that is given is taken to be set up as usual: by little else than an address. */
  readonly isUsual?: boolean;
  /** Exported functions that give one for its type: `inject(HttpClient)` of `@angular/core`. */
  readonly injectors?: ModuleExports;
  /** Functions that give one to their callback, and at which place: `test('…', ({ request }) => …)` of Playwright. */
  readonly callbacks?: readonly CallbackArgument[];
  /** Exported types of objects that hold one, and where: `axiosRef` of `HttpService`. */
  readonly holders?: readonly { readonly types: ModuleExports; readonly property: string }[];
}

/** An argument that a function gives to the function it is given. */
export interface CallbackArgument {
  /** The exports that call back. */
  readonly modules: ModuleExports;
  /** The place of the parameter. */
  readonly parameter: number;
  /** The path from the parameter to the object: `['page', 'request']`; empty where the parameter itself is one. */
  readonly property: readonly string[];
}

/** An option of the call, or of the instance's configuration, that changes with which statuses a call resolves. */
export interface StatusOption {
  readonly name: string;
  /**
   * For each value that is written down as text, the statuses then: `{ false: all }` of `throwHttpErrors`. A function is asked
   * for each status whether to resolve, as `validateStatus` is.
   */
  readonly values: Readonly<Record<string, StatusSet>>;
}

/** What the error of a rejection carries. */
export interface Rejection {
  /** The path to the status: `['response', 'status']` for `error.response.status`. */
  readonly status: readonly string[];
  /** Whether a part of the path is missing where no answer came at all. */
  readonly mayBeMissing: boolean;
  /** The path to the response itself. Without it, the error carries none. */
  readonly response?: readonly string[];
  /** Members of the error itself that hold the status, too: `error.status`. Without it, none does. */
  readonly shortcuts?: readonly string[];
  /** Whether versions in use do without these members, so that one may be undefined although an answer came. */
  readonly areRecent?: boolean;
  /** What says that an error is this client's, and not whether an answer came: `axios.isAxiosError`, `AxiosError`. */
  readonly kinds?: readonly string[];
  /** Exported types that say the same of what is given: `(error: HttpErrorResponse) => …`. */
  readonly types?: ModuleExports;
  /** Whether a success whose body cannot be parsed is rejected, too, with its status. Without it, none is. */
  readonly unparsed?: boolean;
}

/** How the options of a request are named. */
export interface RequestWords {
  /** The option that holds the request's method. */
  readonly method: string;
  /** The method of a request that names none, in upper case. */
  readonly defaultMethod: string;
  /** Methods in upper case of requests that are made for the connection or for the headers alone. */
  readonly probes: ReadonlySet<string>;
  /** The option, and its value in upper case, with which no response shows its status. Without it, there is none. */
  readonly opaque?: { readonly option: string; readonly value: string };
}

/** Why a member says nothing of the status: responses of this client have none, or HTTP/2 and later leave it empty. */
export type Mistake = 'absent' | 'empty';

/** Members that other clients' responses have, and this one's has not. */
export const absent = (...names: readonly string[]): ReadonlyMap<string, Mistake> =>
  new Map(names.map((name) => [name, 'absent']));

export interface ResponseMembers {
  /** The property that holds the status code. */
  readonly status: string;
  /** The property that says whether the status is 200–299. Without it, there is none. */
  readonly ok?: string;
  /** The statuses for which `ok` is true. Without it, those are 200–299. */
  readonly okStatuses?: StatusSet;
  /** The property that holds the body, as a stream or parsed. */
  readonly body: string;
  /** Other properties that hold it: `responseText` beside `response`. */
  readonly alsoBody?: ReadonlySet<string>;
  /** Whether the body is parsed where the call resolves: `response.data` of axios. Without it, it has yet to be read. */
  readonly isParsed?: boolean;
  /** Of `status` and `ok`, those that are methods: `response.status()` of Playwright. Without it, they are properties. */
  readonly called?: ReadonlySet<string>;
  /** The property of what a call gives that holds the response: `const { data, response } = …`. Without it, it is the response. */
  readonly within?: string;
  /** Methods that read the body. */
  readonly readers: ReadonlySet<string>;
  /** Whether the request's promise has these methods, too: `ky(url).json()`. */
  readonly arePromised?: boolean;
  /** Whether the body has these methods, and the response has none: `body.json()` of `undici.request`. */
  readonly areOnBody?: boolean;
  /** Methods that call a function on an event, and the events that bring the body: `res.on('data', …)`. */
  readonly events?: { readonly methods: ReadonlySet<string>; readonly body: ReadonlySet<string> };
  /** How an object that is called tells of the response that it has then. */
  readonly listeners?: ListenerWords;
  /** The property that is there where the request failed, though not always: `error` of `openapi-fetch`. */
  readonly failure?: string;
  /** Of these, those that throw where there is no body. Without it, none does. */
  readonly parsers?: ReadonlySet<string>;
  /** Methods that give the same response again. */
  readonly copies: ReadonlySet<string>;
  /** Methods of the body that throw it away. */
  readonly discards: ReadonlySet<string>;
  /** Of a body that can be read once. Without it, reading it again is no matter. */
  readonly stream?: StreamWords;
  /** The member with the reason phrase, which may be empty: `statusText`. Without it, there is none. */
  readonly phrase?: string;
  /** Members that hint at how the request went, but do not say it: reading one is no use of the response. */
  readonly hints: ReadonlySet<string>;
  /** Members that programs take for the status, and why they are not. Without it, there are none. */
  readonly mistaken?: ReadonlyMap<string, Mistake>;
  /** Members besides `ok` that little else has: what one of them is read from is a response. */
  readonly telling: ReadonlySet<string>;
  /** Members that are compared with a text, and for each text the only statuses with which it is there. */
  readonly says: ReadonlyMap<string, ReadonlyMap<string, StatusSet>>;
}

/** What is done with a stream. */
export interface StreamWords {
  /** Methods that lock it or read it to its end, so that no other reader gets it. */
  readonly locks: ReadonlySet<string>;
  /** Of these, those that give another stream, or several, in which its body goes on. Without it, none does. */
  readonly makes?: ReadonlySet<string>;
  /** Methods of what locks it that give it free again. */
  readonly releases: ReadonlySet<string>;
  /** Members that say whether it was read or is locked: what looks at one knows of it. */
  readonly flags: ReadonlySet<string>;
}

/** The events of an object that makes a request; each has a property, too: `onload` for `load`. */
export interface ListenerWords {
  /** Methods that add a listener. */
  readonly methods: ReadonlySet<string>;
  /** Events that come with every response and with nothing else. */
  readonly done: ReadonlySet<string>;
  /** Events that come with a response, and without one. */
  readonly maybe: ReadonlySet<string>;
  /** The method that is given the request's method and address, and the place of what says whether the call waits. */
  readonly opened: { readonly by: string; readonly waits: number };
}
