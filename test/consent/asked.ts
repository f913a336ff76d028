// An agent whose client may ask its person, on a simulated account where destroying waits for one.
import { onTestFinished } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import type { QuestionBook } from '../../src/consent/question-book.ts';
import { createSimulation } from '../../src/simulation/simulation.ts';
import { connectAgent, type FormDone, type Generation, type Reply } from '../agent.ts';
import { itemsOf } from '../journeys/person.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';

/** A client as it behaves. */
export interface Behaviour {
  readonly generation?: Generation;
  readonly over?: 'http' | 'stdio';
  /** What its person does with a form; absent: the client cannot ask. */
  readonly show?: (message: string, fields: readonly string[]) => FormDone | Promise<FormDone>;
  readonly argv?: readonly string[];
  readonly stateFolder?: string;
  readonly scopes?: string;
}

/** What a test sees of it. */
export interface AskedAgent {
  readonly clock: ManualClock;
  /** Every form that was shown. */
  readonly forms: readonly string[];
  /** Every request that reached DigitalOcean, as `METHOD /path`. */
  readonly requests: readonly string[];
  /** Of these, what changes something. */
  changes(): readonly string[];
  readonly book: () => Promise<QuestionBook>;
  call(tool: string, given?: Record<string, unknown>): Promise<Reply>;
  /** What somebody else does to the account meanwhile. */
  elsewhere(method: string, path: string, body?: object): Promise<unknown>;
}

/** Connects it. */
export const askedAgent = async (behaviour: Behaviour = {}): Promise<AskedAgent> => {
  const { generation, over, show, argv = [], stateFolder, scopes } = behaviour;
  const clock = createManualClock();
  const simulation = createSimulation({ clock });
  const requests: string[] = [];
  const forms: string[] = [];
  const agent = await connectAgent({
    ...(generation && { generation }),
    ...(over && { over }),
    ...(show && {
      show: async ({ message, fields }) => {
        forms.push(message);
        return show(message, fields);
      },
    }),
    argv: [
      '--sandbox',
      ...(argv.includes('--confirm') ? [] : ['--confirm', 'ask']),
      ...(argv.includes('--mode') ? [] : ['--mode', 'tools']),
      ...argv,
    ],
    environment: {
      DO_MCP_STATE_DIR: stateFolder ?? newStateFolder(),
      ...(scopes !== undefined && { DIGITALOCEAN_TOKEN: `sandbox:${scopes}` }),
    },
    clock,
    transport: createFetchTransport(async (request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return simulation.fetch(request);
    }),
  });
  onTestFinished(() => agent.close());
  return {
    clock,
    forms,
    requests,
    changes: () => requests.filter((request) => !request.startsWith('GET ')),
    book: async () => (await agent.program.serverParts.road.desk()).book,
    call: (tool, given) => agent.call(tool, given),
    elsewhere: async (method, path, body) => {
      const response = await simulation.fetch(
        new Request(`https://api.digitalocean.com/v2/${path}`, {
          method,
          headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
      if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
      return response.status === 204 ? undefined : response.json();
    },
  };
};

/** The code of an error, or `done`. */
export const outcomeOf = (reply: Reply): string =>
  reply.isError ? String((reply.answer['error'] as { code: unknown }).code) : 'done';

/** The question that an answer names. */
export const questionIn = (reply: Reply): string => {
  const { approval } = reply.answer['error'] as { approval?: unknown };
  if (typeof approval !== 'string') throw new Error(`no question in ${reply.text}`);
  return approval;
};

/** The items of a list as objects. */
export const rowsOf = (reply: Reply): readonly Record<string, unknown>[] => [
  ...itemsOf(reply.answer),
];

/** The id of the Droplet with this name. */
export const idOf = async (agent: AskedAgent, name: string): Promise<number> => {
  const found = rowsOf(await agent.call('droplets_list')).find((row) => row['name'] === name);
  if (typeof found?.['id'] !== 'number') throw new Error(`there is no Droplet ${name}`);
  return found['id'];
};
