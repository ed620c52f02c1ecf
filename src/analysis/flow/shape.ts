/** What an argument is to the function that gets it, as far as its signature depends on it. */
export type Shape = 'response' | 'promise' | 'list' | 'status' | 'ok' | '';
