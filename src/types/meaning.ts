/**
 * A status whose response never has a body: 101, 103, 204, 205 and 304. `json()` on such a response rejects.
 *
 * ```ts
 * const deleted: NullBodyStatus = 204;
 * new Response(null, { status: deleted });
 * ```
 *
 * @see [RFC 9110, Section 6.4.1](https://www.rfc-editor.org/rfc/rfc9110.html#section-6.4.1), and "null body status" in the
 * [Fetch standard](https://fetch.spec.whatwg.org/#null-body-status)
 */
export type NullBodyStatus = 101 | 103 | 204 | 205 | 304;

/**
 * A status that `fetch` follows to the address in `Location`: 301, 302, 303, 307 and 308. Code meets one with
 * `redirect: 'manual'`, or where a server forgets the header.
 *
 * ```ts
 * const seeOther: RedirectStatus = 303;
 * // @ts-expect-error 304 sends the client to its cache, not to another address
 * const notModified: RedirectStatus = 304;
 * ```
 *
 * @see [RFC 9110, Section 15.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4), and "redirect status" in the
 * [Fetch standard](https://fetch.spec.whatwg.org/#redirect-status)
 */
export type RedirectStatus = 301 | 302 | 303 | 307 | 308;

/**
 * A status after which the same request may succeed later: 408, 425, 429, 500, 502, 503 and 504. Honour `Retry-After`
 * where the response has it.
 *
 * ```ts
 * const retryable: readonly number[] = [408, 425, 429, 500, 502, 503, 504] satisfies RetryableStatus[];
 * // @ts-expect-error the same request gives the same 404
 * const missing: RetryableStatus = 404;
 * ```
 *
 * @see [RFC 9110, Section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3) (`Retry-After`),
 * [RFC 6585, Section 4](https://www.rfc-editor.org/rfc/rfc6585.html#section-4) (429),
 * [RFC 8470, Section 5.2](https://www.rfc-editor.org/rfc/rfc8470.html#section-5.2) (425)
 */
export type RetryableStatus = 408 | 425 | 429 | 500 | 502 | 503 | 504;
