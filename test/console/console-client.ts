// What a browser's page sends to the console, by hand.
import { type RawReply, send } from '../http/open-server.ts';

/** Both halves of a session. */
export interface Session {
  readonly cookie: string;
  readonly proof: string;
}

/** How a door is asked. */
export interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly session?: Partial<Session>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks a door of the console as its own page does. */
export const askConsole = (port: number, path: string, asked: Asked = {}): Promise<RawReply> => {
  const { body, session = {}, headers = {} } = asked;
  const { cookie, proof = 'none' } = session;
  return send({
    port,
    path: `/console/api/${path}`,
    method: asked.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(proof !== '' && { 'x-do-mcp-console': proof }),
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
};

/** The `name=value` of the cookie that a reply sets. */
export const cookieOf = (reply: RawReply): string => {
  const [cookie = ''] = [reply.headers['set-cookie'] ?? ''].flat();
  return cookie.split(';')[0] ?? '';
};

/** Signs in with an operator's key. */
export const signedIn = async (port: number, key: string): Promise<Session> => {
  const reply = await askConsole(port, 'session', { body: { key } });
  if (reply.status !== 200) throw new Error(`not signed in: ${reply.text}`);
  return { cookie: cookieOf(reply), proof: JSON.parse(reply.text).proof };
};
