// Answering over HTTP: what each request of an operator comes to, and that an approval lets one call through.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeOperator } from '../../src/http/operators/change-operators.ts';
import { newOperator, questionOf, serveAsking } from './operators.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('an operator', () => {
  it('sees what waits, approves it, and the same call goes through once', async () => {
    const server = await serveAsking();
    const pending = await server.destroy();
    const id = questionOf(pending);
    expect(pending.error?.next).toContain(
      `do-mcp approvals approve ${id} --url http://127.0.0.1:${server.port}`,
    );
    const list = JSON.parse((await server.answer('/approvals', { method: 'GET' })).text);
    expect(list).toMatchObject({ left_out: 0, approvals: [{ id, standing: 'open' }] });
    const shown = await server.answer(`/approvals/${id}`, { method: 'GET' });
    expect(shown.status).toBe(200);
    expect(shown.headers['access-control-allow-origin']).toBeUndefined();
    expect(JSON.parse(shown.text)).toMatchObject({
      id,
      tool: 'droplets_destroy',
      effect: 'destroy',
      text: expect.stringContaining('staging-01'),
      typed: 'staging-01',
      opened: '2026-01-01T00:00:00.000Z',
      closes: '2026-01-01T01:00:00.000Z',
      answer: null,
    });
    const approved = await server.approve(id, { reason: 'old' });
    expect(approved.status).toBe(200);
    expect(JSON.parse(approved.text)).toMatchObject({
      standing: 'approved',
      answer: { approves: true, door: 'console', by: 'sam', reason: 'old' },
    });
    expect((await server.destroy()).error).toBeUndefined();
    expect((await server.approve(id)).status).toBe(409);
    expect((await server.answer(`/approvals/${id}/deny`)).status).toBe(409);
  });

  it('denies, and the agent is told by whom and why', async () => {
    const server = await serveAsking();
    const id = questionOf(await server.destroy());
    const denied = await server.answer(`/approvals/${id}/deny`, {
      body: { reason: 'still in use', door: 'terminal' },
    });
    expect(JSON.parse(denied.text)).toMatchObject({ standing: 'denied' });
    const told = (await server.destroy()).error;
    expect(told?.code).toBe('denied');
    expect(told?.message).toContain('terminal, sam): still in use');
  });

  it('has to send the name where it has to be typed', async () => {
    const server = await serveAsking();
    const id = questionOf(await server.destroy('web-01'));
    const path = `/approvals/${id}/approve`;
    for (const body of [undefined, {}, { typed: 'yes' }, { typed: 'WEB-01' }, { typed: '' }]) {
      const refused = await server.answer(path, { body });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('web-01');
    }
    expect((await server.answer(path, { body: { typed: 'web-01' } })).status).toBe(200);
  });

  it('comes too late when the hour is over, and an approval of his lasts ten minutes', async () => {
    const server = await serveAsking();
    const first = questionOf(await server.destroy());
    await server.clock.advance(60 * 60_000);
    const late = await server.approve(first);
    expect(late.status).toBe(409);
    expect(late.text).toContain('is over');
    const second = questionOf(await server.destroy());
    expect((await server.approve(second)).status).toBe(200);
    await server.clock.advance(10 * 60_000);
    questionOf(await server.destroy());
  });

  it('of several at once is told so: the first answer counts', async () => {
    const server = await serveAsking();
    const id = questionOf(await server.destroy());
    const statuses = await Promise.all(
      ['approve', 'deny', 'approve', 'deny'].map(
        async (way) =>
          (
            await server.answer(`/approvals/${id}/${way}`, {
              body: way === 'approve' ? { typed: 'staging-01' } : {},
            })
          ).status,
      ),
    );
    expect(statuses.toSorted()).toEqual([200, 409, 409, 409]);
  });

  it('finds nothing under an id that names nothing', async () => {
    const server = await serveAsking();
    for (const id of ['0123456789', '..', 'x.question', '%2e%2e', 'a'.repeat(99)]) {
      expect((await server.answer(`/approvals/${id}`, { method: 'GET' })).status).toBe(404);
      expect((await server.approve(id)).status).toBe(404);
    }
  });

  it('cannot answer at a door that the owner has closed', async () => {
    const server = await serveAsking({ consentDoors: 'terminal' });
    const path = `/approvals/${questionOf(await server.destroy())}`;
    for (const way of ['approve', 'deny']) {
      const closed = await server.answer(`${path}/${way}`, { body: { door: 'console' } });
      expect(closed.status).toBe(403);
      expect(closed.text).toContain('--consent-doors');
    }
    const open = await server.answer(`${path}/approve`, {
      body: { door: 'terminal', typed: 'staging-01' },
    });
    expect(open.status).toBe(200);
  });

  it('whose role is to look may look and nothing else', async () => {
    const server = await serveAsking();
    const key = newOperator(server.stateDir, 'max', 'look');
    await server.clock.advance(1_000);
    const path = `/approvals/${questionOf(await server.destroy())}`;
    expect((await server.answer(path, { method: 'GET', bearer: key })).status).toBe(200);
    expect((await server.answer(`${path}/approve`, { bearer: key })).status).toBe(403);
    expect((await server.answer(`${path}/deny`, { bearer: key })).status).toBe(403);
  });

  it('has a key of which only the hash is kept, for its owner alone', async () => {
    const server = await serveAsking();
    const path = join(server.stateDir, 'operators.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain(server.key.slice(6));
    questionOf(await server.destroy());
    await server.answer('/approvals', { method: 'GET' });
    expect(server.lines.join('\n')).not.toContain(server.key.slice(6));
  });
});

