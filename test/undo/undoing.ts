// An agent whose changes can be put back: a served simulation behind it, and the command for its owner beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedSimulation, StartOptions } from '../../src/testing/index.ts';
import { startSimulation } from '../../src/testing/index.ts';
import { type Agent, type AgentOptions, connectAgent, type Reply } from '../agent.ts';
import { type Ended, runProgram } from '../commands/run-program.ts';
import { newStateFolder } from '../new-state-folder.ts';

const token = 'sandbox';

/** Everything that a test of undoing needs. */
export interface Undoing extends Agent {
  readonly simulation: ServedSimulation;
  readonly state: string;
  /** Calls a tool by whatever finder it takes, and fails where the call does. */
  make(name: string, given?: Record<string, unknown>): Promise<Reply['answer']>;
  /** Asks the simulation itself. */
  read(path: string): Promise<Record<string, unknown>>;
  /** Changes something behind the agent's back. */
  behind(method: string, path: string, body?: unknown): Promise<void>;
  /** `do-mcp undo …` of the owner of the same state folder; `typed` is answered to its question. */
  undo(words: readonly string[], typed?: string, argv?: readonly string[]): Promise<Ended>;
  /** Everything that is kept, as it lies on the disk. */
  files(): readonly { readonly name: string; readonly text: string }[];
}

/** Whichever way in a tool has: listed, or by the finder for what it does. */
const waysIn = ['', 'call_write_tool', 'call_destroy_tool'];

/** Starts both. */
export const startUndoing = async (
  { argv = [], ...options }: AgentOptions = {},
  served: StartOptions = {},
): Promise<Undoing> => {
  const simulation = await startSimulation({ limits: 'off', ...served });
  const state = newStateFolder();
  const reach = ['--api-url', simulation.url, '--state-dir', state, '--quota', 'off'];
  const environment = { DIGITALOCEAN_TOKEN: token };
  const agent = await connectAgent({
    ...options,
    argv: [...reach, '--confirm', 'never', ...argv],
    environment: { ...environment, ...options.environment },
  });
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${simulation.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const room = join(state, 'undo');
  return {
    ...agent,
    simulation,
    state,
    make: async (name, given = {}) => {
      let last: Reply | undefined;
      for (const way of waysIn) {
        last = await (way === ''
          ? agent.call(name, given)
          : agent.call(way, { name, arguments: given }));
        if (!last.isError) return last.answer;
        const { error } = last.answer as { readonly error?: { readonly code?: string } };
        if (error?.code !== 'not_listed' && error?.code !== 'wrong_finder') break;
      }
      throw new Error(last?.text);
    },
    read: async (path) => (await send('GET', path)).json() as Promise<Record<string, unknown>>,
    behind: async (method, path, body) => {
      const reply = await send(method, path, body);
      if (!reply.ok) throw new Error(await reply.text());
    },
    undo: (words, typed, more = []) =>
      runProgram(['undo', ...words, ...reach, '--log-level', 'silent', ...more], environment, {
        isThere: typed !== undefined,
        ask: async () => typed,
        askHidden: async () => typed,
      }),
    files: () =>
      readdirSync(room).map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') })),
    close: async () => {
      await agent.close();
      await simulation.close();
    },
  };
};
