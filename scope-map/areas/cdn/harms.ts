// What hangs on CDN endpoints: names of one's own that point at them; the Space behind stays.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { recordsTo } from '../../entry/hangings.ts';
import { argument, its, look } from '../../entry/looks.ts';

const endpoint: Thing = {
  look: look('cdn_get_endpoint', { cdn_id: argument('cdn_id') }),
  named: 'endpoint',
  details: [
    { at: 'origin', says: 'for {}' },
    { at: 'custom_domain', says: 'also {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const whole = { kind: 'CDN endpoint', thing: endpoint } as const;

/** By operation id. */
export const harms: Harms = {
  cdn_update_endpoints: {
    ...whole,
    tellsAll: true,
    hangs: [
      {
        kind: 'domain of your own',
        asks: 'which domain of your own it has',
        fate: 'loses',
        at: 'custom_domain',
        named: '',
        unless: { at: '', is: argument('custom_domain') },
        note: 'stops answering',
      },
    ],
  },
  cdn_delete_endpoint: {
    ...whole,
    hangs: [
      recordsTo('it', [its('endpoint')]),
      {
        kind: 'Space',
        asks: 'which Space is behind it',
        fate: 'stays',
        at: 'origin',
        named: '',
        note: 'with all its files',
      },
    ],
  },
  cdn_purge_cache: {
    ...whole,
    does: 'Drops cached copies from',
    nothingHangs: 'copies are fetched again from the Space, whose files stay',
  },
};
