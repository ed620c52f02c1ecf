// Lints beside the page, so that typing never waits for it.
import './shims/process.js';
import { lint } from './lint.js';
import type { Answer, Question } from './protocol.js';

/** What a worker says to its page, and hears from it. */
interface Scope {
  onmessage: (event: { readonly data: Question }) => void;
  postMessage(answer: Answer): void;
}

const scope = globalThis as unknown as Scope;
scope.onmessage = ({ data }) => scope.postMessage(lint(data));
