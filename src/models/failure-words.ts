/** Words with which programs and servers speak of a failure: what the names of fields, functions and texts tell. */

/** Fields that only the body of an error has: `errors`, `error_description`, `isFailed`. */
export const isErrorField = (name: string): boolean =>
  /(^|_|[a-z])(errors?|err|fail(ed|ure)?|faults?|exception|problems?)$/i.test(name) ||
  /^(err(or)?|fail(ure)?|fault|exception)(_|[A-Z]|$)/.test(name) ||
  /^_?error_/i.test(name);

/** Fields that the body of an error may have as well as that of a success: `message`, `code`. */
export const isEitherField = (name: string): boolean =>
  isExplanation(name) ||
  /^(description|title|type|code|cod|status|statusCode|status_code|state|result|info|hint|warnings?)$/i.test(name);

const isExplanation = (name: string): boolean => /^(message|msg|details?|reason)$/i.test(name);

/** Of both, fields in which a server says what went wrong, `error`, `message`, and not only that it did: `isFailed`. */
export const saysWhatFailed = (name: string): boolean =>
  isExplanation(name) || (isErrorField(name) && !/^(is|has)[A-Z_]|fail/i.test(name));

/** What says that something failed, and not what: `false`, `'error'`, `'failed'`. */
export function isFailureConstant(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(errors?|err|fail(ed|ure)?|nok|ko|false|no)$/i.test(value));
}

/** Names of functions, objects and fields that tell somebody of a failure: `setError`, `toast.error`, `showAlert`. */
export const tellsFailure = (name: string): boolean =>
  /(^|[a-z_])(errors?|err|failed|failure|alert|reject|danger)(_|[A-Z]|s?$)/.test(name) ||
  /(^|[a-z])(Errors?|Failed|Failure|Fail|Alert|Reject|Danger|Invalid)([A-Z]|s?$|$)/.test(name) ||
  /(^|_)(ERRORS?|FAILED|FAILURE|FAIL)(_|$)/.test(name);

/** Texts in which a program says in its own words that something failed: `'Could not load'`, `'errors.load'`. */
export const isFailureText = (text: string): boolean =>
  /\b(errors?|fail(ed|ure|s)?|could ?n[o']t|can ?n[o']t|can't|cannot|unable|wrong|invalid|not found|no \w+ found|try again|problems?|sorry|oops|denied|unavailable|missing|unknown|unauthori[sz]ed|expired|destructive|danger|incorrect|rejected|declined|too (many|large|long)|not \w+)\b/i.test(
    text,
  ) || /(^|[._:/-])(error|fail)|(error|failed|failure)$|^(ERR|FAIL)/i.test(text);

/** Functions that give a text to somebody who reads it: `reply`, `showNotification`, `toast`. */
export const showsText = (name: string): boolean =>
  /(alert|toast|notif|message|msg|reply|snack|notice|banner|prompt|status|feedback|warn|show|display|respond|answer)/i.test(
    name,
  ) ||
  /^(send|json|end|write|emit|postMessage|sendResponse|dispatch|set|setState|update|callback|cb|next|done|fail|reject|text|html|innerText|textContent|innerHTML)$/.test(
    name,
  );

/** Functions that make a failure of what they are given, where failures are values: `Result.error`, `err`, `Either.left`. */
export const isFailureName = (name: string): boolean => /^(err|error|fail|failed|failure|left)$/i.test(name);

/** Properties that say whether something went well: `ok`, `isSuccess`. */
export const isSuccessFlag = (name: string): boolean => /^(is)?_?(ok|success|successful|succeeded)$/i.test(name);

/** Properties that say whether something went wrong: `isError`, `failed`. */
export const isFailureFlag = (name: string): boolean => /^(is|has)?_?(error|failed|failure)$/i.test(name);
