// The keys that agents are called with.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import { overwrites } from '../../entry/conditions.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const secret: Disclosure = { kind: 'credential', fields: ['secret_key'] };

const view = { drops: ['secret_key'] };

const says = { api_key_uuid: 'Key id, from genai_list_agent_api_keys.' };

/** Entries of keys of agents. */
export const keys = entriesOf(facts, {
  genai_list_agent_api_keys: {
    title: 'List keys of an agent',
    description: 'Lists the keys with which an agent can be called, by name and age.',
    discloses: secret,
    reply: pagedList('api_key_infos'),
    view: { columns: ['uuid', 'name', 'created_by', 'created_at', 'deleted_at'] },
  },
  genai_create_agent_api_key: {
    title: 'Create a key for an agent',
    description:
      'Makes a key that calls this one agent, and shows its secret this once; keys of models are others, see genai_list_model_api_keys.',
    effect: 'write',
    discloses: { ...secret, only: true },
    reply: object('api_key_info'),
    repeats: ['agent_uuid'],
    says: { name: 'Name, such as the program that uses it.' },
  },
  genai_update_agent_api_key: {
    title: 'Rename a key of an agent',
    description:
      'Changes the name of a key; genai_regenerate_agent_api_key changes its secret instead.',
    effect: 'write',
    discloses: secret,
    reply: object('api_key_info'),
    view,
    repeats: ['agent_uuid', 'api_key_uuid'],
    says: { ...says, name: 'New name.' },
  },
  genai_regenerate_agent_api_key: {
    title: 'Renew the secret of a key',
    description:
      'Gives a key of an agent a new secret, shown this once; whatever still uses the old one is locked out at once.',
    conditions: [overwrites('api_key_uuid', 'replaces the secret of the key')],
    effect: 'write',
    discloses: { ...secret, only: true },
    reply: object('api_key_info'),
    repeatable: false,
    says,
  },
  genai_delete_agent_api_key: {
    title: 'Delete a key of an agent',
    description: 'Deletes a key for good: what calls the agent with it is locked out at once.',
    discloses: secret,
    reply: object('api_key_info'),
    view,
    says,
  },
});
