// Add-ons: software of other vendors, bought through DigitalOcean.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const whole = { style: 'none' } as const;

// Whoever has the address is logged in at the vendor.
const discloses: Disclosure = { kind: 'credential', fields: ['sso_url'] };

const life: Omit<LifeCycle, 'poll'> = {
  state: 'resource.state',
  done: ['provisioned'],
  failed: ['provisioning-failed', 'deprovisioning-failed', 'suspended'],
  message: 'resource.message',
  usually: 60,
  what: 'add-on',
};

const itself = read('addons_get', { resource_uuid: argument('resource_uuid') });

export default describeArea(facts, words, {
  addons_get_app: {
    title: 'List available add-ons',
    description: 'Lists add-on applications on offer with their plans, prices and terms.',
    reply: { kind: 'list', key: 'apps', paging: whole },
    view: {
      keeps: [
        'app_slug',
        'tos',
        'eula',
        'plans.slug',
        'plans.display_name',
        'plans.description',
        'plans.price_per_month',
        'plans.available',
      ],
    },
  },
  addons_get_app_metadata: {
    title: 'List what an add-on asks for',
    description:
      'Lists the metadata that one add-on application wants at addons_create, with types and options.',
    reply: { kind: 'list', key: 'metadata', paging: whole },
    view: { columns: ['name', 'display_name', 'description', 'type', 'options'] },
  },
  addons_list: {
    title: 'List add-ons',
    description: 'Lists the add-ons of the team with plan, monthly price and state.',
    discloses,
    reply: { kind: 'list', key: 'resources', paging: whole },
    view: {
      columns: [
        'uuid',
        'name',
        'state',
        'app_slug',
        'plan_slug',
        'plan_price_per_month',
        'has_config',
        'message',
      ],
    },
  },
  addons_get: {
    title: 'Get an add-on',
    description: 'Shows one add-on with its plan, metadata and state.',
    discloses,
    reply: object('resource'),
    watch: { ...life, poll: itself },
  },
  addons_create: {
    title: 'Buy an add-on',
    description:
      'Starts an add-on of another vendor on a plan, billed from now on; addons_get_app has plans, addons_get_app_metadata what it asks for.',
    effect: 'write',
    cost: 'starts',
    discloses,
    reply: object('resource'),
    watch: {
      ...life,
      poll: read('addons_get', { resource_uuid: reply('resource.uuid') }),
      missing: 'wait',
    },
    confidential: ['metadata'],
    says: {
      name: 'Name of the add-on.',
      plan_slug: 'Plan, from addons_get_app.',
      metadata: 'What addons_get_app_metadata asks for; [] if nothing.',
    },
  },
  addons_patch: {
    title: 'Rename an add-on',
    description: 'Gives an add-on another name; addons_patch_plan changes its plan.',
    effect: 'write',
    discloses,
    reply: object('resource'),
    says: { name: 'New name.' },
  },
  addons_patch_plan: {
    title: "Change an add-on's plan",
    description:
      'Moves an add-on to another plan, dearer or cheaper; prices are in addons_get_app.',
    effect: 'write',
    cost: 'raises',
    discloses,
    reply: object('resource'),
    says: { plan_slug: 'New plan, from addons_get_app.' },
  },
  addons_delete: {
    title: 'Delete an add-on',
    description:
      'Ends an add-on for good; its vendor removes it with all its data, which may take a while.',
    cost: 'stops',
    reply: nothing,
    watch: { ...life, poll: itself, done: ['deprovisioned'], missing: 'done' },
  },
});
