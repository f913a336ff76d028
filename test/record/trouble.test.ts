// What cannot be recorded is not done, and whoever called is told so.
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Transport } from '../../src/client/wire/transport.ts';
import { parseCommandLine } from '../../src/configuration/command-line.ts';
import { valuesOf } from '../../src/configuration/environment.ts';
import { readSettings } from '../../src/configuration/settings.ts';
import { serveTools } from '../../src/http/serve-tools.ts';
import { createProgram } from '../../src/program.ts';
import type { ServedSimulation } from '../../src/simulation/serve.ts';
import { systemClock } from '../../src/system.ts';
import { startSimulation } from '../../src/testing/start-simulation.ts';
import { createTransport } from '../../src/transport.ts';
import { type Agent, box, connectAgent } from '../agent.ts';
import { runProgram } from '../commands/run-program.ts';
import { newFolder, recordedAgent, verifyRecord } from './recorded.ts';

let simulation: ServedSimulation;
beforeAll(async () => {
  simulation = await startSimulation();
});
afterAll(() => simulation.close());

/** A folder that nobody can make, not even who may do everything: a file stands in its place. */
const noFolder = (): string => {
  const file = join(newFolder(), 'a-file');
  writeFileSync(file, '');
  return join(file, 'state');
};

/** An agent of an account that is no built-in simulation, so that its calls are recorded without a word. */
const realAgent = (argv: readonly string[]): Promise<Agent> =>
  connectAgent({
    argv: ['--api-url', simulation.url, '--tools', 'tags_list', ...argv],
    environment: { DIGITALOCEAN_TOKEN: 'sandbox' },
  });

const hasTag = async (agent: Agent, name: string): Promise<boolean> =>
  (await agent.call('tags_list', { fields: ['name'], max_items: 200 })).text.includes(`"${name}"`);

const refused = (text: string, reason: RegExp): void => {
  expect(text).toContain('"code":"not_recorded"');
  expect(text).toContain('Nothing was sent.');
  expect(text).toMatch(reason);
};

describe.skipIf(!existsSync('/dev/full'))('on a full disk', () => {
  const full = ['--audit', '/dev/full'];

  it('a change is not done, and a read is', async () => {
    const agent = await realAgent(full);
    const { text, isError } = await agent.call('tags_create', { name: 'unrecorded' });
    expect(isError).toBe(true);
    refused(text, /the disk is full/);
    expect(await hasTag(agent, 'unrecorded')).toBe(false);
    await agent.close();
  });

  it('a read is not done either where all has to be recorded', async () => {
    const agent = await realAgent([...full, '--audit-required', 'all']);
    refused((await agent.call('tags_list')).text, /the disk is full/);
    await agent.close();
  });

  it('all is done where nothing has to be', async () => {
    const agent = await realAgent([...full, '--audit-required', 'off']);
    expect((await agent.call('tags_create', { name: 'let-through' })).isError).toBe(false);
    expect(await hasTag(agent, 'let-through')).toBe(true);
    await agent.close();
  });
});

describe('without a folder that can be written', () => {
  it('a change is not done, and a read is', async () => {
    const agent = await realAgent(['--state-dir', noFolder()]);
    refused((await agent.call('tags_create', { name: 'nowhere' })).text, /--state-dir/);
    expect(await hasTag(agent, 'nowhere')).toBe(false);
    await agent.close();
  });

  it('a change is not done where the folder of a named file is not there', async () => {
    const agent = await realAgent(['--audit', join(newFolder(), 'none', 'audit.jsonl')]);
    refused((await agent.call('tags_create', { name: 'nowhere' })).text, /folder is not there/);
    await agent.close();
  });

  it.each([
    ['the state folder', () => ['--state-dir', noFolder()]],
    ['a named file', () => ['--audit', join(noFolder(), 'audit.jsonl')]],
  ])('nothing is served over HTTP: %s', async (_name, argv) => {
    const { code, said } = await runProgram(
      ['http', '--port', '0', '--api-url', simulation.url, '--auth', 'token', ...argv()],
      { DIGITALOCEAN_TOKEN: 'sandbox', HOME: newFolder() },
    );
    expect(code).toBe(2);
    expect(said).toMatch(/cannot be recorded|can be kept/);
    expect(said).toMatch(/--audit off serves without a record, --audit-required off/);
  });
});

