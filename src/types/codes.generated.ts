// Written by scripts/types-generate.js from src/status. Do not edit: run `node scripts/types-generate.js`.

/**
 * Every registered status code with its reason phrase. Hover over a code to see the phrase and the document that defines
 * it.
 *
 * The codes are those of the [HTTP Status Code Registry](https://www.iana.org/assignments/http-status-codes) as of
 * 2025-09-15. 306 and 418 are marked as unused there and left out; 104 is a temporary registration.
 *
 * An interface, so that you can add the codes of your own servers; `StatusCode`, `ClientErrorStatusCode` and
 * `ReasonPhrase` then know them too:
 *
 * ```ts
 * declare module 'eslint-plugin-http-status/types' {
 *   interface StatusCodes {
 *     readonly 440: 'Login Time-out';
 *   }
 * }
 * type NotFound = StatusCodes[404]; //=> 'Not Found'
 * type Expired = ReasonPhrase<440>; //=> 'Login Time-out'
 * ```
 *
 * @see [RFC 9110, Section 15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)
 */
export interface StatusCodes {
  /** **100 Continue** — [RFC 9110, Section 15.2.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2.1) */
  readonly 100: 'Continue';
  /** **101 Switching Protocols** — [RFC 9110, Section 15.2.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.2.2) */
  readonly 101: 'Switching Protocols';
  /** **102 Processing** — [RFC 2518](https://www.rfc-editor.org/rfc/rfc2518.html) */
  readonly 102: 'Processing';
  /** **103 Early Hints** — [RFC 8297](https://www.rfc-editor.org/rfc/rfc8297.html) */
  readonly 103: 'Early Hints';
  /** **104 Upload Resumption Supported** — [draft-ietf-httpbis-resumable-upload-05](https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-resumable-upload-05) (a temporary registration that ended on 2026-11-13 unless it was renewed) */
  readonly 104: 'Upload Resumption Supported';
  /** **200 OK** — [RFC 9110, Section 15.3.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.1) */
  readonly 200: 'OK';
  /** **201 Created** — [RFC 9110, Section 15.3.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.2) */
  readonly 201: 'Created';
  /** **202 Accepted** — [RFC 9110, Section 15.3.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.3) */
  readonly 202: 'Accepted';
  /** **203 Non-Authoritative Information** — [RFC 9110, Section 15.3.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.4) */
  readonly 203: 'Non-Authoritative Information';
  /** **204 No Content** — [RFC 9110, Section 15.3.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.5) */
  readonly 204: 'No Content';
  /** **205 Reset Content** — [RFC 9110, Section 15.3.6](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.6) */
  readonly 205: 'Reset Content';
  /** **206 Partial Content** — [RFC 9110, Section 15.3.7](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.7) */
  readonly 206: 'Partial Content';
  /** **207 Multi-Status** — [RFC 4918](https://www.rfc-editor.org/rfc/rfc4918.html) */
  readonly 207: 'Multi-Status';
  /** **208 Already Reported** — [RFC 5842](https://www.rfc-editor.org/rfc/rfc5842.html) */
  readonly 208: 'Already Reported';
  /** **226 IM Used** — [RFC 3229](https://www.rfc-editor.org/rfc/rfc3229.html) */
  readonly 226: 'IM Used';
  /** **300 Multiple Choices** — [RFC 9110, Section 15.4.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.1) */
  readonly 300: 'Multiple Choices';
  /** **301 Moved Permanently** — [RFC 9110, Section 15.4.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.2) */
  readonly 301: 'Moved Permanently';
  /** **302 Found** — [RFC 9110, Section 15.4.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.3) */
  readonly 302: 'Found';
  /** **303 See Other** — [RFC 9110, Section 15.4.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.4) */
  readonly 303: 'See Other';
  /** **304 Not Modified** — [RFC 9110, Section 15.4.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.5) */
  readonly 304: 'Not Modified';
  /** **305 Use Proxy** — [RFC 9110, Section 15.4.6](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.6) */
  readonly 305: 'Use Proxy';
  /** **307 Temporary Redirect** — [RFC 9110, Section 15.4.8](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.8) */
  readonly 307: 'Temporary Redirect';
  /** **308 Permanent Redirect** — [RFC 9110, Section 15.4.9](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.9) */
  readonly 308: 'Permanent Redirect';
  /** **400 Bad Request** — [RFC 9110, Section 15.5.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1) */
  readonly 400: 'Bad Request';
  /** **401 Unauthorized** — [RFC 9110, Section 15.5.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2) */
  readonly 401: 'Unauthorized';
  /** **402 Payment Required** — [RFC 9110, Section 15.5.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.3) */
  readonly 402: 'Payment Required';
  /** **403 Forbidden** — [RFC 9110, Section 15.5.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.4) */
  readonly 403: 'Forbidden';
  /** **404 Not Found** — [RFC 9110, Section 15.5.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.5) */
  readonly 404: 'Not Found';
  /** **405 Method Not Allowed** — [RFC 9110, Section 15.5.6](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.6) */
  readonly 405: 'Method Not Allowed';
  /** **406 Not Acceptable** — [RFC 9110, Section 15.5.7](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.7) */
  readonly 406: 'Not Acceptable';
  /** **407 Proxy Authentication Required** — [RFC 9110, Section 15.5.8](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.8) */
  readonly 407: 'Proxy Authentication Required';
  /** **408 Request Timeout** — [RFC 9110, Section 15.5.9](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.9) */
  readonly 408: 'Request Timeout';
  /** **409 Conflict** — [RFC 9110, Section 15.5.10](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.10) */
  readonly 409: 'Conflict';
  /** **410 Gone** — [RFC 9110, Section 15.5.11](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.11) */
  readonly 410: 'Gone';
  /** **411 Length Required** — [RFC 9110, Section 15.5.12](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.12) */
  readonly 411: 'Length Required';
  /** **412 Precondition Failed** — [RFC 9110, Section 15.5.13](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.13) */
  readonly 412: 'Precondition Failed';
  /** **413 Content Too Large** — [RFC 9110, Section 15.5.14](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.14) */
  readonly 413: 'Content Too Large';
  /** **414 URI Too Long** — [RFC 9110, Section 15.5.15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.15) */
  readonly 414: 'URI Too Long';
  /** **415 Unsupported Media Type** — [RFC 9110, Section 15.5.16](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.16) */
  readonly 415: 'Unsupported Media Type';
  /** **416 Range Not Satisfiable** — [RFC 9110, Section 15.5.17](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.17) */
  readonly 416: 'Range Not Satisfiable';
  /** **417 Expectation Failed** — [RFC 9110, Section 15.5.18](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.18) */
  readonly 417: 'Expectation Failed';
  /** **421 Misdirected Request** — [RFC 9110, Section 15.5.20](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.20) */
  readonly 421: 'Misdirected Request';
  /** **422 Unprocessable Content** — [RFC 9110, Section 15.5.21](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.21) */
  readonly 422: 'Unprocessable Content';
  /** **423 Locked** — [RFC 4918](https://www.rfc-editor.org/rfc/rfc4918.html) */
  readonly 423: 'Locked';
  /** **424 Failed Dependency** — [RFC 4918](https://www.rfc-editor.org/rfc/rfc4918.html) */
  readonly 424: 'Failed Dependency';
  /** **425 Too Early** — [RFC 8470](https://www.rfc-editor.org/rfc/rfc8470.html) */
  readonly 425: 'Too Early';
  /** **426 Upgrade Required** — [RFC 9110, Section 15.5.22](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.22) */
  readonly 426: 'Upgrade Required';
  /** **428 Precondition Required** — [RFC 6585](https://www.rfc-editor.org/rfc/rfc6585.html) */
  readonly 428: 'Precondition Required';
  /** **429 Too Many Requests** — [RFC 6585](https://www.rfc-editor.org/rfc/rfc6585.html) */
  readonly 429: 'Too Many Requests';
  /** **431 Request Header Fields Too Large** — [RFC 6585](https://www.rfc-editor.org/rfc/rfc6585.html) */
  readonly 431: 'Request Header Fields Too Large';
  /** **451 Unavailable For Legal Reasons** — [RFC 7725](https://www.rfc-editor.org/rfc/rfc7725.html) */
  readonly 451: 'Unavailable For Legal Reasons';
  /** **500 Internal Server Error** — [RFC 9110, Section 15.6.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.1) */
  readonly 500: 'Internal Server Error';
  /** **501 Not Implemented** — [RFC 9110, Section 15.6.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.2) */
  readonly 501: 'Not Implemented';
  /** **502 Bad Gateway** — [RFC 9110, Section 15.6.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.3) */
  readonly 502: 'Bad Gateway';
  /** **503 Service Unavailable** — [RFC 9110, Section 15.6.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.4) */
  readonly 503: 'Service Unavailable';
  /** **504 Gateway Timeout** — [RFC 9110, Section 15.6.5](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.5) */
  readonly 504: 'Gateway Timeout';
  /** **505 HTTP Version Not Supported** — [RFC 9110, Section 15.6.6](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.6) */
  readonly 505: 'HTTP Version Not Supported';
  /** **506 Variant Also Negotiates** — [RFC 2295](https://www.rfc-editor.org/rfc/rfc2295.html) */
  readonly 506: 'Variant Also Negotiates';
  /** **507 Insufficient Storage** — [RFC 4918](https://www.rfc-editor.org/rfc/rfc4918.html) */
  readonly 507: 'Insufficient Storage';
  /** **508 Loop Detected** — [RFC 5842](https://www.rfc-editor.org/rfc/rfc5842.html) */
  readonly 508: 'Loop Detected';
  /** **510 Not Extended** — [RFC 2774](https://www.rfc-editor.org/rfc/rfc2774.html) (marked as obsolete) */
  readonly 510: 'Not Extended';
  /** **511 Network Authentication Required** — [RFC 6585](https://www.rfc-editor.org/rfc/rfc6585.html) */
  readonly 511: 'Network Authentication Required';
}
