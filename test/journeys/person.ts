// A person at work: asks an agent for things, hears how they go, and looks at the simulated account afterwards.
import { expect, onTestFinished } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import type { ObserveCall } from '../../src/road/recorder.ts';
import { createSimulation, type Simulation } from '../../src/simulation/simulation.ts';
import { valueAt } from '../../tools/places.ts';
import { connectAgent, type Generation } from '../agent.ts';
import { createJumpingClock, type JumpingClock } from '../client/jumping-clock.ts';
import type { ManualClock } from '../manual-clock.ts';

/** What a tool answered, or one resource in it. */
export type Answer = Readonly<Record<string, unknown>>;

/** What a tool said instead of doing it. */
export interface Refused {
  readonly status: number | null;
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly missing_scopes?: readonly string[];
}

/** What a person is told while a call goes on, and how they can break it off. */
export interface Meanwhile {
  readonly signal?: AbortSignal;
  readonly hear?: (message: string) => void;
}

/** How a person is set up. */
export interface Circumstances {
  readonly generation?: Generation;
  /** The transport between client and server. Default: HTTP. */
  readonly over?: 'http' | 'stdio';
  /** Scopes of the token, separated by commas; absent: a token that holds everything. */
  readonly scopes?: string;
  /** Options of the command line besides --sandbox. */
  readonly argv?: readonly string[];
  /** The account to begin with; absent: the built-in one. */
  readonly seedData?: unknown;
  /** Absent: a clock that jumps, so that waiting takes no time. */
  readonly clock?: ManualClock;
  /** Hears of every call that has ended inside the server. */
  readonly observe?: ObserveCall;
}

/** A person with an agent at their service. */
export interface Person {
  readonly faults: Simulation['faults'];
  /** Every request that reached DigitalOcean so far, as `METHOD /path`. */
  readonly requests: readonly string[];
  /** Names of the tools that the agent has, without the finders. */
  tools(): Promise<readonly string[]>;
  /** Values that the agent may choose from for one argument of a tool; undefined when it has no such argument. */
  choices(tool: string, argument: string): Promise<readonly unknown[] | undefined>;
  /** Has a tool called; fails the test when it does not succeed. */
  ask(tool: string, given?: Answer, meanwhile?: Meanwhile): Promise<Answer>;
  /** Has a tool called that is expected to say no. */
  refused(tool: string, given?: Answer): Promise<Refused>;
  /** The items of a list. */
  every(tool: string, given?: Answer): Promise<readonly Answer[]>;
  /** The item of a list that has this name. */
  named(tool: string, name: string, given?: Answer): Promise<Answer>;
  /** Waits, 45 seconds at a time as an agent has to, until the value at a path is this one. */
  until(
    tool: string,
    given: Answer,
    path: string,
    value: unknown,
    meanwhile?: Meanwhile,
  ): Promise<Answer>;
  /** Lets so many seconds go by; takes no time. */
  pass(seconds: number): Promise<void>;
}

const isObject = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects at a path of an answer. */
export const objectsAt = (answer: Answer, path: string): readonly Answer[] => {
  const found = valueAt(answer, path);
  return Array.isArray(found) ? found.filter(isObject) : [];
};

/** The items of a list as objects, as whoever reads a table takes them. */
export const itemsOf = (answer: Answer): readonly Answer[] => {
  const { columns, items } = answer;
  if (!Array.isArray(columns) || !Array.isArray(items)) return objectsAt(answer, 'items');
  return items.map((row) =>
    Object.fromEntries(columns.map((name, index) => [String(name), row[index]])),
  );
};

/** The text at a path of an answer; fails the test when there is none. */
export const textAt = (answer: Answer, path: string): string => {
  const found = valueAt(answer, path);
  if (typeof found === 'string' && found !== '') return found;
  return expect.fail(`no text at ${path} in ${JSON.stringify(answer)}`);
};

