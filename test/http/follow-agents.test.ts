// The file of agents while the server runs: what goes wrong with it takes rights away and never gives any.
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import type { Agent } from '../../src/http/authentication/agent-file.ts';
import { followAgents } from '../../src/http/authentication/follow-agents.ts';
import type { LogFields } from '../../src/log.ts';
import { createManualClock } from '../manual-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

interface Entry {
  readonly name: string;
  readonly [field: string]: unknown;
}

const toolNames = new Map(['a_list', 'a_get', 'a_delete'].map((name) => [name, name]));

const open = () => {
  const path = join(temporaryFolder(), 'agents.json');
  const environment = { ONE: 'dop_v1_one', TWO: 'dop_v1_two', NEW: 'dop_v1_new' };
  addAgent(path, { name: 'one', token: { env: 'ONE' }, access: 'write' }, randomBytes);
  addAgent(
    path,
    { name: 'two', token: { env: 'TWO' }, access: 'write', areas: ['droplets', 'domains'] },
    randomBytes,
  );
  const clock = createManualClock();
  const lines: string[] = [];
  const note = (_: LogFields, message: string) => void lines.push(message);
  const log = { debug: note, info: note, warn: note, error: note, flush: async () => {} };
  const file = followAgents({ path, environment, toolNames }, clock, log);
  const entries: readonly Entry[] = JSON.parse(readFileSync(path, 'utf8')).agents;
  const [one, two] = entries as [Entry, Entry];
  const write = async (agents: readonly unknown[], more: object = {}): Promise<void> => {
    writeFileSync(path, JSON.stringify({ version: 1, agents, ...more }));
    await clock.advance(1_000);
    file.agents();
  };
  const named = (name: string): Agent | undefined =>
    file.agents().find((agent) => agent.name === name);
  const names = (): readonly string[] => file.agents().map(({ name }) => name);
  return { path, clock, lines, file, one, two, write, named, names };
};

const fault = { mistake: true };
const other = `sha256:${'e'.repeat(64)}`;

describe('an edit that has a fault', () => {
  it('takes out whoever is not in it any more, at once, and keeps the others', async () => {
    const { write, one, names, file, lines } = open();
    await write([one], fault);
    expect(names()).toEqual(['one']);
    expect(file.concern()).toContain('fault');
    expect(lines.some((line) => line.includes('has a fault'))).toBe(true);
  });

  it('gives nothing new: no agent, no area, no access', async () => {
    const { write, one, two, names, named } = open();
    await write([{ ...one, access: 'read' }, two], fault);
    await write(
      [one, { ...two, areas: ['droplets', 'databases'] }, { ...two, name: 'new' }],
      fault,
    );
    expect(names()).toEqual(['one', 'two']);
    expect(named('one')?.restriction.readOnly).toBe(true);
    expect([...(named('two')?.restriction.areas ?? [])]).toEqual(['droplets']);
  });

  it.each<[string, object, (agent: Agent | undefined) => boolean]>([
    ['a misspelt area', { areas: ['droplet'] }, (agent) => agent?.restriction.areas?.size === 0],
    ['areas that are no list', { areas: 5 }, (agent) => agent?.restriction.areas?.size === 0],
    ['a misspelt access', { access: 'writ' }, (agent) => agent?.restriction.readOnly === true],
    [
      'just one tool beside an unknown one',
      { tools: ['a_get', 'a_got'] },
      (agent) => agent?.restriction.leftOut?.size === 2,
    ],
    [
      'a tool that is left out beside an unknown one',
      { excludeTools: ['a_delete', 'x'] },
      (agent) => agent?.restriction.leftOut?.has('a_delete') === true,
    ],
    ['another key', { key: other, mistake: 1 }, (agent) => agent === undefined],
    ['a key that is none', { key: 'domcp_x' }, (agent) => agent === undefined],
    ['another token', { token: { env: 'NEW' }, mistake: 1 }, (agent) => agent === undefined],
  ])('counts as far as it can be read: %s', async (_, change, isNarrowed) => {
    const { write, one, two, named } = open();
    await write([one, { ...two, ...change }], fault);
    expect(isNarrowed(named('two'))).toBe(true);
    expect(named('one')?.restriction.readOnly).toBe(false);
  });

  it('takes out an agent in which a key stands twice: nobody knows which one is meant', async () => {
    const { path, clock, one, two, names } = open();
    const doubled = JSON.stringify(two).replace('"access"', '"access":"read","access"');
    writeFileSync(path, `{"version":1,"agents":[${JSON.stringify(one)},${doubled}]}`);
    await clock.advance(1_000);
    expect(names()).toEqual(['one']);
  });

  it('takes the narrower of two entries of one name', async () => {
    const { write, one, two, named } = open();
    await write([one, two, { ...one, access: 'read' }]);
    expect(named('one')?.restriction.readOnly).toBe(true);
  });

  it('gives everything back when it has been mended', async () => {
    const { write, one, two, names, named, file } = open();
    await write([{ ...one, access: 'read' }], fault);
    await write([one, two]);
    expect(names()).toEqual(['one', 'two']);
    expect(named('one')?.restriction.readOnly).toBe(false);
    expect(file.concern()).toBeNull();
  });

  it('is one that anybody may have made: a file that became open to everybody gives nothing new', async () => {
    const { path, write, one, two, clock, names } = open();
    chmodSync(path, 0o666);
    await write([one, two, { ...two, name: 'new', key: other, token: { env: 'NEW' } }]);
    expect(names()).toEqual(['one', 'two']);
    chmodSync(path, 0o600);
    await clock.advance(1_000);
    expect(names()).toEqual(['one', 'two', 'new']);
  });
});

describe('a file that is gone, or of which nothing can be read', () => {
  it.each<[string, (path: string) => void]>([
    ['deleted', (path) => unlinkSync(path)],
    ['no JSON', (path) => writeFileSync(path, '{"version":1,"agents":[')],
    ['without a list of agents', (path) => writeFileSync(path, '{"version":1,"agents":{}}')],
    ['with two lists of agents', (path) => writeFileSync(path, '{"agents":[],"agents":[]}')],
  ])('ends every right after a minute and not before, and says so: %s', async (_, lose) => {
    const { path, clock, names, file, lines } = open();
    lose(path);
    await clock.advance(1_000);
    expect(names()).toEqual(['one', 'two']);
    expect(file.concern()).toContain('out after a minute');
    await clock.advance(59_999);
    expect(names()).toEqual(['one', 'two']);
    await clock.advance(1);
    expect(names()).toEqual([]);
    expect(file.concern()).toContain('no agent is admitted');
    expect(lines.filter((line) => line.includes('did not come back'))).toHaveLength(1);
  });

  it('gives the rights back when it is there again, before or after the minute', async () => {
    const { path, clock, write, one, two, names, file } = open();
    unlinkSync(path);
    await clock.advance(30_000);
    await write([one]);
    expect(names()).toEqual(['one']);
    await clock.advance(60_000);
    expect(names()).toEqual(['one']);
    unlinkSync(path);
    await clock.advance(90_000);
    expect(names()).toEqual(['one']);
    await clock.advance(60_000);
    expect(names()).toEqual([]);
    await write([one, two]);
    expect(names()).toEqual(['one', 'two']);
    expect(file.concern()).toBeNull();
  });
});
