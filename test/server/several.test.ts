// Several things made by one call: shown as they are in the end, and each action named until then.
import { afterEach, describe, expect, it } from 'vitest';
import { type Agent, connectAgent } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { createRecordingTransport, testToken } from '../recording-transport.ts';

const opened: Agent[] = [];
afterEach(async () => {
  for (const agent of opened.splice(0)) await agent.close();
});

const droplet = (id: number, status: string) => ({
  id,
  name: `web-${id}`,
  status,
  networks: {
    v4: status === 'new' ? [] : [{ ip_address: `192.0.2.${id}`, type: 'public' }],
    v6: [],
  },
});

/** An account in which two Droplets are made at once, by the actions 11 and 12. */
const connect = async (again: (id: number) => number, ...argv: readonly string[]) => {
  const network = createRecordingTransport({
    reply: ({ method, url }) => {
      const id = Number(url.pathname.split('/').at(-1));
      if (method === 'POST')
        return {
          status: 202,
          body: {
            droplets: [droplet(1, 'new'), droplet(2, 'new')],
            links: { actions: [11, 12].map((one) => ({ id: one, rel: 'multiple_create' })) },
          },
        };
      if (url.pathname.includes('actions'))
        return { body: { action: { id, status: 'completed' } } };
      return again(id) === 200
        ? { body: { droplet: droplet(id, 'active') } }
        : { status: again(id), body: { id: 'forbidden', message: 'no' } };
    },
  });
  const agent = await connectAgent({
    argv: ['--confirm', 'never', '--scopes', 'api:write', ...argv],
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
    clock: createJumpingClock(() => 0),
  });
  opened.push(agent);
  return agent;
};

const make = { names: ['web-1', 'web-2'], size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };

describe('a create of several that is waited for', () => {
  it('shows every one of them finished, beside its action', async () => {
    const agent = await connect(() => 200);
    const { answer, text } = await agent.call('droplets_create', { ...make, wait_seconds: 45 });
    const droplets = answer['droplets'] as readonly Record<string, unknown>[];
    expect(droplets.map(({ id, status }) => [id, status])).toEqual([
      [1, 'active'],
      [2, 'active'],
    ]);
    expect(text).toContain('192.0.2.1');
    expect(text).toContain('192.0.2.2');
    expect(answer['actions']).toEqual([
      { id: 11, status: 'completed' },
      { id: 12, status: 'completed' },
    ]);
  });

  it('shows as it was made what cannot be read again, and the others finished', async () => {
    const agent = await connect((id) => (id === 2 ? 403 : 200));
    const { answer } = await agent.call('droplets_create', { ...make, wait_seconds: 45 });
    const droplets = answer['droplets'] as readonly Record<string, unknown>[];
    expect(droplets.map(({ id, status }) => [id, status])).toEqual([
      [1, 'active'],
      [2, 'new'],
    ]);
  });
});

describe('a create of several that is not waited for', () => {
  it('names every action in next', async () => {
    const agent = await connect(() => 200);
    const { answer } = await agent.call('droplets_create', make);
    expect(answer['next']).toMatch(/actions_get with action_id 11 or 12/);
  });
});
