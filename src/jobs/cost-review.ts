// A review of what an account costs.
import type { Job } from './job.ts';

/** What costs money and what of it is not used. */
export const costReview: Job = {
  name: 'cost_review',
  title: 'Cost review',
  description: 'Finds what the account pays for, and what of it is probably not needed.',
  arguments: [],
  needs: ['droplets_list'],
  isOrdered: false,
  steps: [
    {
      says: 'Read balance_get: what this month has cost so far.',
      uses: ['balance_get'],
    },
    {
      says: 'Read droplets_list: every Droplet with its price a month, also those that are off, which cost the same.',
      uses: ['droplets_list'],
    },
    {
      says: 'Read volumes_list: a volume without droplet_ids is attached to nothing and is paid for by the gigabyte.',
      uses: ['volumes_list'],
    },
    {
      says: 'Read snapshots_list: old snapshots cost by the gigabyte; look for several of one resource, and for those whose resource is gone.',
      uses: ['snapshots_list'],
    },
    {
      says: 'Read reserved_ips_list: an address costs while no Droplet has it.',
      uses: ['reservedIPs_list'],
    },
    {
      says: 'Read load_balancers_list: what balances for nothing, or for one.',
      uses: ['loadBalancers_list'],
    },
    {
      says: 'Read databases_list_clusters: what nobody uses, and what has more nodes than it needs.',
      uses: ['databases_list_clusters'],
    },
    {
      says: 'Read kubernetes_list_clusters: pools with more nodes than their work needs.',
      uses: ['kubernetes_list_clusters'],
    },
    { says: 'Read apps_list: apps that serve nobody.', uses: ['apps_list'] },
    {
      says: 'Compare with sizes_list: prices a month by size, also of what would be enough.',
      uses: ['sizes_list'],
    },
  ],
  ends: 'a table of what is paid a month by kind, the sum, and the savings you propose with their amounts. Change nothing: the user decides.',
};
