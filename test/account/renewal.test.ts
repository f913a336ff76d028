// A token that is renewed while the program runs: calls go on with the new one, as the same somebody.
import { mkdtempSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connectAgent } from '../agent.ts';
import { createRecordingTransport } from '../recording-transport.ts';

const old = 'dop_v1_old';
const renewed = 'dop_v1_renewed';

/** Writes another token so that nobody notices: the time of the change stays. */
const writeUnseen = (file: string, token: string): void => {
  const { atime, mtime } = statSync(file);
  writeFileSync(file, token);
  utimesSync(file, atime, mtime);
};

const start = async (argv: readonly string[] = []) => {
  const file = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
  writeFileSync(file, old);
  utimesSync(file, 1, 1);
  let accepted = old;
  const network = createRecordingTransport({
    tokenInfo: ['api:write'],
    reply: ({ headers, method }) =>
      headers['authorization'] === `Bearer ${accepted}`
        ? method === 'POST'
          ? { status: 202, body: { droplet: { id: 1 } } }
          : { body: { domains: [] } }
        : { status: 401, body: { id: 'unauthorized', message: 'Unable to authenticate you' } },
  });
  const agent = await connectAgent({
    argv: ['--token-file', file, '--confirm', 'never', ...argv],
    transport: network,
  });
  return {
    agent,
    network,
    renew: (where: 'in the file' | 'nowhere') => {
      accepted = renewed;
      if (where === 'in the file') writeUnseen(file, renewed);
    },
    sent: () =>
      network.sent
        .filter(({ url }) => url.pathname !== '/v2/account')
        .map(({ headers, method }) => `${method} ${headers['authorization']}`),
  };
};

describe('a renewed token', () => {
  it('is read and used when the old one is not accepted, also by what creates, exactly once', async () => {
    const { agent, renew, sent } = await start();
    await agent.call('domains_list');
    renew('in the file');
    const made = await agent.call('droplets_create', { name: 'a', size: 's', image: 'x' });
    expect(made.isError).toBe(false);
    await agent.call('domains_list');
    expect(sent()).toEqual([
      `GET Bearer ${old}`,
      `POST Bearer ${old}`,
      `POST Bearer ${renewed}`,
      `GET Bearer ${renewed}`,
    ]);
    await agent.close();
  });

  it('that has not come yet leaves the refusal as it is, asked once', async () => {
    const { agent, renew, sent } = await start();
    renew('nowhere');
    const refused = await agent.call('domains_list');
    expect(refused.answer['error']).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(sent()).toEqual([`GET Bearer ${old}`]);
    await agent.close();
  });

  it('keeps the count of requests: a renewal is no way round the limits we keep', async () => {
    const { agent, renew, sent } = await start(['--quota', '2/2']);
    await agent.call('domains_list');
    await agent.call('domains_list');
    renew('in the file');
    const late = await agent.call('domains_list');
    expect(late.answer['error']).toMatchObject({ code: 'quota_exhausted' });
    expect(sent()).toHaveLength(2);
    await agent.close();
  });
});
