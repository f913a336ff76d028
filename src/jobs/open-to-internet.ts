// A review of what the internet can reach.
import type { Job } from './job.ts';

/** What of the account is open to everybody. */
export const openToInternet: Job = {
  name: 'open_to_internet',
  title: 'What is open to the internet',
  description: 'Lists what anybody on the internet can reach, and whether it should be so.',
  arguments: [],
  needs: ['droplets_list', 'firewalls_list'],
  isOrdered: false,
  steps: [
    {
      says: 'Read firewalls_list with detail full: inbound rules whose sources are 0.0.0.0/0 or ::/0, with their ports.',
      uses: ['firewalls_list'],
    },
    {
      says: 'Read droplets_list: a Droplet with a public address that no firewall names, by id or by one of its tags, is open on every port.',
      uses: ['droplets_list'],
    },
    {
      says: 'Read load_balancers_list with detail full: forwarding rules without TLS, and those without a firewall of their own.',
      uses: ['loadBalancers_list'],
    },
    {
      says: 'Read databases_list_clusters, and databases_list_firewall_rules for each: a cluster without trusted sources takes connections from anywhere.',
      uses: ['databases_list_clusters', 'databases_list_firewall_rules'],
    },
    {
      says: 'Read apps_list: apps are there for the internet; note what each serves.',
      uses: ['apps_list'],
    },
    {
      says: 'Read domains_list and the records of each with domains_list_records: names that lead here, and those that lead to addresses the account no longer has.',
      uses: ['domains_list', 'domains_list_records'],
    },
  ],
  ends: 'what is open, to whom, on which port, from worst to harmless, and for each what to close and with which tool. Change nothing before the user agrees.',
};
