// What the arguments of firewalls mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  firewall_id: 'Firewall id.',
  inbound_rules: 'What may come in.',
  'inbound_rules.ports': 'Port, range such as 8000-9000, or "0" for all.',
  'inbound_rules.sources.addresses': 'IPs or CIDR ranges; 0.0.0.0/0 and ::/0 for all.',
  outbound_rules: 'What may go out.',
  'outbound_rules.destinations.addresses': 'IPs or CIDR ranges.',
  'outbound_rules.ports': 'As inbound.',
};
