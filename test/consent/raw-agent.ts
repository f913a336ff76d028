// A client of the new generation that writes its messages by hand, so that it can say what no honest client would.
import { createMcpHandler } from '@modelcontextprotocol/server';
import { onTestFinished } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { createProgram } from '../../src/program.ts';
import { buildMcpServer } from '../../src/server/mcp-server.ts';
import { createSimulation } from '../../src/simulation/simulation.ts';
import { box } from '../agent.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';

/** A message as it came back. */
export type RawReply = Readonly<Record<string, unknown>>;

export interface RawAgent {
  readonly clock: ManualClock;
  /** The ids of staging-01 and web-01. */
  readonly droplet: number;
  readonly other: number;
  changes(): readonly string[];
  /** Calls a tool, with whatever stands beside its arguments. */
  call(name: string, given: object, beside?: object): Promise<RawReply>;
  /** The state that the server gives out with its form for this call. */
  stateFor(name: string, given: object): Promise<string>;
}

const prefix = 'io.modelcontextprotocol/';
const meta = {
  [`${prefix}protocolVersion`]: '2026-07-28',
  [`${prefix}clientInfo`]: { name: 'raw', version: '1' },
  [`${prefix}clientCapabilities`]: { elicitation: { form: {} } },
};

/** Sets one up; with the folder of another, it shares its keys and questions. */
export const rawAgent = async ({
  stateFolder = newStateFolder(),
  scopes,
}: {
  readonly stateFolder?: string;
  readonly scopes?: string;
} = {}): Promise<RawAgent> => {
  const clock = createManualClock();
  const simulation = createSimulation({ clock });
  const environment = {
    DO_MCP_STATE_DIR: stateFolder,
    ...(scopes !== undefined && { DIGITALOCEAN_TOKEN: `sandbox:${scopes}` }),
  };
  const argv = ['--sandbox', '--mode', 'tools', '--confirm', 'ask', '--log-level', 'silent'];
  const settings = readSettings(
    valuesOf(parseCommandLine(argv).given, environment),
    environment,
    box.names,
  );
  const requests: string[] = [];
  const program = createProgram(settings, box, {
    clock,
    environment,
    transport: createFetchTransport(async (request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return simulation.fetch(request);
    }),
  });
  const caller = program.localCaller();
  const handler = createMcpHandler(() =>
    buildMcpServer({ ...program.serverParts, listChanged: false }, caller),
  );
  onTestFinished(async () => {
    await handler.close();
    await program.close();
  });
  const call: RawAgent['call'] = async (name, given, beside = {}) => {
    const response = await handler.fetch(
      new Request('http://127.0.0.1/mcp', {
        method: 'POST',
        headers: {
          accept: 'application/json, text/event-stream',
          'content-type': 'application/json',
          'mcp-protocol-version': '2026-07-28',
          'mcp-method': 'tools/call',
          'mcp-name': name,
        },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name, arguments: given, _meta: meta, ...beside },
        }),
      }),
    );
    const text = await response.text();
    const json = text.startsWith('{') ? text : (/^data: (.*)$/m.exec(text)?.[1] ?? '{}');
    return JSON.parse(json) as RawReply;
  };
  const listed = (await (
    await simulation.fetch(
      new Request('https://api.digitalocean.com/v2/droplets', {
        headers: { authorization: 'Bearer sandbox' },
      }),
    )
  ).json()) as { droplets: readonly { id: number; name: string }[] };
  const idOf = (name: string): number => {
    const found = listed.droplets.find((droplet) => droplet.name === name);
    if (!found) throw new Error(`there is no Droplet ${name}`);
    return found.id;
  };
  return {
    clock,
    call,
    droplet: idOf('staging-01'),
    other: idOf('web-01'),
    changes: () => requests.filter((request) => !request.startsWith('GET ')),
    stateFor: async (name, given) => {
      const { result } = await call(name, given);
      const state = (result as RawReply)['requestState'];
      if (typeof state !== 'string') throw new Error(`no state in ${JSON.stringify(result)}`);
      return state;
    },
  };
};
