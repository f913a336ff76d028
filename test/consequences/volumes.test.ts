// What deleting volumes and their snapshots takes with it.
import { describe, expect, it } from 'vitest';
import { meetOwner } from './owner.ts';

describe('deleting a volume', () => {
  it.each(['by id', 'by name'])(
    'names its snapshots and the Droplet that it is attached to, %s',
    async (how) => {
      const me = await meetOwner();
      const { id } = await me.named('/v2/volumes', 'volumes', 'uploads');
      const found = await (how === 'by id'
        ? me.harm('volumes_delete', { volume_id: id })
        : me.harm('volumes_delete_by_name', { name: 'uploads', region: 'nyc3' }));
      expect(found).toMatchObject({
        sentence:
          'Destroys the volume uploads (100 GiB, in nyc3, 1 month old, $10 a month by prices of 2025-12-05), and what is stored there is gone for good',
        name: 'uploads',
        destroyed: 1,
        losesData: true,
        unknown: [],
      });
      expect(found.of('volume snapshot')).toMatchObject({
        names: ['uploads-weekly'],
        fate: 'keeps_costing',
      });
      expect(found.of('Droplet')).toMatchObject({ names: ['jobs-01'], fate: 'loses' });
    },
  );

  it('says that it cannot see snapshots without their scope', async () => {
    const me = await meetOwner({ scopes: 'block_storage:read,block_storage:delete' });
    const { id } = await me.named('/v2/volumes', 'volumes', 'uploads');
    const found = await me.harm('volumes_delete', { volume_id: id });
    expect(found.unknown).toEqual([
      'which snapshots it has (the token lacks the scope block_storage_snapshot:read)',
      'what the Droplet here told by id is called (the token lacks the scope droplet:read)',
    ]);
    expect(found.of('Droplet')?.names).toEqual(['500000003']);
  });

  it('tells of a snapshot whose volume it was, and whether that is still there', async () => {
    const me = await meetOwner();
    const { id } = await me.named(
      '/v2/snapshots?resource_type=volume',
      'snapshots',
      'uploads-weekly',
    );
    const found = await me.harm('volume_snapshots_delete_by_id', { snapshot_id: id });
    expect(found).toMatchObject({ name: 'uploads-weekly', destroyed: 1, losesData: true });
    expect(found.of('volume')).toMatchObject({ names: ['uploads'], fate: 'stays' });
    expect(found.of('volume snapshot')).toBeUndefined();
  });
});
