// The token in hand at its doors: what it grants, what is missing or needed by nothing, and another one beside it.
import { describe, expect, it } from 'vitest';
import type { ScopeComparison, TokenView } from '../../src/console/token/token-view.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { askConsole } from './console-client.ts';

const serve = (scopes: string, values = {}) =>
  serveSimulated({ scopes, areas: 'droplets,domains', ...values });

const token = async (port: number): Promise<TokenView> =>
  JSON.parse((await askConsole(port, 'token?holder=server')).text);

const stateOf = ({ groups }: TokenView, wanted: string) =>
  groups.flatMap(({ scopes }) => scopes).find(({ scope }) => scope === wanted);

const compare = (port: number, scopes: string) =>
  askConsole(port, 'token/compare', { body: { holder: 'server', scopes } });

describe('the token in hand', () => {
  it('is told by resource: held, missing, and how many served tools need each right', async () => {
    const { port } = await serve('droplet:read,domain:read,cdn:read');
    const told = await token(port);
    expect(told).toMatchObject({ kind: 'known', source: 'declared', expiresAt: null });
    expect(stateOf(told, 'droplet:read')).toMatchObject({ state: 'held', action: 'read' });
    expect(stateOf(told, 'domain:delete')).toMatchObject({ state: 'missing' });
    expect(stateOf(told, 'domain:delete')?.tools).toBeGreaterThan(0);
    expect(told.unused).toEqual(['cdn:read']);
    expect(told.usable).toBeGreaterThan(0);
    expect(told.usable).toBeLessThan(told.served);
  });

  it('counts an account-wide scope as covering what it covers', async () => {
    const { port } = await serve('api:read');
    const told = await token(port);
    expect(stateOf(told, 'droplet:read')?.state).toBe('covered');
    expect(stateOf(told, 'droplet:create')?.state).toBe('missing');
    expect(told.unused).toEqual([]);
  });

  it('never shows the token itself', async () => {
    const { port } = await serveSimulated({ auth: 'none' });
    const { text } = await askConsole(port, 'token?holder=server');
    expect(text).not.toMatch(/do[po]_v1_/);
    expect((await askConsole(port, 'token?holder=nobody')).status).toBe(404);
  });

  it('is compared with the scopes of another, however they were pasted', async () => {
    const { port } = await serve('droplet:read,domain:read');
    const { text } = await compare(port, '["droplet:read",\n "droplet:create"; nonsense:thing');
    const found: ScopeComparison = JSON.parse(text);
    expect(found).toMatchObject({
      both: ['droplet:read'],
      onlyThis: ['domain:read'],
      onlyOther: ['droplet:create'],
      unknown: ['nonsense:thing'],
    });
    expect(found.toolsOnlyThis).toContain('domains_list');
    expect(found.toolsOnlyOther).toContain('droplets_create');
  });

  it('refuses a pasted token, shows it nowhere and logs it nowhere', async () => {
    const { port, lines } = await serve('droplet:read');
    const pasted = `dop_v1_${'ab'.repeat(32)}`;
    const refused = await compare(port, `droplet:read ${pasted}`);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('never a token');
    expect(`${refused.text}${lines.join('')}`).not.toContain(pasted);
  });

  it('is not compared with more than a page of text', async () => {
    const { port } = await serve('droplet:read');
    expect((await compare(port, 'a '.repeat(15_000))).status).toBe(400);
    expect((await compare(port, 'a'.repeat(70_000))).status).toBe(413);
  });
});
