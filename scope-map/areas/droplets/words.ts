// What the arguments of Droplets mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  backup_policy: 'When to back up; needs backups true. Default: daily.',
  backups: 'Backups, for 20 % (weekly) or 30 % (daily) of the price more.',
  ipv6: 'Public IPv6 address too.',
  monitoring: 'Install the metrics agent.',
  public_networking: 'false: no public address, ever.',
  size: 'Size slug.',
  ssh_keys: 'Ids or fingerprints of SSH keys to let in as root; without any, a password is mailed.',
  user_data: 'cloud-init script or config, run at first boot.',
  with_droplet_agent: 'Agent for the web console; default: tried, failure ignored.',
};
