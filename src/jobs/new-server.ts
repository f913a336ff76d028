// A new server, made as one would want to find it.
import type { Job } from './job.ts';

/** A Droplet that can be reached by its owner and by nobody else. */
export const newServer: Job = {
  name: 'new_server',
  title: 'New server',
  description: 'Makes a Droplet that its owner can log in to and that strangers cannot reach.',
  arguments: [
    { name: 'name', description: 'Its name.', required: true },
    { name: 'region', description: 'Region slug.', required: true, completes: 'region' },
    { name: 'size', description: 'Size slug.', required: true, completes: 'size' },
    { name: 'image', description: 'Image slug.', required: true, completes: 'image' },
  ],
  needs: ['droplets_create', 'droplets_get'],
  isOrdered: true,
  steps: [
    {
      says: 'Read sizes_list for {size}: its price a month, and whether {region} has it. Tell the user the price and wait for a yes.',
      uses: ['sizes_list'],
    },
    {
      says: 'Read ssh_keys_list and take the keys of whoever will log in; without one, a password is sent by mail.',
      uses: ['sshKeys_list'],
    },
    {
      says: 'Call droplets_create with dry_run first, then without it: name {name}, region {region}, size {size}, image {image}, the ids of the keys, monitoring on, wait_seconds 45.',
      uses: ['droplets_create'],
    },
    {
      says: 'Read firewalls_list with detail full: where one fits, let it name the new Droplet, too.',
      uses: ['firewalls_list'],
    },
    {
      says: 'For a firewall that fits, call firewalls_update with all that it has, and the new Droplet.',
      uses: ['firewalls_update'],
    },
    {
      says: 'Where none fits, call firewalls_create for one that lets in only what is needed.',
      uses: ['firewalls_create'],
    },
    { says: 'Read droplets_get until it is active.', uses: ['droplets_get'] },
  ],
  ends: 'address, region, size and price of {name}, which keys open it and which firewall covers it.',
};
