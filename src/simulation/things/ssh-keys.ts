// SSH keys of the account, which new Droplets can name.
import { createHash } from 'node:crypto';
import { unprocessable } from '../exchange/refusal.ts';
import type { World } from '../world/world.ts';

/** A public key. */
export interface SshKey {
  readonly id: number;
  name: string;
  readonly fingerprint: string;
  readonly publicKey: string;
}

/** The account's keys by id. */
export class SshKeys extends Map<number, SshKey> {}

/** The MD5 fingerprint in pairs, which is how DigitalOcean identifies keys. */
const fingerprintOf = (publicKey: string): string =>
  createHash('md5')
    .update(Buffer.from(publicKey.trim().split(/\s+/)[1] ?? '', 'base64'))
    .digest('hex')
    .replace(/..(?=.)/g, '$&:');

/** Adds a key. @throws ApiRefusal 422 for a malformed or already known one. */
export const addSshKey = (world: World, name: string, publicKey: string): SshKey => {
  if (!/^(ssh-|ecdsa-|sk-)\S+ [A-Za-z0-9+/=]{16,}/.test(publicKey.trim())) {
    throw unprocessable('The public key is invalid: it is not in OpenSSH format.');
  }
  const fingerprint = fingerprintOf(publicKey);
  for (const key of world.of(SshKeys).values()) {
    if (key.fingerprint === fingerprint) {
      throw unprocessable('SSH Key is already in use on your account');
    }
  }
  const key = { id: world.ids.number('key'), name, fingerprint, publicKey: publicKey.trim() };
  world.of(SshKeys).set(key.id, key);
  return key;
};

/** A key by its id or fingerprint; undefined when there is none. */
export const findSshKey = (world: World, idOrFingerprint: string): SshKey | undefined => {
  for (const key of world.of(SshKeys).values()) {
    if (String(key.id) === idOrFingerprint || key.fingerprint === idOrFingerprint) return key;
  }
  return undefined;
};
