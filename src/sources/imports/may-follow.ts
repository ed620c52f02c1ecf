const imports = /\bimport\b|\brequire\s*\(/;
const waits = /\bawait\b|\.then\s*\(|\byield\b/;

/** Whether a file may call a function of another file that gives a response: it imports something, and waits for something. */
export const mayFollow = (text: string): boolean => waits.test(text) && imports.test(text);
