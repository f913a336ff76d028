// A reply before it is written: the web's Response is kept for what the SDK answers, because making one costs more than most calls.

/** What goes back to the client. */
export class Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text goes out at once with its length, a stream as it comes. */
  readonly body: string | ReadableStream<Uint8Array>;

  constructor(
    status: number,
    headers: Readonly<Record<string, string>> = {},
    body: string | ReadableStream<Uint8Array> = '',
  ) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }
}

const jsonHeaders = { 'content-type': 'application/json' };

/** JSON text as a reply. */
export const jsonReply = (json: string, status = 200): Reply =>
  new Reply(status, jsonHeaders, json);

// Whether a connection stays open and what may be stored is not for the SDK to say.
const notForTheSdk: ReadonlySet<string> = new Set(['connection', 'cache-control']);

/** What the SDK answered, as a reply; a stream stays one. */
export const replyOf = async (response: Response): Promise<Reply> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) if (!notForTheSdk.has(name)) headers[name] = value;
  const { body, status } = response;
  if (!body) return new Reply(status, headers);
  const isStream = headers['content-type']?.startsWith('text/event-stream') ?? false;
  return new Reply(status, headers, isStream ? body : await response.text());
};
