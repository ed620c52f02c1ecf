import { StatusSet } from './set.js';

/** The groups (RFC 9110, section 15: "status classes"), by the first digit. */
export const informational = StatusSet.range(100, 199);
export const success = StatusSet.range(200, 299);
export const redirection = StatusSet.range(300, 399);
export const clientError = StatusSet.range(400, 499);
export const serverError = StatusSet.range(500, 599);

/** 4xx and 5xx: what a server answers when it did not do what was asked. */
export const errors = clientError.union(serverError);

/** Statuses whose response never has a body (Fetch standard, section 2.2.3: "null body status"). */
export const nullBody = StatusSet.of(101, 103, 204, 205, 304);

/** What an opaque response has (Fetch standard, section 2.2.6, "opaque filtered response"). */
export const opaque = StatusSet.of(0);

/** Statuses that `fetch` follows (Fetch standard, section 2.2.3: "redirect status"). */
export const redirects = StatusSet.of(301, 302, 303, 307, 308);

/** Statuses after which the same request may be sent again. */
export const retryable = StatusSet.of(408, 425, 429, 500, 502, 503, 504);

/** How many statuses a program may name one by one; more of them are a range, and whoever wrote it thought of none of them. */
export const mostNamed = 12;
