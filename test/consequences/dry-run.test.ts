// A dry run tells what a call would do, cost and meet, and does nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agent, connectAgent, tools } from '../agent.ts';
import { createManualClock } from '../manual-clock.ts';

// Time stands still: looking ahead is never cut short by a slow machine.
const clock = createManualClock();

let agent: Agent;
beforeAll(async () => {
  agent = await connectAgent({
    argv: ['--sandbox', '--mode', 'tools', '--areas', 'all', '--confirm', 'ask'],
    clock,
  });
});
afterAll(() => agent.close());

/** The same account, with finders. */
let finding: Agent;
beforeAll(async () => {
  finding = await connectAgent({ clock });
});
afterAll(() => finding.close());

const dryRun = async (
  name: string,
  given: Readonly<Record<string, unknown>>,
  by: Agent = agent,
): Promise<Record<string, unknown>> => {
  const { answer, isError, text } = await by.call(name, { ...given, dry_run: true });
  expect(isError, text).toBe(false);
  expect(answer['dry_run']).toBe(true);
  return answer;
};

const volume = async (attached: boolean): Promise<Record<string, unknown>> => {
  const { answer } = await agent.call('volumes_list', { detail: 'full' });
  const found = (answer['items'] as { id: string; droplet_ids: number[] }[]).find(
    ({ droplet_ids }) => droplet_ids.length > 0 === attached,
  );
  if (!found) throw new Error('no such volume');
  return found;
};

const order = { name: 'web-9', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };

describe('a dry run', () => {
  it('shows the request, what it does and what it costs', async () => {
    const answer = await dryRun('droplets_create', order);
    expect(answer, JSON.stringify(answer)).toMatchObject({
      request: { method: 'POST', path: '/v2/droplets', body: order },
      effect: 'write',
      cost: 'starts',
      price: { monthly_usd: 6, of: ['s-1vcpu-1gb at $6'] },
      let_through: { allowed: true, asks_a_person: true },
    });
  });

  it('does nothing', async () => {
    const named = async () =>
      (await agent.call('droplets_list', { where: ['name=web-9'] })).answer['items'];
    await dryRun('droplets_create', order);
    expect(await named()).toEqual([]);
    const { id } = await volume(false);
    await dryRun('volumes_delete', { volume_id: id });
    expect((await agent.call('volumes_get', { volume_id: id })).isError).toBe(false);
  });

  it('shows no secret', async () => {
    const { request } = await dryRun('droplets_create', {
      ...order,
      user_data: 'PASSWORD=hunter2',
    });
    expect(JSON.stringify(request)).not.toContain('hunter2');
  });

  it('asks nobody about what is cheap', async () => {
    const { price, let_through: through } = await dryRun('tags_create', { name: 'free' });
    expect(price).toBeUndefined();
    expect(through).toEqual({ allowed: true, asks_a_person: false });
    const pool = { type: 'resize', droplet_id: 500000003, size: 's-1vcpu-1gb' };
    expect(await dryRun('droplet_actions_post', pool)).toHaveProperty('price');
  });

  it('says that a person is asked, and about what', async () => {
    const { id } = await volume(false);
    const { let_through: through } = await dryRun('volumes_delete', { volume_id: id });
    expect(through).toMatchObject({ allowed: true, asks_a_person: true, rule: 'confirm' });
  });

  it('knows that what is attached is not deleted', async () => {
    const { id } = await volume(true);
    expect(await dryRun('volumes_delete', { volume_id: id })).toMatchObject({
      outcome: 'would_be_refused',
      because: ['the volume is attached to a Droplet'],
    });
  });

  it.each([
    ['droplets_destroy', { droplet_id: 999 }],
    ['volumes_delete', { volume_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6' }],
    ['domains_delete', { domain_name: 'nobody.example' }],
  ])('knows that %s of what is not there is refused', async (name, given) => {
    const { outcome, requests_made: made } = await dryRun(name, given);
    expect(outcome).toBe('would_be_refused');
    expect(made).toBeLessThanOrEqual(3);
  });

  it('is the same through a finder, with the flag as text', async () => {
    const given = { droplet_id: 999 };
    const direct = await dryRun('droplets_destroy', given, finding);
    const { answer } = await finding.call('call_destroy_tool', {
      name: 'droplets_destroy',
      arguments: { ...given, dry_run: 'true' },
    });
    expect(answer).toEqual(direct);
  });

  it('through a finder for other calls is barred like the call itself', async () => {
    const { answer } = await finding.call('call_write_tool', {
      name: 'droplets_destroy',
      arguments: { droplet_id: 999, dry_run: true },
    });
    expect(answer).toMatchObject({
      dry_run: true,
      let_through: { allowed: false, rule: 'wrong_finder' },
      outcome: 'would_be_refused',
    });
  });

  it('that is false is the call itself', async () => {
    const { answer } = await agent.call('tags_create', { name: 'dry', dry_run: false });
    expect(answer).not.toHaveProperty('dry_run');
    expect((await agent.call('tags_get', { tag_id: 'dry' })).isError).toBe(false);
  });

  it('takes no wrong arguments', async () => {
    const { answer, isError } = await agent.call('droplets_create', { size: 1, dry_run: true });
    expect(isError).toBe(true);
    expect(answer).toMatchObject({ error: { code: 'invalid_arguments' } });
  });

  it('is no argument of a read', async () => {
    const { isError } = await agent.call('droplets_list', { dry_run: true });
    expect(isError).toBe(true);
  });
});

describe('a dry run that a rule stands against', () => {
  it.each([
    [['--read-only'], 'read_only'],
    [['--exclude-tools', 'volumes_delete'], 'left_out'],
    [['--scopes', 'droplet:read'], 'scopes'],
  ])('of %j names it', async (argv, rule) => {
    const other = await connectAgent({ argv: ['--sandbox', ...argv], clock });
    const answer = await dryRun(
      'volumes_delete',
      { volume_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6' },
      other,
    );
    await other.close();
    expect(answer).toMatchObject({
      request: { method: 'DELETE' },
      let_through: { allowed: false, rule },
      outcome: 'would_be_refused',
    });
  });
});

describe('the argument dry_run', () => {
  it('is one of every change, and of no read', () => {
    for (const { name, inputSchema, endpoint } of tools) {
      const changes =
        endpoint.effect !== 'read' ||
        (endpoint.conditions ?? []).some(({ effect = 'read' }) => effect !== 'read');
      expect('dry_run' in inputSchema.properties, name).toBe(changes);
    }
  });
});
