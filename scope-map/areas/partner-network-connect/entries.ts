// Partner Network Connect: private lines from other networks to one's VPCs, through a provider.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { overwrites } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// States are free text; the Terraform provider waits for CREATED, the document's example says active.
const life: Omit<LifeCycle, 'poll'> = {
  state: 'partner_attachment.state',
  done: ['CREATED', 'active'],
  failed: ['ERROR'],
  usually: 120,
  what: 'partner attachment',
};

const itself = read('partnerAttachments_get', { pa_id: argument('pa_id') });

// Keys may be kept from tokens that have the reading scope alone.
const keyHints = [
  {
    status: 403,
    next: 'The token may lack partner_network_connect:view_credentials, which keys can need besides.',
  },
] as const;

const attachment = object('partner_attachment');

export default describeArea(facts, words, {
  partnerAttachments_list: {
    title: 'List partner attachments',
    description:
      'Lists private lines through network providers with state, bandwidth and the VPCs that they reach.',
    reply: pagedList('partner_attachments'),
    view: {
      columns: [
        'id',
        'name',
        'state',
        'connection_bandwidth_in_mbps',
        'region',
        'naas_provider',
        'vpc_ids',
        'parent_uuid',
        'created_at',
      ],
    },
    simulate: { as: 'collection' },
  },
  partnerAttachments_create: {
    title: 'Create a partner attachment',
    description:
      'Orders a private line from a provider such as Megaport to VPCs; billing starts now, $840 a month and more by bandwidth.',
    effect: 'write',
    cost: 'starts',
    reply: attachment,
    confidential: ['bgp.auth_key'],
    watch: {
      ...life,
      poll: read('partnerAttachments_get', { pa_id: reply('partner_attachment.id') }),
      missing: 'wait',
    },
    says: {
      name: 'Name, unique: letters, digits, "." and "-".',
      vpc_ids: 'VPC ids that it reaches.',
      bgp: 'How routes are exchanged; can be given later.',
    },
    simulate: {
      as: 'collection',
      lives: { field: 'state', first: 'CREATING', last: 'CREATED', seconds: 30 },
    },
  },
  partnerAttachments_get: {
    title: 'Get a partner attachment',
    description: 'Shows one private line: its state, bandwidth, VPCs and routers, without keys.',
    reply: attachment,
    watch: { ...life, poll: itself },
    simulate: { as: 'collection' },
  },
  partnerAttachments_patch: {
    title: 'Change a partner attachment',
    description:
      'Renames a private line, replaces the list of VPCs that it reaches, or its BGP settings; one of them at least.',
    conditions: [
      overwrites('vpc_ids', 'replaces the VPC networks that it reaches'),
      overwrites('bgp', 'replaces its BGP settings'),
    ],
    rules: [{ kind: 'any_of', arguments: ['name', 'vpc_ids', 'bgp'] }],
    effect: 'write',
    reply: attachment,
    confidential: ['bgp.auth_key'],
    watch: { ...life, settles: 5, poll: itself },
    says: {
      name: 'New name: letters, digits, "." and "-".',
      vpc_ids: 'All VPC ids that it shall reach.',
      bgp: 'New routing settings, whole.',
    },
  },
  partnerAttachments_delete: {
    title: 'Delete a partner attachment',
    description:
      'Deletes a private line: VPCs and the partner network no longer reach each other over it. Cancel it at the provider too.',
    cost: 'stops',
    reply: attachment,
    watch: { ...life, done: ['DELETED'], poll: itself, missing: 'done' },
    simulate: { as: 'collection' },
  },
  partnerAttachments_get_bgp_auth_key: {
    title: 'Get the BGP key of an attachment',
    description:
      "Reveals the BGP authentication key of a private line, for the partner's router; nothing else is in the answer.",
    reply: object('bgp_auth_key'),
    discloses: { kind: 'credential', fields: ['value'], only: true },
    hints: keyHints,
  },
  partnerAttachments_list_remote_routes: {
    title: 'List routes of an attachment',
    description: 'Lists the address ranges that the partner network announces over a private line.',
    reply: pagedList('remote_routes'),
  },
  partnerAttachments_get_service_key: {
    title: 'Get the service key of an attachment',
    description:
      'Reveals the service key with which the provider finds a private line; nothing else is in the answer.',
    reply: object('service_key'),
    discloses: { kind: 'credential', fields: ['value'], only: true },
    hints: keyHints,
  },
  partnerAttachments_create_service_key: {
    title: 'Renew the service key',
    description:
      'Makes a new service key for a private line, after which the old one no longer works; read it a moment later with partner_attachments_get_service_key.',
    conditions: [overwrites('pa_id', 'replaces the service key that the provider may be using')],
    effect: 'write',
    reply: nothing,
  },
});
