// The worker with the rules. It is asked one thing at a time: while it works, only the latest question waits.
import type { Answer, Question } from '../worker/protocol.js';

type Asked = Omit<Question, 'id'>;

interface Waiting {
  readonly question: Question;
  readonly answered: (answer: Answer | undefined) => void;
}

let worker: Worker | undefined;
let running: Waiting | undefined;
const waiting = new Map<object, Waiting>();
let count = 0;

function start(): Worker {
  const made = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<Answer>) => finish(data));
  // A text on which the analysis fails, or a worker that could not be loaded.
  made.addEventListener('error', () => {
    worker = undefined;
    finish(undefined);
  });
  return made;
}

function finish(answer: Answer | undefined): void {
  const done = running;
  running = undefined;
  next();
  done?.answered(answer);
}

function next(): void {
  if (running) return;
  const [first] = waiting;
  if (!first) return;
  waiting.delete(first[0]);
  running = first[1];
  worker ??= start();
  worker.postMessage(running.question);
}

/**
 * Lints for one editor. Undefined where the rules could not answer.
 * A question that is overtaken by a later one of the same editor is not answered.
 */
export function ask(editor: object, asked: Asked, answered: (answer: Answer | undefined) => void): void {
  waiting.set(editor, { question: { ...asked, id: ++count }, answered });
  next();
}
