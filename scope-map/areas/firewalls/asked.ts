// How people ask for what can be done with firewalls.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  firewalls_list: {
    asked: [
      'what is open to the internet',
      'which firewalls do we have',
      'is ssh open to everybody',
      'which servers have no firewall',
    ],
    common: 2,
  },
  firewalls_get: {
    asked: ['which ports does this firewall let in', 'show the rules of a firewall'],
  },
  firewalls_create: {
    asked: [
      'only allow web traffic to my server',
      'set up a firewall that lets in ssh from my office only',
      'block everything but https',
    ],
    common: 2,
  },
  firewalls_update: {
    asked: ['rewrite all rules of the firewall', 'rename a firewall'],
  },
  firewalls_delete: { asked: ['remove a firewall', 'we no longer need this firewall'] },
  firewalls_assign_droplets: {
    asked: ['protect this server with the firewall', 'put the new machine behind our firewall'],
  },
  firewalls_delete_droplets: {
    asked: ['take this server out of the firewall', 'stop filtering traffic to this machine'],
  },
  firewalls_add_tags: {
    asked: ['apply the firewall to everything tagged web', 'guard all servers with a label'],
  },
  firewalls_delete_tags: {
    asked: ['stop applying the firewall to servers with this label'],
  },
  firewalls_add_rules: {
    asked: [
      'open port 443',
      'let the office address reach ssh',
      'allow postgres from my ip',
      'permit another port',
    ],
    common: 2,
  },
  firewalls_delete_rules: {
    asked: ['close port 22', 'no longer allow traffic from this address', 'remove a rule'],
    common: 2,
  },
};