describe('what is no answer', () => {
  it.each([
    ['approve', 'GET', 405],
    ['deny', 'PUT', 405],
    ['', 'DELETE', 405],
    ['elsewhere', 'POST', 404],
  ])('%s with %s is refused', async (way, method, status) => {
    const server = await serveAsking();
    const id = questionOf(await server.destroy());
    const path = `/approvals/${id}${way && `/${way}`}`;
    expect((await server.answer(path, { method })).status).toBe(status);
  });

  it.each([
    ['that is no JSON', '{', 400],
    ['that is a list', '[]', 400],
    ['that is a text', '"yes"', 400],
    ['with a field of its own', '{"agree":true}', 400],
    ['that types a number', '{"typed":1}', 400],
    ['that pretends to be the client', '{"door":"client"}', 400],
    ['with a long reason', JSON.stringify({ reason: 'x'.repeat(501) }), 400],
    ['of many bytes', ' '.repeat(9_000), 413],
  ])('a body %s is refused, and the question stays open', async (_kind, body, status) => {
    const server = await serveAsking();
    const path = `/approvals/${questionOf(await server.destroy())}`;
    expect((await server.answer(`${path}/approve`, { body })).status).toBe(status);
    const { text } = await server.answer(path, { method: 'GET' });
    expect(JSON.parse(text)).toMatchObject({ standing: 'open' });
  });

  it('is what a form of a browser sends', async () => {
    const server = await serveAsking();
    const path = `/approvals/${questionOf(await server.destroy())}/approve`;
    const headers = { 'content-type': 'text/plain' };
    expect((await server.answer(path, { body: '{}', headers })).status).toBe(415);
  });
});

describe('the file of operators', () => {
  it('is followed: who is taken out is out within a second, who is added is in', async () => {
    const server = await serveAsking();
    const list = async (bearer: string) =>
      (await server.answer('/approvals', { method: 'GET', bearer })).status;
    const path = join(server.stateDir, 'operators.json');
    removeOperator(path, 'sam', randomBytes);
    await server.clock.advance(1_000);
    expect(await list(server.key)).toBe(401);
    const { text } = await server.answer('/approvals', { method: 'GET' });
    expect(text).toContain('Nobody may answer over HTTP yet');
    const pending = await server.destroy();
    expect(pending.error?.next).not.toContain('--url');
    const key = newOperator(server.stateDir, 'kim');
    await server.clock.advance(1_000);
    expect(await list(key)).toBe(200);
    expect((await server.destroy()).error?.next).toContain('--url');
    writeFileSync(path, '{"version":1,"operators":[{"name":"kim","keys":"x"}]}');
    await server.clock.advance(1_000);
    expect(await list(key)).toBe(401);
    rmSync(path);
    await server.clock.advance(1_000);
    expect(await list(key)).toBe(401);
  });

  it('stops the start when it is wrong', async () => {
    await expect(
      serveAsking({
        operatorsFile: (() => {
          const path = join(temporaryFolder(), 'operators.json');
          writeFileSync(path, '{"version":1}');
          return path;
        })(),
      }),
    ).rejects.toThrow(/file of operators .* cannot be used: operators/);
  });
});
