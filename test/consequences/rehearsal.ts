// Tries every change of a walk dry before it is made, and tells both apart.
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { longestLook } from '../../src/consequences/look.ts';
import { createProgram } from '../../src/program.ts';
import { callTool } from '../../src/road/call-tool.ts';
import { isObject, type JsonObject } from '../../tools/json-object.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { box, tools } from '../agent.ts';
import { createWorld, type Reply, type Send } from '../simulation/world.ts';

/** One change: what a dry run told of it, and what came of it. */
export interface Rehearsed {
  readonly tool: Tool;
  readonly given: JsonObject;
  readonly told: JsonObject;
  /** The request that was made then, without its body. */
  readonly sent: {
    readonly method: string;
    readonly path: string;
    readonly query: readonly string[];
  };
  /** Requests that the dry run sent, as `GET /path`. */
  readonly looked: readonly string[];
  readonly status: number;
  readonly reply: Reply['body'];
}

const patterns = tools
  .filter(({ endpoint }) => endpoint.effect !== 'read')
  .map((tool) => ({
    tool,
    literal: tool.endpoint.path.split('{').length,
    pattern: new RegExp(`^${tool.endpoint.path.replaceAll(/\{[^}]+\}/g, '([^/]+)')}$`),
  }));

/** The tool for a request, and its arguments; undefined for reads and what no tool does. */
export const meantBy = (
  method: string,
  address: string,
  body: unknown,
): { readonly tool: Tool; readonly given: JsonObject } | undefined => {
  const { pathname, searchParams } = new URL(address, 'https://api.digitalocean.com');
  const [best] = patterns
    .filter(({ tool, pattern }) => tool.endpoint.method === method && pattern.test(pathname))
    .sort((one, other) => one.literal - other.literal);
  if (!best) return undefined;
  const { tool, pattern } = best;
  const values = pattern.exec(pathname)?.slice(1) ?? [];
  const byField = new Map(Object.entries(tool.places.body).map(([name, field]) => [field, name]));
  const inBody = isObject(body) ? Object.entries(body) : [];
  return {
    tool,
    given: {
      ...Object.fromEntries(
        tool.places.path.map((name, at) => [name, decodeURIComponent(values[at] ?? '')]),
      ),
      ...Object.fromEntries(searchParams),
      ...Object.fromEntries(
        inBody.flatMap(([field, value]) => {
          const name = byField.get(field);
          return name === undefined ? [] : [[name, value]];
        }),
      ),
    },
  };
};

/** A world in which every change is tried dry before it is made. */
export const createRehearsal = (argv: readonly string[] = []) => {
  const world = createWorld({ limits: 'off' });
  const looked: string[] = [];
  // Pauses before another attempt pass at once; how long one may look, and wait for an answer, never ends: nothing is
  // cut short by the machine on which the test runs.
  const clock = {
    now: world.now,
    sleep: (milliseconds: number) =>
      milliseconds === longestLook || milliseconds >= 10_000
        ? new Promise<void>(() => {})
        : Promise.resolve(),
  };
  const transport = createFetchTransport(async (request) => {
    looked.push(`${request.method} ${new URL(request.url).pathname}`);
    return world.simulation.fetch(request);
  });
  const environment = {};
  const settings = readSettings(
    valuesOf(
      parseCommandLine([
        '--sandbox',
        '--log-level',
        'silent',
        '--confirm',
        'never',
        '--quota',
        'off',
        ...argv,
      ]).given,
      environment,
    ),
    environment,
    box.names,
  );
  const program = createProgram(settings, box, { transport, clock, environment });
  const caller = program.localCaller();

  const dryRun = async (tool: Tool, given: JsonObject): Promise<JsonObject> => {
    const outcome = await callTool({
      tool,
      raw: { ...given, dry_run: true },
      caller,
      person: { kind: 'unreachable' },
      context: { signal: new AbortController().signal },
      road: program.serverParts.road,
    });
    if (!outcome || !('text' in outcome)) throw new Error('a dry run asked a person');
    const answer: unknown = JSON.parse(outcome.text);
    return isObject(answer) ? answer : {};
  };

  const rehearsed: Rehearsed[] = [];
  const rehearse: Send = async (method, path, body, token, headers) => {
    const meant = meantBy(method, path, body);
    if (!meant) return world.send(method, path, body, token, headers);
    looked.length = 0;
    const told = await dryRun(meant.tool, meant.given);
    const seen = [...looked];
    const reply = await world.send(method, path, body, token, headers);
    const { pathname, searchParams } = new URL(path, 'https://api.digitalocean.com');
    const sent = {
      method,
      path: pathname,
      query: [...searchParams].map(([name, value]) => `${name}=${value}`),
    };
    rehearsed.push({ ...meant, told, sent, looked: seen, status: reply.status, reply: reply.body });
    return reply;
  };
  return { world, rehearse, rehearsed, close: () => program.close() };
};
