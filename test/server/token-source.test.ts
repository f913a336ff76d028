// Which token a call goes out with, over the life of the program.
import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { connectAgent } from '../agent.ts';
import { createRecordingTransport, testToken } from '../recording-transport.ts';

describe('the token', () => {
  it('is read again from its file when that changes, with the tools that the new one grants', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
    writeFileSync(file, 'dop_v1_first');
    const network = createRecordingTransport({
      tokenInfo: ['domain:read'],
      reply: () => ({ body: { domains: [] } }),
    });
    const agent = await connectAgent({ argv: ['--token-file', file], transport: network });
    await agent.call('domains_list');
    writeFileSync(file, 'dop_v1_second');
    utimesSync(file, 1, 1);
    await agent.call('domains_list');
    expect(network.sent.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer dop_v1_first',
      'Bearer dop_v1_second',
    ]);
    expect(network.asked.scopes).toBe(2);
    writeFileSync(file, 'dor_v1_wrong');
    utimesSync(file, 2, 2);
    const refused = await agent.call('domains_list');
    expect(refused.answer['error']).toMatchObject({
      code: 'invalid_token',
      message: expect.stringContaining('refresh token'),
    });
    expect(network.sent).toHaveLength(2);
  });

  it('whose scopes are not known is warned about, with the reason and without the token', async () => {
    const lines: string[] = [];
    const warned = async (status: number) => {
      const log = createLog('warn', (line) => lines.push(line));
      const agent = await connectAgent({
        argv: [],
        environment: { DIGITALOCEAN_TOKEN: testToken },
        transport: createRecordingTransport({ tokenInfo: { status } }),
        log,
      });
      await agent.list();
      await log.flush();
      return lines.splice(0).join('');
    };
    expect(await warned(503)).toMatch(/answered 503.*only reading is allowed/);
    expect(await warned(401)).toMatch(/wrong, expired or revoked.*no tool is offered/);
    expect(await warned(200)).toMatch(/could not be read/);
    expect(await warned(503)).not.toContain(testToken.slice(-8));
  });

  it('of the simulation names its own scopes', async () => {
    const agent = await connectAgent({
      argv: ['--sandbox', '--areas', 'core', '--mode', 'tools'],
      environment: { DIGITALOCEAN_TOKEN: 'sandbox:domain:read,account:read' },
    });
    expect((await agent.list()).map(({ name }) => name)).toEqual([
      'account_get',
      'domains_list',
      'domains_get',
      'domains_list_records',
      'domains_get_record',
    ]);
  });

  it('is asked for its scopes once, however many calls come together', async () => {
    const network = createRecordingTransport({
      tokenInfo: ['domain:read'],
      reply: () => ({ body: { domains: [] } }),
    });
    const agent = await connectAgent({
      argv: [],
      environment: { DIGITALOCEAN_TOKEN: 'dop_v1_once' },
      transport: network,
    });
    await Promise.all([agent.list(), agent.call('domains_list'), agent.call('domains_list')]);
    expect(network.asked.scopes).toBe(1);
  });
});
