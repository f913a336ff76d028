// What the demonstration stands on: one simulated account, an agent for each token, a record in a folder that goes with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ToolBox } from '../../../tools/tool-box.ts';
import { createFetchTransport } from '../../client/wire/fetch-transport.ts';
import { parseCommandLine } from '../../configuration/command-line.ts';
import { valuesOf } from '../../configuration/environment.ts';
import { readSettings, type Settings } from '../../configuration/settings.ts';
import type { Clock } from '../../ports.ts';
import { createProgram } from '../../program.ts';
import { createSimulation } from '../../simulation/simulation.ts';
import { type Agent, type AskPerson, connectAgent } from './agent.ts';

/** The stage. */
export interface Stage {
  /** The agent that holds this token of the simulation; made when it is first wanted. */
  agent(token: string): Promise<Agent>;
  /** The settings under which the record is read. */
  readonly settings: Settings;
  /** Ends what runs and removes the folder. */
  close(): Promise<void>;
}

/** What a stage is made of. */
export interface StageParts {
  readonly box: ToolBox;
  readonly clock: Clock;
  /** How much faster than life the simulation works. */
  readonly speed: number | 'instant';
  readonly ask: AskPerson;
}

/** A call is held from this price a month on, so that the small Droplet goes through and is priced in its answer. */
const asksFrom = '20';

/** Opens the stage. Nothing of the real environment reaches it: no token, no setting, no state folder. */
export const openStage = ({ box, clock, speed, ask }: StageParts): Stage => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-demo-'));
  const simulation = createSimulation({ clock, speed, limits: 'off' });
  const transport = createFetchTransport((request) => simulation.fetch(request));
  const settingsFor = (token: string): Settings => {
    const environment = {
      DIGITALOCEAN_TOKEN: token,
      DO_MCP_STATE_DIR: folder,
      DO_MCP_AUDIT: join(folder, 'calls.jsonl'),
      DO_MCP_SANDBOX: '1',
      DO_MCP_CONFIRM: 'ask',
      DO_MCP_CONFIRM_ABOVE: asksFrom,
      DO_MCP_LOG_LEVEL: 'silent',
    };
    const { given } = parseCommandLine([]);
    return readSettings(valuesOf(given, environment), environment, box.names);
  };
  const agents = new Map<string, Promise<Agent>>();
  return {
    settings: settingsFor('sandbox'),
    agent: (token) => {
      const known = agents.get(token);
      if (known) return known;
      const program = createProgram(settingsFor(token), box, { transport, clock, environment: {} });
      const made = connectAgent(program, ask);
      agents.set(token, made);
      return made;
    },
    close: async () => {
      const opened = await Promise.allSettled(agents.values());
      await Promise.allSettled(
        opened.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
