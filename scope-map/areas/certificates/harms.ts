// What hangs on certificates: whatever answers with them.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const id = argument('certificate_id');

/** By operation id. */
export const harms: Harms = {
  certificates_delete: {
    kind: 'certificate',
    thing: {
      look: look('certificates_get', { certificate_id: id }),
      details: [
        { at: 'dns_names', says: 'for {}' },
        { at: 'type' },
        { at: 'not_after', says: 'good until {}' },
      ],
    },
    hangs: [
      {
        kind: 'load balancer',
        asks: 'which load balancers answer with it',
        fate: 'loses',
        look: look('loadBalancers_list', {}),
        belongs: [
          { at: 'forwarding_rules.certificate_id', is: id },
          { at: 'domains.certificate_id', is: id },
        ],
        note: 'in use, and DigitalOcean refuses as long as it is',
      },
      {
        kind: 'CDN endpoint',
        asks: 'which CDN endpoints answer with it',
        fate: 'loses',
        look: look('cdn_list_endpoints', {}),
        belongs: [{ at: 'certificate_id', is: id }],
        named: 'endpoint',
        note: 'in use',
      },
    ],
  },
};