describe('over HTTP', () => {
  const warningsOf = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const environment = { DIGITALOCEAN_TOKEN: 'sandbox' };
    const words = ['--auth', 'token', '--api-url', simulation.url, '--state-dir', noFolder()];
    const line = parseCommandLine([...words, '--log-level', 'silent', ...argv]);
    const settings = readSettings(valuesOf(line.given, environment), environment, box.names);
    const program = createProgram(settings, box, { environment });
    const { server, warnings } = await serveTools({
      ...{ program, settings, box, environment, metrics: null },
      ...{ clock: systemClock, defaultPort: 0, drainTimes: { notice: 0, finish: 0 } },
    });
    await server.drain();
    await program.close();
    return warnings;
  };

  it('a server without a place for its record starts where it was told so', async () => {
    await expect(warningsOf()).rejects.toThrow(/--audit off/);
    expect((await warningsOf('--audit', 'off')).join()).not.toMatch(/be recorded/);
    expect((await warningsOf('--audit-required', 'off')).join()).toMatch(/cannot be recorded/);
  });
});

describe('a link that somebody has laid', () => {
  it('leads no writing to another file', async () => {
    const folder = newFolder();
    const other = join(folder, 'other');
    writeFileSync(other, 'precious');
    for (const end of ['.head', '.ledger', '.ledger.new'])
      symlinkSync(other, join(folder, `audit.jsonl${end}`));
    const agent = await recordedAgent(folder);
    await agent.call('tags_create', { name: 'blue' });
    await agent.close();
    expect(readFileSync(other, 'utf8')).toBe('precious');
  });
});

describe('when the record goes away while a call is under way', () => {
  const agentThatLosesItsRecord = async (goes: (folder: string) => void) => {
    const folder = newFolder();
    const settings = readSettings(
      valuesOf(parseCommandLine(['--sandbox', '--speed', 'instant']).given, {}),
      {},
      box.names,
    );
    const inner = createTransport(settings, systemClock, {});
    const transport: Transport = {
      exchange: (request) => {
        if (request.method === 'POST') goes(folder);
        return inner.exchange(request);
      },
      close: () => inner.close(),
    };
    const agent = await recordedAgent(folder, { transport });
    return { agent, folder };
  };

  it('the answer still comes, and says that its end is on no record', async () => {
    const { agent } = await agentThatLosesItsRecord((folder) => {
      rmSync(folder, { recursive: true });
      writeFileSync(folder, '');
    });
    const { isError, answer } = await agent.call('tags_create', { name: 'blue' });
    expect(isError).toBe(false);
    expect(answer).toMatchObject({ name: 'blue' });
    expect(answer['note']).toMatch(/could not be recorded: a part of its path is no folder/);
    await agent.close();
  });

  it('another file is begun where only the file was taken, and verifying finds what happened', async () => {
    const { agent, folder } = await agentThatLosesItsRecord((place) =>
      rmSync(join(place, 'audit.jsonl'), { force: true }),
    );
    expect((await agent.call('tags_create', { name: 'blue' })).answer['note']).toBeUndefined();
    await agent.close();
    const verdict = await verifyRecord([
      '--audit',
      join(folder, 'audit.jsonl'),
      '--state-dir',
      join(folder, 'state'),
    ]);
    expect(verdict.findings).toMatchObject([{ what: 'file_missing', file: 'audit.jsonl' }]);
    expect(verdict.files).toBe(2);
  });
});
