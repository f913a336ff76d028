// What an app can be made of, where, and at what price.
import { entriesOf } from '../../../entry/part.ts';
import { object } from '../../../entry/replies.ts';
import { secrets } from '../answers.ts';
import { appSpec } from '../full-schemas.ts';
import facts from './facts.json' with { type: 'json' };

/** Options, and the check of a spec. */
export const options = entriesOf(facts, {
  apps_validate_appSpec: {
    title: 'Check an app spec',
    description:
      'Checks a spec for a new app, or with app_id for a change, and tells its price a month; nothing is made.',
    effect: 'read',
    discloses: secrets,
    reply: object(null),
    // It only comes back.
    view: { drops: ['spec'] },
    confidential: ['spec'],
    inFull: { spec: appSpec },
    says: {
      app_id: 'App that the spec would change.',
      spec: 'The whole app spec, as apps_create takes it.',
      'spec.name': '2-32 characters.',
    },
  },
  apps_list_instanceSizes: {
    title: 'List app instance sizes',
    description:
      'Lists sizes of app containers with price, CPU and memory, for instance_size_slug in a spec; not for Droplets.',
    reply: { kind: 'list', key: 'instance_sizes', paging: { style: 'none' } },
    view: {
      columns: [
        'slug',
        'name',
        'cpu_type',
        'cpus',
        'memory_bytes',
        'usd_per_month',
        'bandwidth_allowance_gib',
        'scalable',
        'single_instance_only',
        'deprecation_intent',
        'tier_slug',
      ],
    },
  },
  apps_get_instanceSize: {
    title: 'Get an app instance size',
    description: 'Shows price, CPU and memory of one size of app container.',
    reply: object('instance_size'),
  },
  apps_list_regions: {
    title: 'List app regions',
    description:
      'Lists where apps can run, and why a region is closed; their slugs (nyc) are shorter than those of Droplets (nyc3).',
    reply: { kind: 'list', key: 'regions', paging: { style: 'none' } },
    view: {
      columns: ['slug', 'label', 'continent', 'data_centers', 'default', 'disabled', 'reason'],
    },
  },
});
