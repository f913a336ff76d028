// The recorder alone, fed with real calls: prints what a read and a change take, in milliseconds, as JSON.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { createProgram } from '../../src/program.ts';
import { openRecord } from '../../src/record/open.ts';
import { callTool } from '../../src/road/call-tool.ts';
import type { Agreed, Ending, Recorder } from '../../src/road/stages.ts';
import { createState } from '../../src/state/state.ts';
import { systemClock } from '../../src/system.ts';
import { startSimulation } from '../../src/testing/start-simulation.ts';
import { createToolBox } from '../../tools/tool-box.ts';

const reads = 5_000;
const turns = 6;
const changes = 2_000;
// As long as a real one: it is looked for in every line.
const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;

/** A call of the simulation as a recorder sees it. */
const seen = async (
  url: string,
  tool: string,
  raw: object,
): Promise<{ call?: Agreed; ending: Ending }> => {
  const box = createToolBox();
  const settings = readSettings(
    valuesOf(parseCommandLine(['--api-url', url, '--scopes', 'api:write']).given, {}),
    { DIGITALOCEAN_TOKEN: token },
    box.names,
  );
  const program = createProgram(settings, box);
  let call: Agreed | undefined;
  let ending: Ending | undefined;
  const recorder: Recorder = {
    intent: (agreed) => {
      call = agreed;
      return undefined;
    },
    outcome: (ended) => {
      ending = ended;
      return undefined;
    },
    stray: () => {},
    own: () => {},
  };
  const found = await box.named(tool);
  if (!found) throw new Error(`there is no tool ${tool}`);
  await callTool({
    tool: found,
    raw,
    caller: program.localCaller(),
    person: { kind: 'unreachable' },
    client: { name: 'bench', version: '1.0.0' },
    context: { signal: new AbortController().signal },
    road: { ...program.serverParts.road, recorder },
  });
  await program.close();
  if (!ending) throw new Error(`${tool} did not end`);
  return { ...(call && { call }), ending };
};

/** Processor time of a read, and the time that a change takes. */
const measure = async (): Promise<object> => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-bench-'));
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const keeper = openRecord({
    settings: { audit: null, auditRequired: 'changes' },
    state: createState({ folder, key: null }),
    clock: systemClock,
    log: { ...log, flush: async () => {} },
  });
  const simulation = await startSimulation({ tokens: { [token]: ['api:write'] } });
  try {
    const read = await seen(simulation.url, 'droplets_list', { max_items: 2, tag_name: 'web' });
    const change = await seen(simulation.url, 'tags_create', { name: 'blue' });
    const { call } = change;
    if (!call) throw new Error('the change was not sent');
    for (let round = 0; round < 2_000; round += 1) await keeper.outcome(read.ending);
    const ofReads: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const before = process.cpuUsage();
      for (let round = 0; round < reads; round += 1) {
        await keeper.outcome(read.ending);
        // The batches are written as they are while calls come in.
        if (round % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      }
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { user, system } = process.cpuUsage(before);
      ofReads.push((user + system) / 1_000 / reads);
    }
    // Whatever else the machine does can only add to it.
    const aRead = Math.min(...ofReads);
    const times: number[] = [];
    for (let round = 0; round < changes; round += 1) {
      const began = performance.now();
      const onRecord = await keeper.intent({
        ...call,
        counting: undefined,
        holding: undefined,
        former: undefined,
      });
      await keeper.outcome({ ...change.ending, onRecord });
      times.push(performance.now() - began);
    }
    const sorted = times.toSorted((a, b) => a - b);
    return { read: aRead, change: sorted[changes / 2], slowChange: sorted[changes * 0.95] };
  } finally {
    keeper.close();
    await simulation.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

console.log(JSON.stringify(await measure()));
