// What hangs on private lines to partner networks.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const line: Thing = {
  look: look('partnerAttachments_get', { pa_id: argument('pa_id') }),
  details: [
    { at: 'naas_provider', says: 'by {}' },
    { at: 'connection_bandwidth_in_mbps', says: '{} Mbit/s' },
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const networks: Hanging = {
  kind: 'private network',
  asks: 'which networks reach the partner by it',
  fate: 'loses',
  at: 'vpc_ids',
  named: '',
  called: { look: look('vpcs_list', {}), by: 'id', named: 'name' },
};

const children: Hanging = {
  kind: 'line beside it',
  asks: 'which lines belong to it',
  fate: 'loses',
  at: 'children',
  named: '',
};

const whole = { kind: 'private line', thing: line } as const;

/** By operation id. */
export const harms: Harms = {
  partnerAttachments_patch: {
    ...whole,
    hangs: [
      { ...networks, when: { argument: 'vpc_ids' }, unless: { at: '', is: argument('vpc_ids') } },
      { ...networks, when: { argument: 'bgp' }, note: 'over other routes' },
    ],
  },
  partnerAttachments_delete: {
    ...whole,
    hangs: [
      { ...networks, note: 'no longer reaching the partner; the provider goes on billing' },
      children,
    ],
  },
  partnerAttachments_create_service_key: {
    ...whole,
    hangs: [{ ...networks, fate: 'stays', note: 'cut off where the provider uses the old key' }],
  },
};
