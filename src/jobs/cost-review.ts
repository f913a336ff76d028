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
      says: 'Read load_balancers_list, databases_list_clusters, kubernetes_list_clusters and apps_list: what serves nothing, and what is larger than it needs to be.',
      uses: [
        'loadBalancers_list',
        'databases_list_clusters',
        'kubernetes_list_clusters',
        'apps_list',
      ],
    },
    {
      says: 'Compare with sizes_list: prices a month by size, also of what would be enough.',
      uses: ['sizes_list'],
    },
  ],
  ends: 'a table of what is paid a month by kind, the sum, and the savings you propose with their amounts. Change nothing: the user decides.',
};
