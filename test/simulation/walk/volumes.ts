// Volumes, their snapshots, and the images of Droplets.
import type { Walker } from './walker.ts';

export const walkVolumes = async (
  { get, post, call, crud, pass }: Walker,
  droplet: { readonly id: number },
) => {
  const { volume } = await post('/v2/volumes', {
    name: 'walk',
    region: 'nyc3',
    size_gigabytes: 10,
    filesystem_type: 'ext4',
    tags: ['walk'],
  });
  await post('/v2/volumes', { name: 'stroll', region: 'nyc3', size_gigabytes: 1 });
  await crud('/v2/volumes', `/v2/volumes/${volume.id}`);
  const attached = await post(`/v2/volumes/${volume.id}/actions`, {
    type: 'attach',
    droplet_id: droplet.id,
  });
  pass(10);
  await get(`/v2/volumes/${volume.id}/actions`);
  await get(`/v2/volumes/${volume.id}/actions/${attached.action.id}`);
  await get(`/v2/droplets/${droplet.id}`);
  await post('/v2/volumes/actions', {
    type: 'detach',
    volume_name: 'walk',
    region: 'nyc3',
    droplet_id: droplet.id,
  });
  pass(10);
  const made = await post(`/v2/volumes/${volume.id}/snapshots`, { name: 'walk' });
  await get(`/v2/volumes/${volume.id}/snapshots`);
  await get(`/v2/volumes/snapshots/${made.snapshot.id}`);
  await crud('/v2/snapshots', `/v2/snapshots/${made.snapshot.id}`);
  await get('/v2/snapshots?resource_type=droplet');
  await call('DELETE', `/v2/snapshots/${made.snapshot.id}`);
  pass(600);
  const second = await post(`/v2/volumes/${volume.id}/snapshots`, { name: 'walk again' });
  await call('DELETE', `/v2/volumes/snapshots/${second.snapshot.id}`);
  await call('DELETE', `/v2/volumes/${volume.id}`);
  await call('DELETE', '/v2/volumes?name=stroll&region=nyc3');

  const [image] = (await get('/v2/images?private=true')).images;
  await call('PUT', `/v2/images/${image.id}`, { name: 'renamed' });
  const sent = await post(`/v2/images/${image.id}/actions`, { type: 'transfer', region: 'fra1' });
  await get(`/v2/images/${image.id}/actions`);
  await get(`/v2/images/${image.id}/actions/${sent.id}`);
  pass(120);
  await call('DELETE', `/v2/images/${image.id}`);
};
