import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

type Tint = (text: string) => string;

/** Colours by what they say. */
export interface Paint {
  readonly dim: Tint;
  readonly strong: Tint;
  readonly bad: Tint;
  readonly odd: Tint;
  readonly good: Tint;
}

const plain: Tint = (text) => text;

const tint =
  (format: Parameters<typeof styleText>[0]): Tint =>
  (text) =>
    text === '' ? '' : styleText(format, text, { validateStream: false });

/** Colours where a terminal has them, and nobody set NO_COLOR. */
export function paintFor(stream: Partial<Pick<WriteStream, 'isTTY' | 'hasColors'>>): Paint {
  if (!stream.isTTY || !stream.hasColors?.()) return { dim: plain, strong: plain, bad: plain, odd: plain, good: plain };
  return { dim: tint('gray'), strong: tint('bold'), bad: tint('red'), odd: tint('yellow'), good: tint('green') };
}
