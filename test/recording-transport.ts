// A network that never leaves the test: tells a token's scopes, answers what it is told to, remembers every request.
import type { Transport, WireRequest } from '../src/client/wire/transport.ts';

/** A request as it would have gone out. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What the network answers. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A recording network. */
export interface RecordingTransport extends Transport {
  /** Requests to the API, token info left out. */
  readonly sent: Sent[];
  readonly asked: { scopes: number };
}

/** How the network behaves. */
export interface RecordingOptions {
  /** What token info answers: scopes, or a whole answer. */
  readonly tokenInfo?: readonly string[] | Answer;
  readonly reply?: (request: Sent) => Answer;
}

const isList = (value: readonly string[] | Answer): value is readonly string[] =>
  Array.isArray(value);

/** Makes a recording network. */
export const createRecordingTransport = (options: RecordingOptions = {}): RecordingTransport => {
  const { tokenInfo = ['api:write'], reply = () => ({}) } = options;
  const sent: Sent[] = [];
  const asked = { scopes: 0 };
  const answerFor = (request: WireRequest): Answer => {
    if (request.url.pathname === '/v1/oauth/token/info') {
      asked.scopes++;
      return isList(tokenInfo)
        ? { body: { scopes: tokenInfo, expires_in_seconds: null } }
        : tokenInfo;
    }
    const one = {
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: request.body === undefined ? undefined : JSON.parse(request.body),
    };
    sent.push(one);
    return reply(one);
  };
  return {
    sent,
    asked,
    exchange: async (request) => {
      const { status = 200, headers = {}, body } = answerFor(request);
      return {
        status,
        headers: { 'content-type': 'application/json', ...headers },
        body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      };
    },
    close: async () => {},
  };
};

/** A token that no one has. */
export const testToken = `dop_v1_${'f'.repeat(64)}`;
