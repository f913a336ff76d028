// The file of agents: what it may say, how a key comes into it, and what a changed or broken file does.

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/configuration/usage-error.ts';
import { addAgent, type NewAgent } from '../../src/http/authentication/add-agent.ts';
import { type AgentFileOptions, readAgents } from '../../src/http/authentication/agent-file.ts';
import { followAgents } from '../../src/http/authentication/follow-agents.ts';
import { digestOf } from '../../src/http/authentication/secret.ts';
import type { LogFields } from '../../src/log.ts';
import { createManualClock } from '../manual-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const toolNames = new Map([
  ['droplets_list', 'droplets_list'],
  ['droplets_get', 'droplets_get'],
  ['old_name', 'droplets_get'],
]);
const reader: NewAgent = { name: 'reader', token: { env: 'READER_TOKEN' }, access: 'read' };

const at = (
  path: string,
  environment: Record<string, string> = { READER_TOKEN: 'dop_v1_reader-token' },
): AgentFileOptions => ({
  path,
  environment,
  toolNames,
});

const key = `sha256:${'a'.repeat(64)}`;
const agent = { name: 'one', key, token: { env: 'READER_TOKEN' }, access: 'read' };

const write = (content: unknown): string => {
  const path = join(temporaryFolder(), 'agents.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const messageOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('adding an agent', () => {
  it('makes the file, readable by its owner only, with the hash of a key that is told once', () => {
    const path = join(temporaryFolder(), 'agents.json');
    const { key: made } = addAgent(path, reader, randomBytes);
    const text = readFileSync(path, 'utf8');
    expect(made).toMatch(/^domcp_[\w-]{43}$/);
    expect(text).not.toContain(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const [read] = readAgents(at(path));
    expect(read?.name).toBe('reader');
    expect(Buffer.from(read?.keyDigest ?? []).equals(digestOf(made))).toBe(true);
    expect(read?.restriction.readOnly).toBe(true);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('keeps what stands in the file and refuses a name that is taken', () => {
    const path = join(temporaryFolder(), 'agents.json');
    addAgent(path, reader, randomBytes);
    addAgent(
      path,
      { ...reader, name: 'writer', access: 'write', areas: ['droplets'] },
      randomBytes,
    );
    expect(readAgents(at(path)).map(({ name }) => name)).toEqual(['reader', 'writer']);
    expect(messageOf(() => addAgent(path, reader, randomBytes))).toContain('already');
  });

  it('writes nothing when the new agent would make the file unusable', () => {
    const path = join(temporaryFolder(), 'agents.json');
    addAgent(path, reader, randomBytes);
    const before = readFileSync(path, 'utf8');
    expect(
      messageOf(() => addAgent(path, { ...reader, name: 'not a name' }, randomBytes)),
    ).toContain('name');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('refuses a name that leads to the variable of another', () => {
    const path = join(temporaryFolder(), 'agents.json');
    const token = { env: 'DO_MCP_TOKEN_NIGHT_WATCH' };
    addAgent(path, { ...reader, name: 'night-watch', token }, randomBytes);
    const message = messageOf(() =>
      addAgent(path, { ...reader, name: 'night_watch', token }, randomBytes),
    );
    expect(message).toContain('DO_MCP_TOKEN_NIGHT_WATCH');
    expect(message).toContain('night-watch');
  });

  it('does not write while another command does', () => {
    const path = join(temporaryFolder(), 'agents.json');
    writeFileSync(`${path}.lock`, '');
    expect(messageOf(() => addAgent(path, reader, randomBytes))).toContain(`${path}.lock`);
  });
});

describe('reading agents', () => {
  it('narrows to areas, tools and reading', () => {
    const path = write({
      version: 1,
      agents: [{ ...agent, areas: ['droplets'], tools: ['old_name'], note: 'for the night shift' }],
    });
    const [read] = readAgents(at(path));
    expect(read?.restriction).toEqual({
      readOnly: true,
      areas: new Set(['droplets']),
      leftOut: new Set(['droplets_list']),
    });
  });

  it('finds token files beside the agent file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'token'), 'dop_v1_from-file\n');
    const path = join(folder, 'agents.json');
    writeFileSync(
      path,
      JSON.stringify({ version: 1, agents: [{ ...agent, token: { file: 'token' } }] }),
    );
    expect(readAgents(at(path))[0]?.token.read()).toBe('dop_v1_from-file');
  });

  it.each([
    ['no JSON', '{"version": 1,', /not valid JSON/],
    ['another version', { version: 2, agents: [] }, /version: must be 1/],
    [
      'a field that nobody knows, which may be a mistyped restriction',
      { version: 1, agents: [{ ...agent, acess: 'read' }] },
      /acess/,
    ],
    [
      'a field beside the agents that nobody knows',
      { version: 1, agents: [], defaults: { access: 'read' } },
      /defaults/,
    ],
    ['no access', { version: 1, agents: [{ ...agent, access: undefined }] }, /access/],
    ['a key in the clear', { version: 1, agents: [{ ...agent, key: 'domcp_secret' }] }, /sha256/],
    [
      'two agents of one name',
      { version: 1, agents: [agent, { ...agent, key: `sha256:${'b'.repeat(64)}` }] },
      /names one twice/,
    ],
    [
      'two agents of one key',
      { version: 1, agents: [agent, { ...agent, name: 'two' }] },
      /key of another agent/,
    ],
    [
      'an area that does not exist',
      { version: 1, agents: [{ ...agent, areas: ['droplet'] }] },
      /Did you mean droplets/,
    ],
    [
      'a tool that does not exist',
      { version: 1, agents: [{ ...agent, tools: ['droplet_list'] }] },
      /Did you mean droplets_list/,
    ],
    [
      'a key that stands twice in one agent',
      `{"version":1,"agents":[{"name":"one","access":"read","access":"write"}]}`,
      /agents\.0\.access twice/,
    ],
    [
      'two names that lead to one variable',
      {
        version: 1,
        agents: ['a-b', 'a.b'].map((name, index) => ({
          ...agent,
          name,
          key: `sha256:${String(index).repeat(64)}`,
          token: { env: 'DO_MCP_TOKEN_A_B' },
        })),
      },
      /DO_MCP_TOKEN_A_B/,
    ],
    [
      'a variable that is not set',
      { version: 1, agents: [{ ...agent, token: { env: 'ABSENT' } }] },
      /ABSENT/,
    ],
    [
      'a token file that is not there',
      { version: 1, agents: [{ ...agent, token: { file: 'absent' } }] },
      /cannot be read/,
    ],
  ])('refuses %s', (_, content, expected) => {
    expect(messageOf(() => readAgents(at(write(content))))).toMatch(expected);
  });

  it('never repeats a token that was written where its variable belongs', () => {
    const secret = 'dop_v1_0123456789abcdef';
    for (const token of [{ env: secret }, secret, { value: secret }]) {
      const message = messageOf(() =>
        readAgents(at(write({ version: 1, agents: [{ ...agent, token }] }))),
      );
      expect(message).not.toContain(secret);
      expect(message).toMatch(/token/);
    }
  });

  it('never repeats a token that was written where a field, an area, a tool or a name belongs', () => {
    for (const secret of ['dop_v1_0123456789abcdef', 'f'.repeat(64), 'hunter2-hunter2'])
      for (const wrong of [
        { ...agent, [secret]: 1 },
        { ...agent, areas: [secret] },
        { ...agent, tools: [secret] },
        { ...agent, access: secret },
        { ...agent, key: secret },
      ])
        expect(
          messageOf(() => readAgents(at(write({ version: 1, agents: [wrong], [secret]: 1 })))),
        ).not.toContain(secret);
    const token = 'dop_v1_0123456789abcdef';
    expect(
      messageOf(() => readAgents(at(write({ version: 1, agents: [{ ...agent, name: token }] })))),
    ).not.toContain(token);
  });

  it('refuses a file that everybody on the machine may write', () => {
    const path = write({ version: 1, agents: [agent] });
    chmodSync(path, 0o602);
    expect(messageOf(() => readAgents(at(path)))).toContain('chmod 600');
    chmodSync(path, 0o640);
    expect(readAgents(at(path))).toHaveLength(1);
  });

  it('reads a file that begins with a byte order mark', () => {
    const path = write(`\uFEFF${JSON.stringify({ version: 1, agents: [agent] })}`);
    expect(readAgents(at(path))).toHaveLength(1);
  });

  it('says how to make a file that is not there', () => {
    expect(messageOf(() => readAgents(at('/nowhere/agents.json')))).toContain('do-mcp agent add');
  });
});

describe('following the file', () => {
  const open = () => {
    const path = join(temporaryFolder(), 'agents.json');
    addAgent(path, reader, randomBytes);
    const clock = createManualClock();
    const lines: string[] = [];
    const note = (_: LogFields, message: string) => void lines.push(message);
    const log = { debug: note, info: note, warn: note, error: note, flush: async () => {} };
    return { path, clock, lines, file: followAgents(at(path), clock, log) };
  };

  it('admits a new agent without a restart', async () => {
    const { path, clock, file } = open();
    addAgent(path, { ...reader, name: 'second' }, randomBytes);
    expect(file.agents()).toHaveLength(1);
    await clock.advance(1_000);
    expect(file.agents().map(({ name }) => name)).toEqual(['reader', 'second']);
  });
});
