// A link that carries the code: compressed, in the part of an address that no server is sent.
import type { Language } from '../worker/protocol.js';

/** What is shared. */
export interface Shared {
  readonly code: string;
  readonly language: Language;
  readonly preset: string;
  /** Rules that are on or off other than the preset has them. */
  readonly switched: Readonly<Record<string, boolean>>;
}

/** What went wrong with a link: a sentence. */
export class LinkError extends Error {}

/** Longer addresses are cut by mail programs, chats and issue trackers. */
const longestLink = 8000;
/** A few letters of a link can stand for more text than a browser holds. */
const longestCode = 200_000;

const prefix = '#v1.';
const languages: readonly unknown[] = ['js', 'ts', 'tsx'];

const through = (bytes: BlobPart, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(stream);

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: BlobPart[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > longestCode) {
      await reader.cancel();
      throw new LinkError('The code in this link is longer than the playground takes: 200,000 letters.');
    }
    chunks.push(read.value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** RFC 4648, section 5: letters that an address may have. */
const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/**
 * The part of an address that carries the code.
 * @throws {LinkError} where it would be too long
 */
export async function writeLink(shared: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  const link = `${prefix}${toText(await collect(through(bytes, new CompressionStream('deflate-raw'))))}`;
  if (link.length <= longestLink) return link;
  const most = longestLink.toLocaleString('en');
  throw new LinkError(
    `The link would have ${link.length.toLocaleString('en')} letters, and many programs cut one with more than ${most}. Keep only the function that shows it.`,
  );
}

function isShared(value: unknown): value is Shared {
  if (typeof value !== 'object' || value === null) return false;
  const { code, language, preset, switched } = value as Record<keyof Shared, unknown>;
  const isText = typeof code === 'string' && typeof preset === 'string' && languages.includes(language);
  return isText && typeof switched === 'object' && switched !== null;
}

/**
 * What a link carries; undefined for an address that carries nothing.
 * @throws {LinkError} where it cannot be read
 */
export async function readLink(hash: string): Promise<Shared | undefined> {
  if (!/^#v\d/.test(hash)) return undefined;
  try {
    if (!hash.startsWith(prefix)) throw new RangeError('A link of another version.');
    const bytes = toBytes(hash.slice(prefix.length));
    const text = new TextDecoder().decode(await collect(through(bytes, new DecompressionStream('deflate-raw'))));
    const value: unknown = JSON.parse(text);
    if (isShared(value)) return value;
  } catch (error) {
    if (error instanceof LinkError) throw error;
  }
  throw new LinkError(
    'This link is spoilt: a part of it is missing or was changed. Ask for it again, and copy all of it.',
  );
}
