// Refuses what cannot become an exchange: requests that HTTP does not allow, or that two readers could read in two ways.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorText } from '../doors/speech.ts';

/** What is wrong with a request before anybody looks at what it wants. */
export interface RawFault {
  readonly status: number;
  readonly message: string;
}

/** What cannot be read at all. */
export const unreadableRequest: RawFault = {
  status: 400,
  message: 'This is not an HTTP request that this server can read.',
};

/** The longest target, in characters; no path of ours is a tenth as long. */
const longestTarget = 2_048;

// Of these Node keeps the first and a proxy before it may have kept the last, so that one decided what the other did not see.
const single: ReadonlySet<string> = new Set([
  'host',
  'authorization',
  'content-type',
  'content-length',
  'origin',
  'mcp-session-id',
]);

const lengths: ReadonlySet<number> = new Set([...single].map(({ length }) => length));

const sentTwice = (rawHeaders: readonly string[]): string | undefined => {
  const seen: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const raw = rawHeaders[index] ?? '';
    // Every request comes by here, so most names are passed over without a look at their letters.
    if (!lengths.has(raw.length)) continue;
    const name = raw.toLowerCase();
    if (!single.has(name)) continue;
    if (seen.includes(name)) return name;
    seen.push(name);
  }
  return undefined;
};

/** What is wrong with a request that was parsed; undefined when it may go on. */
export const faultOf = (incoming: IncomingMessage): RawFault | undefined => {
  if ((incoming.url?.length ?? 0) > longestTarget)
    return { status: 414, message: `The address is longer than ${longestTarget} characters.` };
  const name = sentTwice(incoming.rawHeaders);
  return name === undefined
    ? undefined
    : { status: 400, message: `The header ${name} stands twice in this request.` };
};

const textOf = (message: string): string => errorText({ message, code: -32_000, id: null });

/** Writes a refusal past all doors, and ends the connection. */
export const refuseRaw = (
  outgoing: ServerResponse,
  { status, message }: RawFault,
  headers: Readonly<Record<string, string>>,
): void => {
  const own = { 'content-type': 'application/json', connection: 'close' };
  outgoing.writeHead(status, { ...headers, ...own });
  outgoing.end(textOf(message));
};

/** The reply to a request that HTTP itself does not allow, written past all of the above. */
export const rawRefusal = (status: 400 | 408 | 431): string => {
  const reason = {
    400: 'Bad Request',
    408: 'Request Timeout',
    431: 'Request Header Fields Too Large',
  }[status];
  const body = textOf(`${reason}: this is not an HTTP request that this server can read.`);
  return `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`;
};
