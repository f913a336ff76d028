// SSH keys of the account.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { type Call, created, done, ok, segment } from '../exchange/call.ts';
import { read } from '../exchange/input.ts';
import { page } from '../exchange/pages.ts';
import { notFound, unprocessable } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';

/** A public key. */
export interface SshKey {
  readonly id: number;
  name: string;
  readonly fingerprint: string;
  readonly publicKey: string;
}

const keyView = (key: SshKey) => ({
  id: key.id,
  fingerprint: key.fingerprint,
  public_key: key.publicKey,
  name: key.name,
});

/** The MD5 fingerprint in pairs, which is how DigitalOcean identifies keys. */
const fingerprintOf = (publicKey: string): string =>
  createHash('md5')
    .update(Buffer.from(publicKey.trim().split(/\s+/)[1] ?? '', 'base64'))
    .digest('hex')
    .replace(/..(?=.)/g, '$&:');

/** Adds a key. @throws Refusal 422 for a malformed or already known one. */
export const addSshKey = (account: Account, name: string, publicKey: string): SshKey => {
  if (!/^(ssh-|ecdsa-|sk-)\S+ [A-Za-z0-9+/=]{16,}/.test(publicKey.trim())) {
    throw unprocessable('The public key is invalid: it is not in OpenSSH format.');
  }
  const fingerprint = fingerprintOf(publicKey);
  for (const key of account.sshKeys.values()) {
    if (key.fingerprint === fingerprint) {
      throw unprocessable('SSH Key is already in use on your account');
    }
  }
  const key = { id: account.ids.number('key'), name, fingerprint, publicKey: publicKey.trim() };
  account.sshKeys.set(key.id, key);
  return key;
};

/** A key by its id or fingerprint; undefined when there is none. */
export const findSshKey = (account: Account, idOrFingerprint: string): SshKey | undefined => {
  for (const key of account.sshKeys.values()) {
    if (String(key.id) === idOrFingerprint || key.fingerprint === idOrFingerprint) return key;
  }
  return undefined;
};

const find = (call: Call, account: Account): SshKey => {
  const key = findSshKey(account, segment(call, 'ssh_key_identifier'));
  if (key === undefined) throw notFound('SSH key');
  return key;
};

const newKey = z.object({ name: z.string().min(1), public_key: z.string() });

/** SSH keys. */
export const sshKeyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/account/keys',
    requires: [['ssh_key:read']],
    handle: (call, account) => page(call, 'ssh_keys', [...account.sshKeys.values()], keyView),
  },
  {
    method: 'POST',
    path: '/v2/account/keys',
    requires: [['ssh_key:create']],
    handle: (call, account) => {
      const given = read(call, newKey);
      return created({ ssh_key: keyView(addSshKey(account, given.name, given.public_key)) });
    },
  },
  {
    method: 'GET',
    path: '/v2/account/keys/{ssh_key_identifier}',
    requires: [['ssh_key:read']],
    handle: (call, account) => ok({ ssh_key: keyView(find(call, account)) }),
  },
  {
    method: 'PUT',
    path: '/v2/account/keys/{ssh_key_identifier}',
    requires: [['ssh_key:update']],
    handle: (call, account) => {
      const key = find(call, account);
      key.name = read(call, z.object({ name: z.string().min(1) })).name;
      return ok({ ssh_key: keyView(key) });
    },
  },
  {
    method: 'DELETE',
    path: '/v2/account/keys/{ssh_key_identifier}',
    requires: [['ssh_key:delete']],
    handle: (call, account) => {
      account.sshKeys.delete(find(call, account).id);
      return done;
    },
  },
];
