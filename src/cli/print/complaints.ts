import { fatalMessage, type Outcome, type Result } from '../lint/outcome.js';
import { firstOf } from './words.js';

const most = 10;

function broken(result: Result): string[] {
  const fatal = fatalMessage(result);
  if (!fatal) return [];
  const reason = fatal.message.replace(/^Parsing error: /, '').split('\n')[0];
  return [`${result.filePath}:${fatal.line ?? 1}:${fatal.column ?? 1} does not parse: ${reason}`];
}

/** One sentence for each thing that kept a file from being looked at. */
export function complaints({ results, unreadable }: Outcome): string[] {
  const unread = unreadable.map(({ path, reason }) => `${path} could not be read: ${reason}`);
  return [...firstOf(unread, most, 'that could not be read'), ...firstOf(results.flatMap(broken), most, 'file')];
}
