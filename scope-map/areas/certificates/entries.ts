// TLS certificates: own ones and those that Let's Encrypt issues and renews.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'certificate.state',
  done: ['verified'],
  failed: ['error'],
  usually: 30,
  what: 'certificate',
};

const issued = { argument: 'type', is: ['lets_encrypt'] } as const;
const uploaded = { ...issued, absent: true } as const;

export default describeArea(facts, words, {
  certificates_list: {
    title: 'List certificates',
    description:
      'Lists TLS certificates with their domains and expiry. A renewed one has a new id: find it by name.',
    reply: pagedList('certificates'),
    view: {
      columns: [
        'id',
        'name',
        'dns_names',
        'state',
        'type',
        'not_after',
        'sha1_fingerprint',
        'created_at',
      ],
    },
    says: { name: 'Only the certificate of this name.' },
    simulate: { as: 'collection' },
  },
  certificates_get: {
    title: 'Get a certificate',
    description: 'Shows one certificate: its domains, its state and when it expires; no key.',
    reply: object('certificate'),
    watch: {
      ...life,
      poll: read('certificates_get', { certificate_id: argument('certificate_id') }),
    },
    simulate: { as: 'collection' },
  },
  certificates_create: {
    title: 'Add a certificate',
    description:
      "Uploads a certificate of your own, or has Let's Encrypt issue and renew one for domains whose DNS is managed here.",
    rules: [
      { kind: 'needs', when: issued, arguments: ['dns_names'] },
      { kind: 'needs', when: uploaded, arguments: ['private_key', 'leaf_certificate'] },
      { kind: 'only', arguments: ['dns_names'], when: issued },
      {
        kind: 'only',
        arguments: ['private_key', 'leaf_certificate', 'certificate_chain'],
        when: uploaded,
      },
    ],
    effect: 'write',
    reply: object('certificate'),
    confidential: ['private_key'],
    watch: {
      ...life,
      poll: read('certificates_get', { certificate_id: reply('certificate.id') }),
      missing: 'wait',
    },
    says: { name: 'Name, unique in the team.' },
    simulate: {
      as: 'collection',
      lives: { field: 'state', first: 'pending', last: 'verified', seconds: 10 },
    },
  },
  certificates_delete: {
    title: 'Delete a certificate',
    description:
      'Deletes a certificate for good; take it off the load balancers that use it before, or it is refused.',
    reply: nothing,
    // A load balancer lets go of it a while after it was told to.
    passing: [{ status: 403, says: 'load balancer', within: 60 }],
    simulate: { as: 'collection' },
  },
});
