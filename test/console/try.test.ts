// Trying a tool at the console's door: the road of every call, with its rules, and who may take it.
import { join } from 'node:path';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import type { Tried } from '../../src/console/try/tried.ts';
import { callModern } from '../http/open-server.ts';
import { newOperator, questionOf, serveAsking } from '../http/operators.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { linesOf, newFolder } from '../record/recorded.ts';

import { askConsole, signedIn } from './console-client.ts';

const tried = async (port: number, call: object): Promise<Tried> => {
  const body = { holder: 'server', arguments: {}, ...call };
  const { status, text } = await askConsole(port, 'try', { body });
  if (status !== 200) throw new Error(text);
  return JSON.parse(text);
};

const idOf = async (port: number, name: string): Promise<number> => {
  const { text } = await tried(port, {
    tool: 'droplets_list',
    arguments: { fields: ['id', 'name'] },
  });
  return Number(new RegExp(`(\\d+),"name":"${name}"`).exec(text)?.[1]);
};

describe('trying a tool in the console', () => {
  it('answers exactly what an agent is answered, with its tokens estimated', async () => {
    const { port } = await serveSimulated({ mode: 'tools' });
    const given = { fields: ['id', 'name'] };
    const own = await tried(port, { tool: 'droplets_list', arguments: given });
    const agents = await callModern({ port, tool: 'droplets_list', arguments: given });
    expect(own).toMatchObject({ ok: true, dryRun: false, question: null });
    expect(agents.text).toContain(JSON.stringify(own.text));
  });

  it('changes nothing unless a person says so, and then what they said', async () => {
    const { port, reached } = await serveSimulated();
    const call = { tool: 'domains_create', arguments: { name: 'example.org' } };
    const dry = await tried(port, call);
    expect(dry).toMatchObject({ ok: true, dryRun: true });
    expect(dry.text).toContain('Nothing was changed.');
    expect(reached.filter((line) => !line.startsWith('GET'))).toEqual([]);
    const real = await tried(port, { ...call, dry_run: false });
    expect(real).toMatchObject({ ok: true, dryRun: false });
    expect(reached.filter((line) => line.startsWith('POST /v2/domains'))).toHaveLength(1);
  });

  it('waits for a person where an agent would have to, and says for which question', async () => {
    const server = await serveAsking();
    const id = await idOf(server.port, 'staging-01');
    const call = { tool: 'droplets_destroy', arguments: { droplet_id: id }, dry_run: false };
    const waits = await tried(server.port, call);
    const said = JSON.parse(waits.text);
    expect(waits).toMatchObject({ ok: false, question: questionOf(said) });
    const list = JSON.parse((await askConsole(server.port, 'approvals')).text);
    expect(list.approvals[0].agent).toContain('do-mcp console');
    expect((await server.approve(waits.question ?? '')).status).toBe(200);
    expect((await tried(server.port, call)).ok).toBe(true);
  });

  it('is held to the scopes of the token and to what the owner keeps out', async () => {
    const { port, reached } = await serveSimulated({ scopes: 'domain:read', readOnly: true });
    const before = reached.length;
    for (const [tool, given] of [
      ['droplets_list', {}],
      ['domains_create', { name: 'example.org' }],
    ] as const) {
      const { ok, text } = await tried(port, { tool, arguments: given, dry_run: false });
      expect(ok).toBe(false);
      expect(JSON.parse(text).error.message).toMatch(/\.$/);
    }
    expect(reached.slice(before)).toEqual([]);
  });

  it('stands in the record under the name of the console', async () => {
    const audit = join(newFolder(), 'audit.jsonl');
    const { port } = await serveSimulated({ audit });
    await tried(port, {
      tool: 'domains_create',
      arguments: { name: 'example.org' },
      dry_run: false,
    });
    expect(linesOf(audit).filter(({ kind }) => kind === 'intent')).toMatchObject([
      { client: { name: 'do-mcp console' }, arguments: { name: 'example.org' } },
    ]);
  });

  it('estimates tokens well enough to plan with', async () => {
    const { port } = await serveSimulated();
    for (const tool of ['droplets_list', 'sizes_list', 'domains_list', 'regions_list']) {
      const { text, tokens } = await tried(port, { tool });
      const counted = countTokens(text);
      expect(tokens / counted, `${tool}: ${tokens} for ${counted}`).toBeGreaterThan(0.8);
      expect(tokens / counted, `${tool}: ${tokens} for ${counted}`).toBeLessThan(1.25);
    }
  });

  it('is on a real account for operators alone whose role is to operate', async () => {
    const stateDir = newFolder();
    const keys = (['look', 'approve', 'operate'] as const).map((role) =>
      newOperator(stateDir, role, role),
    );
    // Nobody listens at this address of an API: only whether a call gets as far is asked.
    const nowhere = 'http://127.0.0.1:9';
    const { port } = await serveSimulated(
      {
        ...{ sandbox: false, stateDir, apiUrl: nowhere, tokenInfoUrl: nowhere },
        ...{ auth: 'key', keyFile: join(stateDir, 'key'), scopes: 'domain:read,domain:create' },
      },
      { DIGITALOCEAN_TOKEN: `dop_v1_${'0'.repeat(64)}` },
    );
    const body = { holder: 'server', tool: 'domains_create', arguments: { name: 'example.org' } };
    const answers = [];
    for (const key of keys) {
      const session = await signedIn(port, key);
      answers.push(await askConsole(port, 'try', { body, session }));
      const { cookie } = session;
      expect((await askConsole(port, 'try', { body, session: { cookie } })).status).toBe(401);
    }
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 200]);
    expect(answers[0]?.text).toContain('real account');
    expect(JSON.parse(answers[2]?.text ?? '')).toMatchObject({ dryRun: true });
  });

  it('refuses what is no call in words, and needs both halves of a session', async () => {
    const { port } = await serveSimulated();
    const call = { holder: 'server', tool: 'droplets_list', arguments: {} };
    for (const [body, status] of [
      [{ ...call, tool: 'no_such_tool' }, 404],
      [{ ...call, holder: 'nobody' }, 404],
      [{ ...call, arguments: [] }, 400],
      [{ ...call, dry_run: 'no' }, 400],
      [{ ...call, further: 1 }, 400],
      [{ ...call, arguments: { name: 'x'.repeat(300_000) } }, 413],
    ] as const) {
      const answer = await askConsole(port, 'try', { body });
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.text).error.message).toMatch(/\.$/);
    }
    const forged = await askConsole(port, 'try', { body: call, session: { proof: '' } });
    expect(forged.status).toBe(403);
    const foreign = await askConsole(port, 'try', {
      body: call,
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
  });
});
