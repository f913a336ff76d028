// Destroying with keep: "snapshot": two calls, one question, and nothing destroyed before the snapshot is complete.
import { describe, expect, it } from 'vitest';
import {
  type AskedAgent,
  askedAgent,
  type Behaviour,
  idOf,
  outcomeOf,
  rowsOf,
} from '../consent/asked.ts';

const name = 'staging-01';
const longEnough = 3_600_000;

/** A person who agrees to everything, and types what is asked for. */
const agrees = (agent: () => AskedAgent): NonNullable<Behaviour['show']> => {
  return async (_message, fields) => {
    await agent().clock.advance(2_000);
    return {
      action: 'accept',
      content: fields.includes('name') ? { name: typed } : { agree: true },
    };
  };
};
let typed = name;

const meet = async (behaviour: Behaviour = {}): Promise<AskedAgent> => {
  typed = name;
  const agent: AskedAgent = await askedAgent({ show: agrees(() => agent), ...behaviour });
  return agent;
};

const deletions = (agent: AskedAgent): readonly string[] =>
  agent.changes().filter((one) => one.startsWith('DELETE '));

describe('keep: "snapshot"', () => {
  it('takes the snapshot first, asks once for both, and destroys when it is complete', async () => {
    const agent = await meet();
    const given = { droplet_id: await idOf(agent, name), keep: 'snapshot' };
    const first = await agent.call('droplets_destroy', given);
    expect(first.answer).toMatchObject({
      pending: true,
      keep: 'snapshot',
      action: { id: expect.any(Number), status: 'in-progress' },
    });
    expect(agent.forms[0]).toContain('First a snapshot of the Droplet is taken.');
    expect(agent.forms[0]).toMatch(/Costs (?:about|up to)? ?.*a month/);
    const early = await agent.call('droplets_destroy', given);
    expect(early.answer).toMatchObject({ pending: true, action: { status: 'in-progress' } });
    expect(deletions(agent)).toEqual([]);
    await agent.clock.advance(longEnough);
    const last = await agent.call('droplets_destroy', given);
    expect(outcomeOf(last)).toBe('done');
    expect(agent.forms).toHaveLength(1);
    expect(agent.changes()).toEqual([
      expect.stringMatching(/^POST .*\/actions$/),
      expect.stringMatching(/^DELETE /),
    ]);
    const kept = rowsOf(await agent.call('snapshots_list', { resource_type: 'droplet' }));
    expect(JSON.stringify(kept)).toContain('before-destroying-');
  });

  it('destroys nothing when the snapshot fails, and says so', async () => {
    const agent = await meet();
    const given = { droplet_id: await idOf(agent, name), keep: 'snapshot' };
    await agent.elsewhere('POST', '../_simulation/faults', { action_errors: 'snapshot' });
    expect((await agent.call('droplets_destroy', given)).answer).toMatchObject({ pending: true });
    await agent.clock.advance(longEnough);
    expect(outcomeOf(await agent.call('droplets_destroy', given))).toBe('snapshot_failed');
    expect(deletions(agent)).toEqual([]);
    expect((await agent.call('droplets_destroy', given)).answer).toMatchObject({ pending: true });
  });

  it('lets nobody who agreed to a snapshot first be taken for one who agreed without', async () => {
    const agent = await meet({ show: () => ({ action: 'cancel' }) });
    const droplet_id = await idOf(agent, name);
    await agent.call('droplets_destroy', { droplet_id, keep: 'snapshot' });
    await agent.call('droplets_destroy', { droplet_id });
    const [withSnapshot, without] = agent.forms;
    expect(withSnapshot).toContain('First a snapshot');
    expect(without).not.toContain('First a snapshot');
    expect(agent.changes()).toEqual([]);
  });

  it('says before anybody is asked that the snapshot has no scope', async () => {
    const agent = await meet({ scopes: 'droplet:read,droplet:delete,actions:read' });
    const refused = await agent.call('droplets_destroy', {
      droplet_id: await idOf(agent, name),
      keep: 'snapshot',
    });
    expect(refused.text).toContain('The snapshot that keep asks for may not be taken');
    expect(refused.text).toContain('droplet:');
    expect([agent.forms, agent.changes()]).toEqual([[], []]);
  });

  it('tells in a dry run what is kept, and what that costs', async () => {
    const agent = await meet();
    const told = await agent.call('droplets_destroy', {
      droplet_id: await idOf(agent, name),
      keep: 'snapshot',
      dry_run: true,
    });
    expect(told.answer).toMatchObject({
      keep: expect.stringContaining('First a snapshot'),
      price: expect.objectContaining({ of: expect.any(Array) }),
    });
    expect(agent.changes()).toEqual([]);
  });

  it('keeps a volume by two calls, too', async () => {
    const agent = await meet();
    const volume = rowsOf(await agent.call('volumes_list')).find(
      ({ droplet_ids: on }) => !Array.isArray(on) || on.length === 0,
    );
    if (!volume) return expect.fail('no volume is free');
    typed = String(volume['name']);
    const given = { volume_id: volume['id'], keep: 'snapshot' };
    expect((await agent.call('volumes_delete', given)).answer).toMatchObject({
      pending: true,
      snapshot_id: expect.any(String),
    });
    expect(deletions(agent)).toEqual([]);
    expect(outcomeOf(await agent.call('volumes_delete', given))).toBe('done');
    expect(agent.forms).toHaveLength(1);
    expect(deletions(agent)).toHaveLength(1);
  });
});
