/** The kind of an argument, as far as a function's signature depends on it; '' for one without a response. */
export type Shape = 'response' | 'promise' | 'list' | 'status' | 'ok' | '';
