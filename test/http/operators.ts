// An HTTP server of the simulation that asks people, with an operator, and the requests that answer.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Environment } from '../../src/configuration/environment.ts';
import type { OptionValues } from '../../src/configuration/options/options.ts';
import { addOperator } from '../../src/http/operators/change-operators.ts';
import type { Role } from '../../src/http/operators/operator-file.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { messageText } from './event-text.ts';
import { callModern, type RawReply, send } from './open-server.ts';
import { type SimulatedServer, serveSimulated } from './serve-simulated.ts';

/** A server with what a test needs to answer at it. */
export interface AskingServer extends Omit<SimulatedServer, 'key'> {
  readonly clock: ManualClock;
  readonly stateDir: string;
  /** The key of the operator sam. */
  readonly key: string;
  /** The key that opens /mcp with --auth key. */
  readonly serverKey: string | undefined;
  /** What a tool answers, as its JSON. */
  call(tool: string, given?: Record<string, unknown>, bearer?: string): Promise<Said>;
  /** Destroys a Droplet. */
  destroy(name?: string, bearer?: string): Promise<Said>;
  /** Approves as an operator does who typed what has to be typed. */
  approve(id: string, more?: Record<string, unknown>): Promise<RawReply>;
  /** Sends to the doors of approvals; with the operator's key unless told otherwise. */
  answer(path: string, sent?: Sent): Promise<RawReply>;
}

/** What a tool said. */
export interface Said {
  readonly error?: { readonly code: string; readonly message: string; readonly next: string };
  readonly approval?: string;
  readonly items?: unknown;
  readonly [field: string]: unknown;
}

/** How a door is asked. */
export interface Sent {
  readonly method?: string;
  readonly bearer?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The key of a new operator. */
export const newOperator = (stateDir: string, name = 'sam', role: Role = 'approve'): string =>
  addOperator(join(stateDir, 'operators.json'), { name, role }, randomBytes).key;

/** Sends one request to a door of approvals. */
export const sendAnswer = (port: number, path: string, key: string, sent: Sent = {}) => {
  const { method = 'POST', bearer = key, body, headers = {} } = sent;
  return send({
    port,
    path,
    method,
    headers: {
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
};

/** Serves the simulation, asking. */
export const serveAsking = async (
  values: OptionValues = {},
  environment: Environment = {},
  clock: ManualClock = createManualClock(),
): Promise<AskingServer> => {
  const stateDir = newStateFolder();
  const key = newOperator(stateDir);
  const server = await serveSimulated(
    { confirm: 'ask', stateDir, mode: 'tools', ...values },
    environment,
    clock,
  );
  const call: AskingServer['call'] = async (tool, given = {}, bearer) => {
    const { text } = await callModern({
      port: server.port,
      tool,
      arguments: given,
      ...(bearer !== undefined && { headers: { authorization: `Bearer ${bearer}` } }),
    });
    return JSON.parse(JSON.parse(messageText(text)).result.content[0].text) as Said;
  };
  return {
    ...server,
    clock,
    stateDir,
    key,
    serverKey: server.key?.key,
    call,
    destroy: async (name = 'staging-01', bearer) => {
      const { items } = await call('droplets_list', { fields: ['id', 'name'] }, bearer);
      return call('droplets_destroy', { droplet_id: idIn(items, name) }, bearer);
    },
    approve: (id, more) =>
      sendAnswer(server.port, `/approvals/${id}/approve`, key, {
        body: { typed: 'staging-01', ...more },
      }),
    answer: (path, sent) => sendAnswer(server.port, path, key, sent),
  };
};

const idIn = (items: unknown, name: string): number => {
  const [, id] = new RegExp(`(\\d+),"name":"${name}"`).exec(JSON.stringify(items)) ?? [];
  if (id === undefined) throw new Error(`there is no Droplet ${name} in ${JSON.stringify(items)}`);
  return Number(id);
};

/** The id of the question that a call waits for. */
export const questionOf = (said: Said): string => {
  const { code, approval } = (said.error ?? {}) as { code?: string; approval?: string };
  if (code !== 'approval_pending' || approval === undefined)
    throw new Error(`no question in ${JSON.stringify(said)}`);
  return approval;
};
