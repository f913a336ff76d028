// What the calls on firewalls have in common: how a change ends, and what a rule cannot be without.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { argument, read } from '../../entry/follow-ups.ts';

/** How a change reaches the Droplets. */
export const life: Omit<LifeCycle, 'poll'> = {
  state: 'firewall.status',
  done: ['succeeded'],
  failed: ['failed'],
  usually: 10,
  what: 'firewall',
};

/** The firewall that the path names. */
export const itself = read('firewalls_get', { firewall_id: argument('firewall_id') });

/** ICMP has no ports; official clients send none. */
export const portsPerRule = (['inbound_rules', 'outbound_rules'] as const).map(
  (list) =>
    ({
      kind: 'each',
      list,
      rules: [
        {
          kind: 'needs',
          when: { argument: 'protocol', is: ['tcp', 'udp'] },
          arguments: ['ports'],
        },
      ],
    }) as const,
);

/** A firewall without rules is none, and a call without rules changes nothing. */
export const someRule = { kind: 'any_of', arguments: ['inbound_rules', 'outbound_rules'] } as const;
