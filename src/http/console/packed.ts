// Replies in gzip for browsers that take it: the page's code and long lists shrink to a fifth.
import { gzipSync } from 'node:zlib';
import type { RequestHeaders } from '../exchange.ts';
import { Reply } from '../reply.ts';

/** Below this, in characters, packing costs more than it saves. */
const small = 1_400;

const takesGzip = (request: RequestHeaders): boolean =>
  /(^|,)\s*gzip\s*(;\s*q=(1|0?\.\d*[1-9]\d*))?\s*(,|$)/i.test(
    request.header('accept-encoding') ?? '',
  );

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes);
      controller.close();
    },
  });

/** A text that may be sent many times, packed at most once. */
export interface Packable {
  readonly text: string;
  readonly packed: () => Uint8Array;
}

/** A text that is packed when it is first wanted so. */
export const packable = (text: string): Packable => {
  let packed: Uint8Array | undefined;
  return {
    text,
    packed: () => {
      packed ??= gzipSync(text);
      return packed;
    },
  };
};

/** The text as a reply, packed where the client takes it and it is worth it. */
export const packedReply = (
  request: RequestHeaders,
  { text, packed }: Packable,
  headers: Readonly<Record<string, string>>,
): Reply => {
  const varying = { ...headers, vary: 'Accept-Encoding' };
  return text.length > small && takesGzip(request)
    ? new Reply(200, { ...varying, 'content-encoding': 'gzip' }, streamOf(packed()))
    : new Reply(200, varying, text);
};