/** The number at a path of an answer; fails the test when there is none. */
export const numberAt = (answer: Answer, path: string): number => {
  const found = valueAt(answer, path);
  if (typeof found === 'number') return found;
  return expect.fail(`no number at ${path} in ${JSON.stringify(answer)}`);
};

/** Brings a person, an agent and an account together for one test. */
export const meetPerson = async (circumstances: Circumstances = {}): Promise<Person> => {
  const { generation, over, scopes, argv = [], seedData, observe } = circumstances;
  let underWay = 0;
  const clock: ManualClock | JumpingClock =
    circumstances.clock ?? createJumpingClock(() => underWay);
  const simulation = createSimulation({ clock, ...(seedData !== undefined && { seedData }) });
  const requests: string[] = [];
  const transport = createFetchTransport(async (request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    underWay += 1;
    try {
      return await simulation.fetch(request);
    } finally {
      underWay -= 1;
    }
  });
  const agent = await connectAgent({
    ...(generation && { generation }),
    ...(over && { over }),
    argv: ['--sandbox', ...argv],
    environment: scopes === undefined ? {} : { DIGITALOCEAN_TOKEN: `sandbox:${scopes}` },
    transport,
    clock,
    ...(observe && { events: { call: observe } }),
  });
  onTestFinished(() => agent.close());

  const send = (tool: string, given: Answer, { signal, hear }: Meanwhile) =>
    agent.call(tool, given, {
      ...(signal && { signal }),
      ...(hear && { onprogress: ({ message }) => hear(message ?? '') }),
    });

  /** What is not listed is called through the finder that the refusal names, as a model would. */
  const call = async (tool: string, given: Answer, meanwhile: Meanwhile) => {
    let reply = await send(tool, given, meanwhile);
    for (let tries = 0; reply.isError && tries < 2; tries += 1) {
      const { code, next } = reply.answer['error'] as Refused;
      const finder = /\bcall_(?:read|write|destroy)_tool\b/.exec(next)?.[0];
      if ((code !== 'not_listed' && code !== 'wrong_finder') || !finder) break;
      reply = await send(finder, { name: tool, arguments: given }, meanwhile);
    }
    return reply;
  };

  const ask: Person['ask'] = async (tool, given = {}, meanwhile = {}) => {
    const { isError, text, answer } = await call(tool, given, meanwhile);
    return isError ? expect.fail(`${tool} ${JSON.stringify(given)} failed: ${text}`) : answer;
  };
  const every: Person['every'] = async (tool, given) => itemsOf(await ask(tool, given));

  return {
    faults: simulation.faults,
    requests,
    tools: async () =>
      (await agent.list())
        .map(({ name }) => name)
        .filter((name) => name !== 'find_tools' && !/^call_\w+_tool$/.test(name)),
    choices: async (tool, argument) => {
      const listed = (await agent.list()).find(({ name }) => name === tool);
      const found = valueAt(listed?.inputSchema, `properties.${argument}.enum`);
      return Array.isArray(found) ? found : undefined;
    },
    ask,
    refused: async (tool, given = {}) => {
      const { isError, text, answer } = await call(tool, given, {});
      if (!isError) expect.fail(`${tool} was expected to say no, but answered ${text}`);
      return answer['error'] as Refused;
    },
    every,
    named: async (tool, name, given) => {
      const items = await every(tool, given);
      const found = items.find((item) => item['name'] === name);
      return found ?? expect.fail(`${tool} shows no ${name}: ${JSON.stringify(items)}`);
    },
    until: async (tool, given, path, value, meanwhile) => {
      let last: Answer = {};
      for (let waits = 0; waits < 12; waits++) {
        last = await ask(tool, { ...given, wait_seconds: 45 }, meanwhile);
        if (valueAt(last, path) === value) return last;
      }
      return expect.fail(`${path} never became ${String(value)}: ${JSON.stringify(last)}`);
    },
    pass: (seconds) => clock.sleep(seconds * 1000),
  };
};
