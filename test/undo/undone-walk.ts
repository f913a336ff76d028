// Puts every change of a walk back before it is made for good, and tells what did not come back.
import { join } from 'node:path';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { longestLook } from '../../src/consequences/look.ts';
import { createProgram } from '../../src/program.ts';
import { callTool } from '../../src/road/call-tool.ts';
import { openBook } from '../../src/undo/book.ts';
import type { Kept } from '../../src/undo/kept.ts';
import { differences, lookNow, putBack } from '../../src/undo/put-back.ts';
import type { JsonObject } from '../../tools/json-object.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { box } from '../agent.ts';
import { meantBy } from '../consequences/rehearsal.ts';
import { newStateFolder } from '../new-state-folder.ts';
import { createWorld, type Reply, type Send } from '../simulation/world.ts';

/** A change that was put back. */
export interface PutBack {
  readonly operation: string;
  readonly kept: Kept;
  /** Every inverse call was done. */
  readonly ok: boolean;
  /** What the calls were answered, where one failed. */
  readonly failure: string;
  /** Watched places at which it stands otherwise than before, a while after. */
  readonly different: readonly string[];
}

/** A world in which every change that can be put back is, once. */
export const createUndoneWalk = () => {
  const world = createWorld({ limits: 'off' });
  let answered: Reply | undefined;
  const clock = {
    now: world.now,
    sleep: async (milliseconds: number): Promise<void> => {
      if (milliseconds === longestLook || milliseconds >= 10_000) return new Promise(() => {});
      world.pass(milliseconds / 1_000);
      return undefined;
    },
  };
  const transport = createFetchTransport(async (request) => {
    const response = await world.simulation.fetch(request);
    if (request.method !== 'GET') {
      const text = await response.clone().text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      const body = isJson && text !== '' ? JSON.parse(text) : text;
      answered = { status: response.status, headers: response.headers, body };
    }
    return response;
  });
  const folder = newStateFolder();
  const argv = ['--sandbox', '--log-level', 'silent', '--confirm', 'never', '--quota', 'off'];
  const more = ['--areas', 'all', '--allow-secrets', '--state-dir', folder];
  const own = ['--audit', join(folder, 'walk.jsonl')];
  const settings = readSettings(
    valuesOf(parseCommandLine([...argv, ...more, ...own]).given, {}),
    {},
    box.names,
  );
  const program = createProgram(settings, box, { transport, clock, environment: {} });
  const caller = program.localCaller();
  const { road } = program.serverParts;
  const book = openBook({ state: program.state, redis: undefined, clock });
  const done: PutBack[] = [];

  const call = async (tool: Tool, given: JsonObject): Promise<JsonObject> => {
    const outcome = await callTool({
      tool,
      raw: { ...given, ...('wait_seconds' in tool.inputSchema.properties && { wait_seconds: 0 }) },
      caller,
      person: { kind: 'unreachable' },
      context: { signal: new AbortController().signal },
      road,
    });
    if (!('text' in outcome)) throw new Error('a call asked a person');
    return JSON.parse(outcome.text) as JsonObject;
  };

  const putItBack = async (tool: Tool, kept: Kept): Promise<void> => {
    world.pass(900);
    const outcome = await putBack({ road, caller, book, clock }, kept);
    world.pass(900);
    const now = await lookNow({ road, caller, book, clock }, kept);
    done.push({
      operation: tool.endpoint.id,
      kept,
      different: now.kind === 'seen' ? differences(now.seen, kept.before) : [],
      ok: outcome.ok,
      failure: outcome.ok ? '' : JSON.stringify(outcome.calls.at(-1)?.answer),
    });
  };

  const send: Send = async (method, path, body, token, headers) => {
    world.pass(0.3);
    const meant = method === 'GET' ? undefined : meantBy(method, path, body);
    if (!meant) return world.send(method, path, body, token, headers);
    answered = undefined;
    const answer = await call(meant.tool, meant.given);
    const first = answered as Reply | undefined;
    // What cannot be said to a tool is not tried.
    if (!first) return world.send(method, path, body, token, headers);
    const { undo } = answer;
    const found = typeof undo === 'string' ? await book.find(undo) : undefined;
    if (found?.kind !== 'kept') return first;
    await putItBack(meant.tool, found.kept);
    const again = await world.send(method, path, body, token, headers);
    return again.status < 300 ? again : first;
  };

  return { world, send, done, close: () => program.close() };
};
