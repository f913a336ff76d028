// Real MCP clients of both generations, connected to a server of the test.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';

const identity = { name: 'test', version: '1' };
type Headers = Readonly<Record<string, string>>;

/** A client of the new generation. */
export const connectNew = async (url: URL, headers: Headers = {}): Promise<Client> => {
  const client = new Client(identity, { versionNegotiation: { mode: { pin: '2026-07-28' } } });
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  onTestFinished(() => client.close());
  return client;
};

export interface OldConnection {
  readonly client: OldClient;
  readonly sessionId: string | undefined;
  /** Ends the session on the server, as polite clients do. */
  end(): Promise<void>;
}

/** A client of the old generation; with `answer` it can ask its user, who answers so. */
export const connectOld = async (
  url: URL,
  options: {
    readonly headers?: Headers;
    readonly answer?: 'accept' | 'decline';
    /** What the form is sent back with. */
    readonly content?: Readonly<Record<string, string | boolean>>;
    /** Resolves when the user has made up their mind. */
    readonly thinks?: () => Promise<void>;
  } = {},
): Promise<OldConnection> => {
  const { headers = {}, answer, content = { yes: true }, thinks } = options;
  const client = new OldClient(identity, { capabilities: answer ? { elicitation: {} } : {} });
  if (answer)
    client.setRequestHandler(ElicitRequestSchema, async () => {
      await thinks?.();
      return answer === 'accept' ? { action: 'accept', content } : { action: 'decline' };
    });
  const transport = new OldTransport(url, { requestInit: { headers } });
  // The old SDK's declarations do not know exactOptionalPropertyTypes.
  await client.connect(transport as Parameters<OldClient['connect']>[0]);
  onTestFinished(() => client.close());
  return { client, sessionId: transport.sessionId, end: () => transport.terminateSession() };
};
