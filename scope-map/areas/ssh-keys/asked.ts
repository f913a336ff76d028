// How people ask for SSH keys.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  sshKeys_list: {
    asked: [
      'which ssh keys are stored',
      'whose keys can log in to new servers',
      'find the id of my public key',
    ],
    common: 2,
  },
  sshKeys_get: {
    asked: ['show one ssh key', 'what is the fingerprint of this key', 'print a stored public key'],
  },
  sshKeys_create: {
    asked: [
      'upload my public key',
      'add an ssh key for a colleague',
      'store id_rsa.pub for logging in',
    ],
  },
  sshKeys_update: {
    asked: ['rename an ssh key', 'change the label of a stored public key'],
    common: 0,
  },
  sshKeys_delete: {
    asked: [
      'remove the key of someone who left',
      'revoke an ssh key',
      'delete an old public key from the account',
    ],
  },
};
