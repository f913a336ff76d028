// A server on the simulation of which everything that comes out is kept: answers, log, metrics, and whatever is written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import { createMetrics } from '../../src/http/operating/metrics.ts';
import { observeWith } from '../../src/http/operating/observe.ts';
import { createLog } from '../../src/log.ts';
import { createSimulation, type Simulation } from '../../src/simulation/simulation.ts';
import { connectAgent, type Generation, type Reply } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';

/** How a client reaches the server. */
export interface Way {
  readonly over: 'stdio' | 'http';
  readonly generation: Generation;
}

/** Every way there is. */
export const ways: readonly Way[] = (['stdio', 'http'] as const).flatMap((over) =>
  (['old', 'new'] as const).map((generation) => ({ over, generation })),
);

/** The server, and all that it has let out. */
export interface Ground {
  readonly faults: Simulation['faults'];
  call(name: string, given?: Record<string, unknown>): Promise<Reply>;
  /** Plants lines at the end of every app's log. */
  log(lines: readonly string[]): Promise<void>;
  /** Answers, lines of the log, metrics, and what stands in the state folder: record and open questions. */
  everything(): Promise<string>;
}

/** All that stands in the files of a folder, by their paths. */
export const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? [[path, readFileSync(path, 'utf8')] as const] : [];
    }),
  );

/** Opens the ground; it is closed when the test has finished. */
export const openGround = async (way: Way, ...argv: readonly string[]): Promise<Ground> => {
  const clock = createJumpingClock(() => 0);
  const simulation = createSimulation({ clock, limits: 'off' });
  const state = temporaryFolder();
  const lines: string[] = [];
  const answers: string[] = [];
  const metrics = await createMetrics();
  const agent = await connectAgent({
    ...way,
    argv: [
      ...['--sandbox', '--mode', 'tools', '--quota', 'off', '--state-dir', state],
      ...['--audit', join(state, 'calls.jsonl'), ...argv],
    ],
    clock,
    transport: createFetchTransport((request) => simulation.fetch(request)),
    events: observeWith(metrics).events,
    log: createLog('trace', (line) => void lines.push(line)),
  });
  onTestFinished(() => agent.close());
  // Scopes and the account's owner are known from now on: faults strike what is called.
  await agent.call('account_get');
  await agent.call('tags_create', { name: 'known' });
  return {
    faults: simulation.faults,
    call: async (name, given) => {
      const reply = await agent.call(name, given);
      answers.push(reply.text);
      return reply;
    },
    log: async (planted) => {
      await simulation.fetch(
        new Request('https://api.digitalocean.com/_simulation/logs', {
          method: 'POST',
          headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
          body: JSON.stringify({ lines: planted }),
        }),
      );
    },
    everything: async () =>
      [
        ...answers,
        ...lines,
        (await metrics.exposition()).text,
        ...[...contents(state)].flat(),
      ].join('\n'),
  };
};
