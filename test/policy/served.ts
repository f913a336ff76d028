// Agents with policies, served over HTTP on the simulation, as their owner would serve them.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OptionValues } from '../../src/configuration/options/options.ts';
import { messageText } from '../http/event-text.ts';
import { callLegacy, post } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createManualClock } from '../manual-clock.ts';

/** What an agent's entry says beside its name, key and token. */
export type Entry = Readonly<Record<string, unknown>>;

/** The key of an agent. */
export const keyOf = (name: string): string => `domcp_${name.padEnd(40, '0')}`;

/** What an agent sends to be let in. */
export const headersOf = (name: string) => ({ authorization: `Bearer ${keyOf(name)}` });

/** A file of agents. */
export const fileOf = (agents: Readonly<Record<string, Entry>>): string =>
  JSON.stringify({
    version: 1,
    agents: Object.entries(agents).map(([name, entry]) => ({
      name,
      key: `sha256:${createHash('sha256').update(keyOf(name)).digest('hex')}`,
      token: { env: 'TEAM' },
      access: 'write',
      ...entry,
    })),
  });

/** What a tool answered. */
export interface Told extends Readonly<Record<string, unknown>> {
  readonly error?: { readonly code: string; readonly message: string };
}

/** Serves agents with these entries; each of them calls by its name. */
export const servePolicy = async (
  agents: Readonly<Record<string, Entry>>,
  options: OptionValues & { readonly extension?: string; readonly text?: string } = {},
) => {
  const { extension = 'json', text = fileOf(agents), ...values } = options;
  const path = join(temporaryFolder(), `policy.${extension}`);
  writeFileSync(path, text);
  const clock = createManualClock();
  const served = await serveSimulated(
    { auth: 'agents', policy: path, ...values },
    { TEAM: 'sandbox' },
    clock,
  );
  const { port } = served;
  return {
    ...served,
    clock,
    /** The file says something else from now on. */
    change: async (now: string): Promise<void> => {
      writeFileSync(path, now);
      await clock.advance(1_000);
    },
    call: async (
      name: string,
      tool: string,
      given: Record<string, unknown> = {},
    ): Promise<Told> => {
      const headers = headersOf(name);
      const reply = await callLegacy({ port, tool, arguments: given, headers });
      return JSON.parse(JSON.parse(messageText(reply.text)).result.content[0].text);
    },
    toolsOf: async (name: string): Promise<readonly string[]> => {
      const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' };
      const reply = await post(port, list, headersOf(name));
      return JSON.parse(messageText(reply.text)).result.tools.map(
        (tool: { name: string }) => tool.name,
      );
    },
  };
};

/** The code of an answer's error; `ok` where it is none. */
export const codeOf = (answer: Told): string => answer.error?.code ?? 'ok';
