// What hangs on SSH keys: pools that put them on new Droplets; Droplets that let them in still do.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, its, look, shownWith } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  sshKeys_delete: {
    kind: 'SSH key',
    thing: {
      look: look('sshKeys_get', { ssh_key_identifier: argument('ssh_key_identifier') }),
      details: [{ at: 'fingerprint' }],
    },
    hangs: [
      {
        kind: 'autoscale pool',
        asks: 'which autoscale pools put it on new Droplets',
        fate: 'loses',
        look: look('autoscalepools_list', {}),
        belongs: [
          { at: 'droplet_template.ssh_keys', is: its('id') },
          { at: 'droplet_template.ssh_keys', is: its('fingerprint') },
        ],
        ...shownWith('ssh_key:read'),
      },
    ],
  },
};
