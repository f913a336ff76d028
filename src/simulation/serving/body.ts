// Reads the body of a request within bounds: of one body, and of all that are held at the same time.
import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Largest request body in bytes; DigitalOcean's largest documented ones are far below. */
export const largestBody = 8 * 1024 * 1024;

/** Bytes of bodies held at the same time. */
const largestSum = 8 * largestBody;

/** A body is larger than any may be. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Too many bytes are being held for others. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** Makes the reader of one server's bodies. */
export const createBodyReader = () => {
  let held = 0;

  const collect = async (request: IncomingMessage, hold: (bytes: number) => void) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > largestBody) throw new TooLarge();
      hold(bytes.length);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  };

  /** @throws TooLarge, TooBusy, or whatever broke the body off. */
  return async (request: IncomingMessage): Promise<string> => {
    if (request.method === 'GET' || request.method === 'HEAD') return '';
    let mine = 0;
    try {
      const whole = await collect(request, (bytes) => {
        if (held + bytes > largestSum) throw new TooBusy();
        held += bytes;
        mine += bytes;
      });
      const isPacked = request.headers['content-encoding'] === 'gzip';
      const text = isPacked ? gunzipSync(whole, { maxOutputLength: largestBody }) : whole;
      return text.toString('utf8');
    } finally {
      held -= mine;
    }
  };
};
