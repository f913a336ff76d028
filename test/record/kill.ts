// Kills a serving process again and again while it changes things, and compares what arrived with what is on record.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createSimulation } from '../../src/simulation/simulation.ts';
import { systemClock } from '../../src/system.ts';
import { type Line, linesOf, newFolder, type Verdict, verifyRecord } from './recorded.ts';

/** The kill comes so much after a change has arrived, at the latest, in milliseconds. */
const longestDelay = 5;

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;

/** What is tried. */
export interface KillPlan {
  /** How often the process is started and killed. */
  readonly lives: number;
  /** Changes that are sent to each of them, all at once. */
  readonly changesEach: number;
  readonly seed: number;
}

/** What came of it. */
export interface Killed {
  readonly sent: number;
  /** Changes that arrived at the other end. */
  readonly reached: number;
  /** Of these, those whose intent is on record. */
  readonly recorded: number;
  readonly verdict: Verdict;
}

/** Chance that is the same for the same seed. */
const chanceOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const message = (id: number, method: string, params: object): string =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;

/** The simulation behind a door that notes what arrives, and can be told to do something with the next that does. */
const openDoor = async () => {
  const simulation = createSimulation({ clock: systemClock, speed: 'instant', limits: 'off' });
  const arrived: string[] = [];
  let strike: (() => boolean) | undefined;
  const server = createServer(async (request, response) => {
    const body = request.method === 'POST' ? await text(request) : undefined;
    if (body !== undefined) {
      arrived.push(JSON.parse(body).name);
      // Of this one nobody hears again.
      if (strike?.()) return;
    }
    const reply = await simulation.fetch(
      new Request(new URL(request.url ?? '/', 'https://api.digitalocean.com'), {
        method: request.method ?? 'GET',
        headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
      }),
    );
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(await reply.text());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    arrived,
    onArrival: (now: () => boolean): void => {
      strike = now;
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};

const nameIn = ({ arguments: given }: Line): unknown =>
  typeof given === 'object' && given !== null && 'name' in given ? given.name : undefined;

/** One life: opened, one change awaited, the others sent all at once, and killed at some point of them. */
const live = async (
  child: ChildProcessByStdio<Writable, Readable, null>,
  changes: readonly string[],
): Promise<void> => {
  const lines = createInterface({ input: child.stdout });
  const heard = (): Promise<unknown> => once(lines, 'line');
  const opened = heard();
  child.stdin.write(
    message(0, 'initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'kill', version: '1' },
    }),
  );
  await opened;
  for (const [at, name] of changes.entries()) {
    const answered = at === 0 ? heard() : undefined;
    child.stdin.write(message(at + 1, 'tools/call', { name: 'tags_create', arguments: { name } }));
    // With the first one everything is loaded.
    await answered;
  }
};

/** Carries out a plan. The state folder, and with it the record, outlives every process. */
export const killDuringChanges = async (plan: KillPlan): Promise<Killed> => {
  const { lives, changesEach, seed } = plan;
  const door = await openDoor();
  const state = newFolder();
  const chance = chanceOf(seed);
  const argv = ['stdio', '--api-url', door.url, '--scopes', 'api:write', '--quota', 'off'];
  try {
    for (let life = 0; life < lives; life += 1) {
      const child = spawn(process.execPath, [program, ...argv, '--state-dir', state], {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { PATH: process.env['PATH'], DIGITALOCEAN_TOKEN: 'sandbox' },
      });
      child.stdin.on('error', () => {});
      const ended = once(child, 'exit');
      let left = 2 + Math.floor(chance() * (changesEach - 1));
      const after = chance() * longestDelay;
      door.onArrival(() => {
        left -= 1;
        if (left === 0) setTimeout(() => child.kill('SIGKILL'), after);
        return left <= 0;
      });
      await live(
        child,
        Array.from({ length: changesEach }, (_, change) => `life-${life}-${change}`),
      );
      await ended;
    }
    const folder = join(state, 'record');
    const intents = new Set(
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .flatMap((name) => linesOf(join(folder, name)))
        .filter(({ kind }) => kind === 'intent')
        .map(nameIn),
    );
    return {
      sent: lives * changesEach,
      reached: door.arrived.length,
      recorded: door.arrived.filter((name) => intents.has(name)).length,
      verdict: await verifyRecord(['--state-dir', state]),
    };
  } finally {
    door.close();
  }
};
