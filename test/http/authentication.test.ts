// Who gets in, with which credential, and what those who do not are told.

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/configuration/token.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { requireAgent } from '../../src/http/authentication/agents.ts';
import { createFailedAttempts } from '../../src/http/authentication/failed-attempts.ts';
import { followAgents } from '../../src/http/authentication/follow-agents.ts';
import { requireKey } from '../../src/http/authentication/key.ts';
import { digestOf } from '../../src/http/authentication/secret.ts';
import { requireToken } from '../../src/http/authentication/token.ts';
import { createManualClock } from '../manual-clock.ts';
import { callModern, openServer, type RawReply } from './open-server.ts';
import { realClock } from './real-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const key = `domcp_${'k'.repeat(43)}`;
const bearer = (credential: string) => ({ authorization: `Bearer ${credential}` });
const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  flush: async () => {},
};

const whoami = (port: number, headers: Readonly<Record<string, string>> = {}): Promise<RawReply> =>
  callModern({ port, tool: 'whoami', headers });

const said = (reply: RawReply): string => JSON.parse(reply.text).result.content[0].text;

describe('a key', () => {
  const open = (most = 20) =>
    openServer({
      authenticator: requireKey(
        () => digestOf(key),
        () => ({ id: 'owner' }),
        createFailedAttempts({ most }),
      ),
    });

  it('opens the server', async () => {
    const { port } = await open();
    expect(said(await whoami(port, bearer(key)))).toBe('owner');
    expect((await whoami(port, { authorization: `bearer ${key}` })).status).toBe(200);
  });

  it('is asked for with a challenge that names no error when none came', async () => {
    const { port } = await open();
    const reply = await whoami(port);
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="do-mcp"');
    expect(JSON.parse(reply.text).error.message).toContain('Authorization: Bearer');
  });

  it.each([
    ['another key', `Bearer ${key.replace('k', 'x')}`],
    ['the beginning of the key', `Bearer ${key.slice(0, -1)}`],
    ['more than the key', `Bearer ${key}k`],
  ])('is not %s, and the challenge says invalid_token', async (_, authorization) => {
    const { port } = await open();
    const reply = await whoami(port, { authorization });
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toMatch(
      /^Bearer realm="do-mcp", error="invalid_token", error_description="[^"]+"$/,
    );
  });

  it.each([
    ['another scheme', `Basic ${key}`],
    ['nothing after the scheme', 'Bearer '],
    ['two keys', `Bearer ${key} ${key}`],
    ['a credential that is longer than any', `Bearer ${'k'.repeat(4_000)}`],
  ])('is not %s', async (_, authorization) => {
    const { port } = await open();
    expect((await whoami(port, { authorization })).status).toBe(401);
  });

  it('may be guessed only so often from one address, while whoever has it still gets in', async () => {
    const { port } = await open(3);
    const statuses: number[] = [];
    for (let guess = 0; guess < 5; guess++)
      statuses.push((await whoami(port, bearer(`guess-${guess}`))).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    const refused = await whoami(port, bearer('guess'));
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await whoami(port, bearer(key))).status).toBe(200);
  });

  it('is read from the header only, never from the address', async () => {
    const { port } = await open();
    const reply = await callModern({ port, tool: 'whoami' });
    expect(reply.status).toBe(401);
  });
});

describe('agents', () => {
  const open = async () => {
    const path = join(temporaryFolder(), 'agents.json');
    const reader = addAgent(
      path,
      { name: 'reader', token: { env: 'A' }, access: 'read' },
      randomBytes,
    ).key;
    const writer = addAgent(
      path,
      { name: 'writer', token: { env: 'B' }, access: 'write' },
      randomBytes,
    ).key;
    const environment: Record<string, string> = { A: 'dop_v1_aaa', B: 'dop_v1_bbb' };
    const clock = createManualClock();
    const opened: string[] = [];
    const file = followAgents({ path, environment, toolNames: new Map() }, clock, silent);
    const server = await openServer({
      authenticator: requireAgent({
        file,
        open: (agent, token) => {
          opened.push(`${agent.name} ${token}`);
          return { id: agent.name };
        },
        failures: createFailedAttempts({}),
        log: silent,
      }),
    });
    return { ...server, path, reader, writer, environment, clock, opened };
  };

  it('are told apart by their keys, each working with a token of its own', async () => {
    const { port, reader, writer, opened } = await open();
    expect(said(await whoami(port, bearer(reader)))).toBe('reader');
    expect(said(await whoami(port, bearer(writer)))).toBe('writer');
    await whoami(port, bearer(reader));
    expect(opened).toEqual(['reader dop_v1_aaa', 'writer dop_v1_bbb']);
  });

  it('cannot come in with a token, a name or the hash of a key', async () => {
    const { port } = await open();
    for (const credential of ['dop_v1_aaa', 'reader', `sha256:${'a'.repeat(64)}`])
      expect((await whoami(port, bearer(credential))).status).toBe(401);
  });

  it('are out as soon as they are taken out of the file', async () => {
    const { port, path, reader, clock } = await open();
    expect((await whoami(port, bearer(reader))).status).toBe(200);
    writeFileSync(path, JSON.stringify({ version: 1, agents: [] }));
    await clock.advance(1_000);
    expect((await whoami(port, bearer(reader))).status).toBe(401);
  });

  it('work with a renewed token at once', async () => {
    const { port, reader, environment, opened } = await open();
    await whoami(port, bearer(reader));
    environment['A'] = 'dop_v1_new';
    await whoami(port, bearer(reader));
    expect(opened).toEqual(['reader dop_v1_aaa', 'reader dop_v1_new']);
  });

  it('get a 503 that names no token when theirs cannot be read', async () => {
    const { port, reader, environment } = await open();
    delete environment['A'];
    const reply = await whoami(port, bearer(reader));
    expect(reply.status).toBe(503);
    expect(reply.text).toContain('reader');
    expect(reply.text).not.toContain('dop_v1');
  });
});

