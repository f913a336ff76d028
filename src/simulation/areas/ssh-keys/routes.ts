// SSH keys: the operations.
import * as z from 'zod';
import { type Call, created, done, ok, segment } from '../../exchange/call.ts';
import { read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { addSshKey, findSshKey, type SshKey, SshKeys } from '../../things/ssh-keys.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

const keyView = (key: SshKey) => ({
  id: key.id,
  fingerprint: key.fingerprint,
  public_key: key.publicKey,
  name: key.name,
});

const find = (call: Call, world: World): SshKey => {
  const key = findSshKey(world, segment(call, 'ssh_key_identifier'));
  if (key === undefined) throw notFound('SSH key');
  return key;
};

const newKey = z.object({ name: z.string().min(1), public_key: z.string() });

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/account/keys',
    requires: [['ssh_key:read']],
    handle: (call, world) => page(call, 'ssh_keys', [...world.of(SshKeys).values()], keyView),
  },
  {
    method: 'POST',
    path: '/v2/account/keys',
    requires: [['ssh_key:create']],
    handle: (call, world) => {
      const given = read(call, newKey);
      return created({ ssh_key: keyView(addSshKey(world, given.name, given.public_key)) });
    },
  },
  {
    method: 'GET',
    path: '/v2/account/keys/{ssh_key_identifier}',
    requires: [['ssh_key:read']],
    handle: (call, world) => ok({ ssh_key: keyView(find(call, world)) }),
  },
  {
    method: 'PUT',
    path: '/v2/account/keys/{ssh_key_identifier}',
    requires: [['ssh_key:update']],
    handle: (call, world) => {
      const key = find(call, world);
      key.name = read(call, z.object({ name: z.string().min(1) })).name;
      return ok({ ssh_key: keyView(key) });
    },
  },
  {
    method: 'DELETE',
    path: '/v2/account/keys/{ssh_key_identifier}',
    requires: [['ssh_key:delete']],
    handle: (call, world) => {
      world.of(SshKeys).delete(find(call, world).id);
      return done;
    },
  },
];

/** SSH keys. */
export const sshKeyArea: SimulatedArea = { routes };
