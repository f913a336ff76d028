// --yes answers only where it is known that nobody has changed it since; the rest is for a person at a terminal.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startUndoing, type Undoing } from './undoing.ts';
import { change, fault, first, pathOf, withRecord, zone } from './zone.ts';

let world: Undoing;
beforeEach(async () => {
  world = await startUndoing();
});
afterEach(() => world.close());

/** The newest change that is kept. */
const newest = async (): Promise<string> => {
  const { printed } = await world.undo(['--json']);
  const [one] = JSON.parse(printed) as readonly { readonly id: string }[];
  return one?.id ?? expect.fail('nothing is kept');
};

it('a change whose answer was lost is kept, and put back by a person only', async () => {
  const rules = async (): Promise<readonly unknown[]> => {
    const { firewalls } = await world.read('/v2/firewalls');
    const [one] = firewalls as readonly { id: string; inbound_rules: readonly unknown[] }[];
    wall = one?.id ?? '';
    return one?.inbound_rules ?? [];
  };
  let wall = '';
  const before = await rules();
  await fault(world, {
    method: 'POST',
    path: `/v2/firewalls/${wall}/rules`,
    lose_answer: true,
  });
  const rule = { protocol: 'tcp', ports: '8443', sources: { addresses: ['0.0.0.0/0'] } };
  await expect(
    world.make('firewalls_add_rules', { firewall_id: wall, inbound_rules: [rule] }),
  ).rejects.toThrow();
  expect(await rules()).toHaveLength(before.length + 1);
  const undo = await newest();
  const refused = await world.undo([undo, '--yes']);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toContain('Its answer never came');
  expect(refused.said).toContain('whether somebody has changed it since is not known');
  expect(refused.said).toContain(`Run do-mcp undo ${undo} at a terminal, without --yes.`);
  expect(await rules()).toHaveLength(before.length + 1);
  expect((await world.undo([undo], 'y')).said).toContain('It is put back.');
  expect(await rules()).toEqual(before);
});

it('what cannot be read now is left to a person', async () => {
  const id = await withRecord(world);
  const { undo } = await world.make('domains_update_record', change(id));
  await fault(world, {
    method: 'GET',
    path: pathOf(id),
    times: 50,
    respond: { status: 403, body: { id: 'forbidden', message: 'not now' } },
  });
  const refused = await world.undo([String(undo), '--yes']);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toContain('how it stands now could not be read');
  expect((await world.undo([String(undo)], 'y')).said).toContain('It is put back.');
});

it('a half-done undo goes on behind what is done, and not by --yes', async () => {
  await withRecord(world);
  const { undo } = await world.make('domains_delete', { domain_name: zone });
  const path = `/v2/domains/${zone}/records`;
  await fault(world, {
    method: 'POST',
    path,
    respond: { status: 422, body: { id: 'unprocessable_entity', message: 'not now' } },
  });
  const half = await world.undo([String(undo)], 'y');
  expect(half).toMatchObject({ code: 1 });
  expect(half.said).toContain(`do-mcp undo ${String(undo)} goes on behind them`);
  const refused = await world.undo([String(undo), '--yes']);
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.said).toContain('it is half put back');
  expect((await world.undo([String(undo)], 'y')).said).toContain('It is put back.');
  const { domain_records: records } = await world.read(path);
  const made = (records as readonly { readonly type: string; readonly data: string }[])
    .filter(({ type }) => type === 'A')
    .map(({ data }) => data);
  expect(made.toSorted()).toEqual(['203.0.113.1', first]);
});
