// Where DigitalOcean's document is wrong about firewalls.
import type { Correction } from '../../corrections/correction.ts';

const portless = (list: 'inbound_rules' | 'outbound_rules'): Correction => ({
  operations: [
    'firewalls_create',
    'firewalls_update',
    'firewalls_add_rules',
    'firewalls_delete_rules',
  ],
  change: { kind: 'optional', at: `body.${list}`, names: ['ports'] },
  why: 'ICMP has no ports, and official clients leave them out there; a rule of ours asks for them elsewhere.',
  source:
    "DigitalOcean's Go client sends no empty ports; its Terraform provider refuses ports for icmp",
});

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  portless('inbound_rules'),
  portless('outbound_rules'),
];