describe('a DigitalOcean token for each request', () => {
  const known: Grant = {
    kind: 'known',
    scopes: new Set(),
    source: 'digitalocean',
    expiresAt: null,
  };
  const invalid: Grant = { kind: 'invalid', reason: 'DigitalOcean does not accept the token' };

  const open = async (grant: (token: string) => Grant | Promise<Grant>, most = 20) => {
    const opened: string[] = [];
    const clock = createManualClock();
    const server = await openServer({
      authenticator: requireToken({
        open: (token) => {
          opened.push(token);
          return { id: hashOf(token), token };
        },
        grantOf: async ({ token }) => grant(token),
        failures: createFailedAttempts({ most }),
        clock,
      }),
    });
    return { ...server, opened, clock };
  };

  it('acts for the token, under a name that does not tell it', async () => {
    const { port } = await open(() => known);
    const token = 'dop_v1_0123456789abcdef';
    const reply = await whoami(port, bearer(token));
    expect(said(reply)).toBe(hashOf(token));
    expect(reply.text).not.toContain('0123456789');
  });

  it('is looked up once for many requests at the same time, and remembered', async () => {
    const { port, opened, clock } = await open(() => known);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => whoami(port, bearer('dop_v1_same'))),
    );
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect(opened).toEqual(['dop_v1_same']);
    await clock.advance(660_000);
    await whoami(port, bearer('dop_v1_same'));
    expect(opened).toHaveLength(2);
  });

  it('gets a 401 when DigitalOcean refuses it', async () => {
    const { port } = await open(() => invalid);
    const reply = await whoami(port, bearer('dop_v1_revoked'));
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toContain('invalid_token');
    expect(reply.text).not.toContain('dop_v1_revoked');
  });

  it('is admitted when its scopes cannot be learned; the guard lets it read', async () => {
    const { port } = await open(() => ({ kind: 'unknown', reason: 'DigitalOcean is away' }));
    expect((await whoami(port, bearer('dop_v1_any'))).status).toBe(200);
  });

  it.each([
    ['a refresh token', 'dor_v1_abc', 'refresh token'],
    ['a Functions key', 'dof_v1_abc', 'Functions'],
    ['a model key', 'sk_do_abc', 'model access key'],
  ])(
    'is refused with the reason when it is %s, and nobody is asked about it',
    async (_, token, reason) => {
      const { port, opened } = await open(() => known);
      const reply = await whoami(port, bearer(token));
      expect(reply.status).toBe(401);
      expect(reply.text).toContain(reason);
      expect(opened).toEqual([]);
    },
  );

  it('a flood of made-up tokens does not push out the good ones', async () => {
    const opened: string[] = [];
    const gate = requireToken({
      open: (token) => {
        opened.push(token);
        return { id: token, token };
      },
      // DigitalOcean is away, except for the one it has accepted before.
      grantOf: async ({ token }) =>
        token === 'good' ? known : { kind: 'unknown', reason: 'DigitalOcean is away' },
      failures: createFailedAttempts({ most: 1_000_000 }),
      clock: realClock,
      mostKnown: 10,
      mostUnproven: 10,
    });
    const come = (token: string) =>
      gate.authenticate(
        { header: () => `Bearer ${token}` },
        {
          address: '203.0.113.7',
          loopback: false,
          near: false,
        },
      );
    await come('good');
    for (let one = 0; one < 500; one++) await come(`made-up-${one}`);
    await come('good');
    expect(opened.filter((token) => token === 'good')).toHaveLength(1);
  });
});

describe('without authentication', () => {
  it('anyone on this machine is let in', async () => {
    const { port } = await openServer();
    expect(said(await whoami(port))).toBe('anyone');
  });
});
