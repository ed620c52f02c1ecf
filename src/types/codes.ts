import type { StatusCodes } from './codes.generated.js';
import type { Status1xx, Status2xx, Status3xx, Status4xx, Status5xx } from './groups.generated.js';

// Everything here follows from the keys of `StatusCodes`, so that a code that a program adds to it is known everywhere.

/**
 * A registered informational code: the server has received the request and goes on.
 *
 * ```ts
 * const hints: InformationalStatusCode = 103;
 * ```
 *
 * @see [RFC 9110, Section 15.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2)
 */
export type InformationalStatusCode = keyof StatusCodes & Status1xx;

/**
 * A registered success code: the request was received, understood and accepted.
 *
 * ```ts
 * const created: SuccessfulStatusCode = 201;
 * ```
 *
 * @see [RFC 9110, Section 15.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3)
 */
export type SuccessfulStatusCode = keyof StatusCodes & Status2xx;

/**
 * A registered redirection code: the client has to do something more.
 *
 * ```ts
 * const moved: RedirectionStatusCode = 308;
 * ```
 *
 * @see [RFC 9110, Section 15.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4)
 */
export type RedirectionStatusCode = keyof StatusCodes & Status3xx;

/**
 * A registered client error: the request is wrong, and sending it again as it is will not help.
 *
 * ```ts
 * const gone: ClientErrorStatusCode = 410;
 * // @ts-expect-error 418 is marked as unused in the registry
 * const teapot: ClientErrorStatusCode = 418;
 * ```
 *
 * @see [RFC 9110, Section 15.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5)
 */
export type ClientErrorStatusCode = keyof StatusCodes & Status4xx;

/**
 * A registered server error: the request may be right, but the server failed.
 *
 * ```ts
 * const unavailable: ServerErrorStatusCode = 503;
 * ```
 *
 * @see [RFC 9110, Section 15.6](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6)
 */
export type ServerErrorStatusCode = keyof StatusCodes & Status5xx;

/**
 * A registered status code, `100` to `511`.
 *
 * Servers also send codes that nobody registered (440, 520, 529, 999): take `number` for what comes from the network, and
 * `StatusCode` for what your own code chooses.
 *
 * ```ts
 * const missing: StatusCode = 404;
 *
 * function refuse(status: StatusCode): Response {
 *   return new Response(null, { status });
 * }
 * refuse(404);
 * // @ts-expect-error not registered
 * refuse(444);
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
// `& number` gives the union a name of its own: errors and hovers then say `StatusCode`, not `keyof StatusCodes`.
export type StatusCode = keyof StatusCodes & number;

/**
 * The reason phrase of a registered code, such as `'Not Found'`. `StatusCodes[404]` is the same, and hovering over that
 * 404 also shows the document that defines it.
 *
 * Phrases are for people to read: HTTP/2 and HTTP/3 do not send them, so nothing should depend on `statusText`.
 *
 * ```ts
 * type NotFound = ReasonPhrase<404>; //=> 'Not Found'
 * type TryLater = ReasonPhrase<502 | 503>; //=> 'Bad Gateway' | 'Service Unavailable'
 * ```
 *
 * @see [RFC 9110, Section 15.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.1)
 */
export type ReasonPhrase<S extends StatusCode = StatusCode> = StatusCodes[S];
