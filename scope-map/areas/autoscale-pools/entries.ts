// Autoscale pools: Droplets alike, as many as are needed.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { absent, given, needs, overwrites } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// First-boot scripts often hold passwords and tokens.
const discloses: Disclosure = { kind: 'credential', fields: ['droplet_template.user_data'] };

const life: Omit<LifeCycle, 'poll'> = {
  state: 'autoscale_pool.status',
  done: ['active'],
  failed: ['error'],
  usually: 120,
  what: 'autoscale pool',
};

const itself = read('autoscalepools_get', { autoscale_pool_id: argument('autoscale_pool_id') });

const goes: LifeCycle = { ...life, poll: itself, done: [], missing: 'done', usually: 30 };

const templateNeeds = [
  given('droplet_template.ssh_keys', needs('ssh_key:read')),
  given('droplet_template.tags', needs('tag:read')),
  given('droplet_template.vpc_uuid', needs('vpc:read')),
  given('droplet_template.project_id', needs('project:read')),
] as const;

// Either so many as there should be, or bounds between which use decides.
const sizes = [
  { kind: 'one_of', arguments: ['config.target_number_instances', 'config.min_instances'] },
  {
    kind: 'needs',
    when: { argument: 'config.min_instances' },
    arguments: ['config.max_instances'],
  },
  {
    kind: 'excludes',
    when: { argument: 'config.target_number_instances' },
    arguments: [
      'config.max_instances',
      'config.target_cpu_utilization',
      'config.target_memory_utilization',
      'config.cooldown_minutes',
    ],
  },
] as const;

export default describeArea(facts, words, {
  autoscalepools_list: {
    title: 'List autoscale pools',
    description:
      'Lists autoscale pools with their bounds, load and how many Droplets they run now.',
    discloses,
    reply: pagedList('autoscale_pools'),
    view: {
      columns: [
        'id',
        'name',
        'status',
        'active_resources_count',
        { name: 'region_slug', at: 'droplet_template.region' },
        { name: 'size_slug', at: 'droplet_template.size' },
        { name: 'min', at: 'config.min_instances' },
        { name: 'max', at: 'config.max_instances' },
        { name: 'fixed', at: 'config.target_number_instances' },
        { name: 'cpu', at: 'current_utilization.cpu' },
        { name: 'memory', at: 'current_utilization.memory' },
        'created_at',
      ],
    },
    says: { name: 'Only the pool of this name.' },
  },
  autoscalepools_get: {
    title: 'Get an autoscale pool',
    description: 'Shows one autoscale pool with its bounds and the template of its Droplets.',
    discloses,
    reply: object('autoscale_pool'),
    watch: { ...life, poll: itself },
  },
  autoscalepools_create: {
    title: 'Create an autoscale pool',
    description:
      'Creates a pool that starts Droplets from a template and keeps as many as its bounds say; each is billed from now on.',
    conditions: templateNeeds,
    rules: sizes,
    effect: 'write',
    cost: 'starts',
    discloses,
    reply: object('autoscale_pool'),
    watch: {
      ...life,
      poll: read('autoscalepools_get', { autoscale_pool_id: reply('autoscale_pool.id') }),
      missing: 'wait',
    },
    confidential: ['droplet_template.user_data'],
    says: { name: 'Name of the pool; cannot be changed.' },
  },
  autoscalepools_update: {
    title: 'Replace an autoscale pool',
    description:
      'Replaces bounds and template of a pool, which must be given whole (user_data too): read it first. A smaller pool destroys Droplets.',
    conditions: [
      ...templateNeeds,
      overwrites('config', 'takes away Droplets where the new bounds are lower'),
      absent('droplet_template.user_data', 'takes the first-boot script off future Droplets'),
      absent('droplet_template.tags', 'takes the tags off future Droplets'),
    ],
    rules: sizes,
    effect: 'write',
    cost: 'raises',
    discloses,
    reply: object('autoscale_pool'),
    watch: { ...life, poll: itself, settles: 10 },
    confidential: ['droplet_template.user_data'],
    says: { name: 'Name that the pool has; must be sent.' },
  },
  autoscalepools_delete: {
    title: 'Delete an autoscale pool',
    description:
      'Deletes a pool and leaves its Droplets running and billed; autoscalepools_delete_dangerous destroys them too.',
    reply: nothing,
    watch: goes,
  },
  autoscalepools_delete_dangerous: {
    title: 'Delete a pool with its Droplets',
    description:
      'Deletes a pool and destroys all its Droplets with their disks, for good; look with autoscalepools_list_members first.',
    cost: 'stops',
    reply: nothing,
    watch: { ...goes, usually: 90 },
    headers: { 'X-Dangerous': 'true' },
  },
  autoscalepools_list_members: {
    title: 'List the Droplets of a pool',
    description:
      'Lists the Droplets of an autoscale pool with health, why they are unhealthy, and load.',
    reply: pagedList('droplets'),
    view: {
      columns: [
        'droplet_id',
        'status',
        'health_status',
        'unhealthy_reason',
        { name: 'cpu', at: 'current_utilization.cpu' },
        { name: 'memory', at: 'current_utilization.memory' },
        'created_at',
      ],
    },
  },
  autoscalepools_list_history: {
    title: 'List scaling events of a pool',
    description: 'Lists when and why an autoscale pool grew or shrank, and whether that worked.',
    reply: pagedList('history'),
    view: {
      columns: [
        'created_at',
        'reason',
        'status',
        'current_instance_count',
        'desired_instance_count',
        'updated_at',
        'history_event_id',
      ],
    },
  },
});
