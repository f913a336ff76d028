// CDN endpoints: copies of a Space near its visitors.
import { describeArea } from '../../entry/area-map.ts';
import { overwrites } from '../../entry/conditions.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// DigitalOcean's command line refuses an own domain without a certificate.
const domainWithCertificate = [
  { kind: 'needs', when: { argument: 'custom_domain' }, arguments: ['certificate_id'] },
] as const;

export default describeArea(facts, words, {
  cdn_list_endpoints: {
    title: 'List CDN endpoints',
    description: 'Lists CDN endpoints with the Space behind each, its addresses and cache time.',
    reply: pagedList('endpoints'),
    view: {
      columns: ['id', 'origin', 'endpoint', 'custom_domain', 'certificate_id', 'ttl', 'created_at'],
    },
    limit: 'cdn',
    simulate: { as: 'collection' },
  },
  cdn_create_endpoint: {
    title: 'Create a CDN endpoint',
    description:
      'Puts a CDN before a Space, free of charge; for an own domain make a certificate with certificates_create first.',
    rules: domainWithCertificate,
    effect: 'write',
    reply: object('endpoint'),
    limit: 'cdn',
    simulate: { as: 'collection' },
  },
  cdn_get_endpoint: {
    title: 'Get a CDN endpoint',
    description: 'Shows one CDN endpoint; read it before cdn_update_endpoints.',
    reply: object('endpoint'),
    limit: 'cdn',
    simulate: { as: 'collection' },
  },
  cdn_update_endpoints: {
    title: 'Update a CDN endpoint',
    description:
      'Changes cache time, own domain or certificate of a CDN endpoint; takes up to 30 seconds to be seen at the edge.',
    conditions: [
      overwrites('custom_domain', 'replaces its former own domain, which stops answering'),
    ],
    effect: 'write',
    reply: object('endpoint'),
    limit: 'cdn',
  },
  cdn_delete_endpoint: {
    title: 'Delete a CDN endpoint',
    description:
      'Deletes a CDN endpoint: its address and own domain stop answering. The Space and its files stay.',
    reply: nothing,
    limit: 'cdn',
    simulate: { as: 'collection' },
  },
  cdn_purge_cache: {
    title: 'Purge a CDN cache',
    description:
      'Drops cached copies from a CDN endpoint so that visitors get the newest files; the files in the Space stay.',
    reply: nothing,
    limit: 'cdn',
  },
});
