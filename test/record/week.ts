// A recorded week of three agents, for tests: calls along the road of every call, day after day of a clock of its own.
import { join } from 'node:path';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import type { Clock } from '../../src/ports.ts';
import { createProgram } from '../../src/program.ts';
import { callTool } from '../../src/road/call-tool.ts';
import { createCaller } from '../../src/road/caller.ts';
import { systemClock } from '../../src/system.ts';
import { box, toolNamed } from '../agent.ts';
import { newFolder } from './recorded.ts';

/** One call of one agent. */
export interface WeekCall {
  readonly agent: string;
  readonly tool: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** How a call ended. */
export interface WeekEnd extends WeekCall {
  /** `ok`, or the code of the error. */
  readonly result: string;
}

/** A program whose calls are on record, and whoever calls. */
export interface Recording {
  /** Lets a day go by. */
  nextDay(): void;
  /** Options that name the record. */
  readonly place: readonly string[];
  call(call: WeekCall): Promise<WeekEnd>;
  close(): Promise<void>;
}

const day = 86_400_000;

/** Opens a recorded program on the simulation with these options; the token may say which scopes it holds. */
export const record = (argv: readonly string[] = [], token = 'sandbox'): Recording => {
  const folder = newFolder();
  // Short naps are shortened, what bounds a call is not; days go by at once.
  let ahead = Date.UTC(2026, 0, 1) - systemClock.now();
  const clock: Clock = {
    now: () => systemClock.now() + ahead,
    sleep: (milliseconds, signal) =>
      systemClock.sleep(milliseconds > 5_000 ? milliseconds : milliseconds / 50, signal),
  };
  const environment = { DIGITALOCEAN_TOKEN: token };
  const place = ['--audit', join(folder, 'audit.jsonl'), '--state-dir', join(folder, 'state')];
  const settings = readSettings(
    valuesOf(
      parseCommandLine([
        ...['--sandbox', '--speed', 'instant', '--log-level', 'silent'],
        ...place,
        ...argv,
      ]).given,
      environment,
    ),
    environment,
    box.names,
  );
  const program = createProgram(settings, box, { clock, environment });
  const { account } = program.localCaller();
  return {
    nextDay: () => {
      ahead += day;
    },
    place,
    call: async (call) => {
      const outcome = await callTool({
        tool: toolNamed(call.tool),
        raw: call.given,
        caller: createCaller(call.agent, account, settings.selection),
        person: { kind: 'unreachable' },
        context: { signal: new AbortController().signal },
        road: program.serverParts.road,
      });
      const text = outcome && 'text' in outcome ? outcome.text : '{}';
      const answer = JSON.parse(text) as { error?: { code: string } };
      return { ...call, result: answer.error?.code ?? 'ok' };
    },
    close: () => program.close(),
  };
};

/** Who calls: one reads, one keeps names in order, one makes and destroys machines. */
export const agents = {
  reader: 'reader-0a1b2c3d',
  dns: 'dns-1b2c3d4e',
  machines: 'machines-2c3d4e5f',
} as const;

const { reader, dns, machines } = agents;

const calls: readonly (readonly WeekCall[])[] = [
  [
    { agent: reader, tool: 'droplets_list', given: { max_items: 2 } },
    { agent: reader, tool: 'domains_list', given: {} },
    { agent: dns, tool: 'domains_create', given: { name: 'week.example' } },
  ],
  [
    { agent: reader, tool: 'droplets_list', given: {} },
    {
      agent: dns,
      tool: 'domains_create_record',
      given: { domain_name: 'week.example', type: 'A', name: 'www', data: '203.0.113.7', ttl: 300 },
    },
    { agent: machines, tool: 'tags_create', given: { name: 'week' } },
  ],
  [
    {
      agent: machines,
      tool: 'droplets_create',
      given: {
        ...{ name: 'week-1', region: 'fra1', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' },
        ...{ tags: ['week'], user_data: '#cloud-config\nhostname: week', wait_seconds: 1 },
      },
    },
    { agent: reader, tool: 'droplets_create', given: { name: 'incomplete' } },
  ],
  [{ agent: dns, tool: 'domains_list_records', given: { domain_name: 'week.example' } }],
  [{ agent: machines, tool: 'volumes_list', given: {} }],
  [
    { agent: dns, tool: 'domains_delete', given: { domain_name: 'week.example', dry_run: true } },
    { agent: dns, tool: 'domains_delete', given: { domain_name: 'week.example' } },
  ],
  [{ agent: reader, tool: 'account_get', given: {} }],
];

/** Makes the calls of the week, day by day. */
export const liveThrough = async (recording: Recording): Promise<readonly WeekEnd[]> => {
  const ends: WeekEnd[] = [];
  for (const ofOneDay of calls) {
    for (const call of ofOneDay) ends.push(await recording.call(call));
    recording.nextDay();
  }
  return ends;
};
