/**
 * A status inside a body, as a number or as text: some APIs answer `{"cod": 401}` and `{"cod": "404"}` alike.
 *
 * ```ts
 * const status: StatusLike<404> = '404';
 *
 * interface WeatherError {
 *   cod: StatusLike<401 | 404>;
 *   message: string;
 * }
 * const a: WeatherError = { cod: '404', message: 'city not found' };
 * const b: WeatherError = { cod: 401, message: 'invalid key' };
 * ```
 *
 * @see [RFC 9457, Section 3.1.2](https://www.rfc-editor.org/rfc/rfc9457.html#section-3.1.2) (the `status` of a problem
 * description)
 */
export type StatusLike<S extends number = number> = S | `${S}`;

/**
 * The status, as a number, that such a field names: what `Number(body.cod)` gives. Text that names no number is `never`,
 * and a type that is too wide to tell is `number`.
 *
 * ```ts
 * type A = ToStatus<'404' | 401>; //=> 404 | 401
 * type B = ToStatus<'not found'>; //=> never
 * type C = ToStatus<string>; //=> number
 *
 * function statusOf<T extends StatusLike>(cod: T) {
 *   return Number(cod) as ToStatus<T>;
 * }
 * const status: 404 = statusOf('404');
 * ```
 *
 * @see [RFC 9457, Section 3.1.2](https://www.rfc-editor.org/rfc/rfc9457.html#section-3.1.2)
 */
export type ToStatus<T> = T extends number
  ? T
  : T extends `${infer S extends number}`
    ? S
    : string extends T
      ? number
      : never;
