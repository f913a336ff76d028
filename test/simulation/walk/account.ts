// What an account has before anything runs: keys, a network, a tag.
import type { Walker } from './walker.ts';

const key =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA walker';

export const walkAccount = async ({ get, post, call, crud }: Walker) => {
  await get('/v2/account');
  await get('/v2/regions');
  await get('/v2/sizes?per_page=200');
  await get('/v2/images?per_page=200');
  await get('/v2/images?type=distribution');
  await get('/v2/images/ubuntu-24-04-x64');

  const { ssh_key: sshKey } = await post('/v2/account/keys', { name: 'walker', public_key: key });
  await crud('/v2/account/keys', `/v2/account/keys/${sshKey.id}`);
  await get(`/v2/account/keys/${sshKey.fingerprint}`);
  await call('PUT', `/v2/account/keys/${sshKey.id}`, { name: 'wanderer' });

  const { vpc } = await post('/v2/vpcs', { name: 'walk', region: 'nyc3' });
  await crud('/v2/vpcs', `/v2/vpcs/${vpc.id}`);
  await call('PUT', `/v2/vpcs/${vpc.id}`, { name: 'walked' });
  await call('PATCH', `/v2/vpcs/${vpc.id}`, { description: 'for a walk' });

  const { tag } = await post('/v2/tags', { name: 'walk' });
  await crud('/v2/tags', `/v2/tags/${tag.name}`);
  return { sshKey, vpc, tag };
};
