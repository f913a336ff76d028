// Kills a serving process again and again while it changes things, and compares what arrived with what is on record.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { startSimulation } from '../../src/testing/start-simulation.ts';
import { type Line, linesOf, newFolder, type Verdict, verifyRecord } from './recorded.ts';

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;

/** What is tried. */
export interface KillPlan {
  /** How often the process is started and killed. */
  readonly lives: number;
  /** Changes that are sent to each of them. */
  readonly changesEach: number;
  readonly seed: number;
  /** The latest moment of the kill, in milliseconds after the last change was sent. */
  readonly latest: number;
}

/** What came of it. */
export interface Killed {
  readonly sent: number;
  /** Changes that reached the simulation. */
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

const tagsOf = async (url: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for (let page = 1; ; page += 1) {
    const reply = await fetch(`${url}/v2/tags?per_page=200&page=${page}`, {
      headers: { authorization: 'Bearer sandbox' },
    });
    const { tags } = (await reply.json()) as { tags: readonly { name: string }[] };
    names.push(...tags.map(({ name }) => name));
    if (tags.length < 200) return names;
  }
};

const nameIn = ({ arguments: given }: Line): unknown =>
  typeof given === 'object' && given !== null && 'name' in given ? given.name : undefined;

/** Carries out a plan. The state folder, and with it the record, outlives every process. */
export const killDuringChanges = async (plan: KillPlan): Promise<Killed> => {
  const simulation = await startSimulation({ limits: 'off' });
  const state = newFolder();
  const chance = chanceOf(plan.seed);
  const argv = ['stdio', '--api-url', simulation.url, '--scopes', 'api:write', '--quota', 'off'];
  let sent = 0;
  try {
    for (let life = 0; life < plan.lives; life += 1) {
      const child = spawn(process.execPath, [program, ...argv, '--state-dir', state], {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { PATH: process.env['PATH'], DIGITALOCEAN_TOKEN: 'sandbox' },
      });
      child.stdin.on('error', () => {});
      const ended = once(child, 'exit');
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
      for (let change = 0; change < plan.changesEach; change += 1) {
        const call = { name: 'tags_create', arguments: { name: `life-${life}-${change}` } };
        const answered = change === 0 ? heard() : undefined;
        child.stdin.write(message(change + 1, 'tools/call', call));
        sent += 1;
        // With the first one everything is loaded; the others come all at once.
        await answered;
      }
      await delay(chance() * plan.latest);
      child.kill('SIGKILL');
      await ended;
    }
    const arrived = (await tagsOf(simulation.url)).filter((name) => name.startsWith('life-'));
    const folder = join(state, 'record');
    const intents = new Set(
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .flatMap((name) => linesOf(join(folder, name)))
        .filter(({ kind }) => kind === 'intent')
        .map(nameIn),
    );
    return {
      sent,
      reached: arrived.length,
      recorded: arrived.filter((name) => intents.has(name)).length,
      verdict: await verifyRecord(['--state-dir', state]),
    };
  } finally {
    await simulation.close();
  }
};
