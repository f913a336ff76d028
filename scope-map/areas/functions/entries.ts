// Functions: namespaces that functions live in, triggers that start them by the clock, and keys to call them.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { Reply } from '../../endpoint/reply.ts';
import { describeArea } from '../../entry/area-map.ts';
import { overwrites } from '../../entry/conditions.ts';
import { nothing, object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const all = (key: string): Reply => ({ kind: 'list', key, paging: { style: 'none' } });

// Together with the uuid of its namespace it lets in whoever has it, to change functions too.
const secrets: Disclosure = { kind: 'credential', fields: ['key'] };

const limit = [
  {
    status: 422,
    next: 'There may be too many already: functions_list_namespaces and functions_list_triggers tell what could go.',
  },
] as const;

export default describeArea(facts, words, {
  functions_list_namespaces: {
    title: 'List Functions namespaces',
    description:
      'Lists namespaces of serverless functions with region and host; the functions in them are deployed and listed with doctl, not here.',
    discloses: secrets,
    reply: all('namespaces'),
    view: { columns: ['namespace', 'label', 'region', 'api_host', 'created_at', 'updated_at'] },
  },
  functions_get_namespace: {
    title: 'Get a Functions namespace',
    description: 'Shows one namespace with its host; its key is a credential.',
    discloses: secrets,
    reply: object('namespace'),
  },
  functions_create_namespace: {
    title: 'Create a Functions namespace',
    description:
      'Creates an empty namespace for serverless functions; it costs nothing, calls beyond the free allowance do.',
    effect: 'write',
    discloses: secrets,
    reply: object('namespace'),
    hints: limit,
  },
  functions_delete_namespace: {
    title: 'Delete a Functions namespace',
    description: 'Deletes a namespace with its packages, functions and triggers for good.',
    reply: nothing,
  },
  functions_list_triggers: {
    title: 'List function triggers',
    description:
      'Lists the schedules of a namespace: which function runs when, with what, and when it last did.',
    reply: all('triggers'),
    view: { drops: ['namespace', 'created_at', 'updated_at'] },
  },
  functions_get_trigger: {
    title: 'Get a function trigger',
    description: 'Shows one schedule with its last and next run.',
    reply: object('trigger'),
  },
  functions_create_trigger: {
    title: 'Create a function trigger',
    description:
      'Runs a function of the namespace by the clock from now on; each run counts as a call.',
    effect: 'write',
    reply: object('trigger'),
    hints: limit,
    says: { is_enabled: 'false creates it paused.' },
  },
  functions_update_trigger: {
    title: 'Update a function trigger',
    description:
      'Pauses, resumes or reschedules a trigger; name and function stay. Given scheduled_details replace the old ones whole.',
    conditions: [
      overwrites('scheduled_details', 'replaces the schedule and what is handed to the function'),
    ],
    rules: [{ kind: 'any_of', arguments: ['is_enabled', 'scheduled_details'] }],
    effect: 'write',
    reply: object('trigger'),
    says: { is_enabled: 'false pauses it, true resumes it.' },
  },
  functions_delete_trigger: {
    title: 'Delete a function trigger',
    description:
      'Deletes a schedule for good; the function stays. To pause it, set is_enabled with functions_update_trigger.',
    reply: nothing,
  },
  functionsAccessKey_list: {
    title: 'List Functions access keys',
    description: 'Lists the access keys of a namespace with when they expire, never their secrets.',
    reply: all('access_keys'),
    view: { columns: ['id', 'name', 'expires_at', 'created_at', 'updated_at'] },
  },
  functionsAccessKey_create: {
    title: 'Create a Functions access key',
    description:
      'Creates a key that calls the functions of a namespace; its secret is shown this one time only.',
    effect: 'write',
    discloses: { kind: 'credential', fields: ['secret'], only: true },
    reply: object('access_key'),
  },
  functionsAccessKey_update: {
    title: 'Rename a Functions access key',
    description: 'Gives an access key another name; secret and expiry cannot be changed.',
    effect: 'write',
    reply: object('access_key'),
  },
  functionsAccessKey_delete: {
    title: 'Delete a Functions access key',
    description: 'Deletes an access key for good; whatever calls functions with it is locked out.',
    reply: nothing,
  },
});
