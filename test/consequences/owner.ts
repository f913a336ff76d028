// An owner whose account is simulated: what a call would harm, as the program itself finds it out.
import { expect, onTestFinished } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { blastRadiusOf } from '../../src/consequences/blast/blast-radius-of.ts';
import { inWords } from '../../src/consequences/blast/in-words.ts';
import type { BlastRadius, HangingThing } from '../../src/consequences/blast-radius.ts';
import type { Lookout } from '../../src/consequences/look.ts';
import { judge } from '../../src/guard/judge.ts';
import { createProgram } from '../../src/program.ts';
import { lookingFor } from '../../src/road/look.ts';
import { createSimulation, type Simulation } from '../../src/simulation/simulation.ts';
import { isObject, type JsonObject } from '../../tools/json-object.ts';
import { valueAt } from '../../tools/places.ts';
import { buildRequest } from '../../tools/request/build-request.ts';
import { box, toolNamed } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';

/** What was found out about one call, and what it cost. */
export interface FoundOut extends BlastRadius {
  /** As a person reads it. */
  readonly words: string;
  /** Requests that it took, as `/path`. */
  readonly requests: readonly string[];
  /** What hangs on it of one kind with one fate; undefined where there is none. */
  of(kind: string, fate?: HangingThing['fate']): HangingThing | undefined;
}

/** An owner with an account. */
export interface Owner {
  readonly faults: Simulation['faults'];
  /** Sends a request of the owner's own, with every right. */
  make(method: string, path: string, body?: unknown): Promise<JsonObject>;
  /** The item of a list that has this name. */
  named(path: string, key: string, name: string): Promise<JsonObject>;
  /** What a call would harm. */
  harm(tool: string, given: JsonObject, expired?: AbortSignal): Promise<FoundOut>;
  /** One look of the program's own. */
  look: Lookout['look'];
  /** Requests that were sent so far, as `/path`. */
  requests(): readonly string[];
  /** The queries that were sent to a path so far. */
  queries(path: string): readonly string[];
  /** Goes on once this is so. */
  until(isSo: () => boolean): Promise<void>;
  /** Lets so many seconds go by. */
  pass(seconds: number): Promise<void>;
}

/** Makes an owner; `scopes`, separated by commas, are those of the token that the program holds. */
export const meetOwner = async (
  circumstances: {
    readonly scopes?: string;
    readonly argv?: readonly string[];
    readonly seedData?: unknown;
  } = {},
): Promise<Owner> => {
  const { scopes, argv = [], seedData } = circumstances;
  let underWay = 0;
  const clock = createJumpingClock(() => underWay);
  const simulation = createSimulation({
    clock,
    limits: 'off',
    ...(seedData !== undefined && { seedData }),
  });
  const requests: string[] = [];
  const queries: (readonly [string, string])[] = [];
  const transport = createFetchTransport(async (request) => {
    const { pathname, search } = new URL(request.url);
    requests.push(`${request.method} ${pathname}`);
    queries.push([pathname, search]);
    underWay += 1;
    try {
      return await simulation.fetch(request);
    } finally {
      underWay -= 1;
    }
  });
  const environment = scopes === undefined ? {} : { DIGITALOCEAN_TOKEN: `sandbox:${scopes}` };
  const settings = readSettings(
    valuesOf(parseCommandLine(['--sandbox', '--log-level', 'silent', ...argv]).given, environment),
    environment,
    box.names,
  );
  const program = createProgram(settings, box, { transport, clock, environment });
  onTestFinished(() => program.close());
  const caller = program.localCaller();

  const lookingUntil = (expired: AbortSignal): Lookout =>
    lookingFor(
      {
        road: program.serverParts.road,
        caller,
        context: { signal: new AbortController().signal },
      },
      expired,
    );

  const make: Owner['make'] = async (method, path, body) => {
    const reply = await simulation.fetch(
      new Request(`https://api.digitalocean.com${path}`, {
        method,
        headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await reply.text();
    if (!reply.ok) expect.fail(`${method} ${path} was refused: ${reply.status} ${text}`);
    const json: unknown = text === '' ? {} : JSON.parse(text);
    return isObject(json) ? json : expect.fail(`${method} ${path} answered ${text}`);
  };

  return {
    faults: simulation.faults,
    make,
    named: async (path, key, name) => {
      const found = valueAt(await make('GET', path), key);
      const item = [found].flat().find((one) => isObject(one) && one['name'] === name);
      return isObject(item) ? item : expect.fail(`${path} shows no ${name}`);
    },
    harm: async (name, given, expired = new AbortController().signal) => {
      const tool = toolNamed(name);
      const guard = await caller.guard();
      const request = buildRequest(tool, given);
      const decision = await judge(guard, { tool, given, request });
      expect([decision.verdict, decision.effect]).toEqual([{ answer: 'allowed' }, 'destroy']);
      const looking = lookingUntil(expired);
      const before = requests.length;
      const radius = await blastRadiusOf({ tool, given, decision }, looking, () => clock.now());
      const sent = requests.slice(before).filter((one) => !one.includes('/oauth/'));
      expect(sent.filter((one) => !one.startsWith('GET '))).toEqual([]);
      expect(looking.sent).toBeLessThanOrEqual(12);
      return {
        ...radius,
        words: inWords(radius),
        requests: sent.map((one) => one.slice(4)),
        of: (kind, fate) =>
          radius.hanging.find(
            (thing) => thing.kind === kind && (fate === undefined || thing.fate === fate),
          ),
      };
    },
    look: (operation, given) => lookingUntil(new AbortController().signal).look(operation, given),
    requests: () => requests.map((one) => one.slice(one.indexOf(' ') + 1)),
    queries: (path) => queries.filter(([one]) => one === path).map(([, search]) => search),
    until: async (isSo) => {
      while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
    },
    pass: (seconds) => clock.sleep(seconds * 1_000),
  };
};
