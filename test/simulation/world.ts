// A simulation on a clock that only the test moves, and short ways to call it.
import { createSimulation, type SimulationOptions } from '../../src/simulation/simulation.ts';

/** A reply with its body already parsed. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** As it was parsed, to be looked into at will: that its shape is right is tested elsewhere. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Sends one call to a path or a whole address. The token defaults to one that holds everything. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  token?: string | null,
  headers?: Readonly<Record<string, string>>,
) => Promise<Reply>;

/** The moment at which every test world begins. */
export const beginning = Date.UTC(2026, 10, 24, 12);

/** Makes a simulation with a clock in the test's hands. */
export const createWorld = (options: Partial<SimulationOptions> = {}) => {
  let now = beginning;
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const simulation = createSimulation({ clock, ...options });
  const send: Send = async (method, path, body, token = 'sandbox', headers = {}) => {
    const response = await simulation.fetch(
      new Request(new URL(path, 'https://api.digitalocean.com'), {
        method,
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  };
  return {
    simulation,
    send,
    /** Lets so many seconds pass. */
    pass: (seconds: number): void => {
      now += seconds * 1000;
    },
    now: () => now,
  };
};
