// Where DigitalOcean's document is wrong about domains.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: {
      kind: 'schema',
      at: 'body.type',
      set: { enum: ['A', 'AAAA', 'CAA', 'CNAME', 'MX', 'NS', 'SOA', 'SRV', 'TXT'] },
    },
    why: 'The schema takes any text; only these types exist.',
    source:
      'discriminator mapping of domains_create_record and the type filter of domains_list_records',
  },
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: { kind: 'schema', at: 'body.ttl', set: { minimum: 30 } },
    why: 'Shorter times to live are refused.',
    source: 'documented limits of DNS',
  },
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: { kind: 'schema', at: 'body.flags', set: { minimum: 0, maximum: 255 } },
    why: 'The flags of a CAA record are one byte.',
    source: 'description of flags; RFC 8659',
  },
  {
    operations: ['domains_create_record', 'domains_update_record', 'domains_patch_record'],
    change: { kind: 'schema', at: 'body.tag', set: { enum: ['issue', 'issuewild', 'iodef'] } },
    why: 'A CAA record has one of these three tags.',
    source: 'description of tag',
  },
  {
    operations: ['domains_create'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'A domain without a name cannot be made.',
    source: "description of the operation; DigitalOcean's Go client always sends it",
  },
];
