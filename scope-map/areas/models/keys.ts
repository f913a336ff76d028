// The keys that models are called with.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import { overwrites } from '../../entry/conditions.ts';
import { entriesOf } from '../../entry/part.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const secret: Disclosure = { kind: 'credential', fields: ['secret_key'] };

const view = { drops: ['secret_key'] };

const says = { api_key_uuid: 'Key id, from genai_list_model_api_keys.' };

/** Entries of keys of models. */
export const keys = entriesOf(facts, {
  genai_list_model_api_keys: {
    title: 'List keys of models',
    description:
      'Lists the access keys with which programs call models, by name and age; keys of single agents are in genai_list_agent_api_keys.',
    discloses: secret,
    reply: pagedList('api_key_infos'),
    view: { columns: ['uuid', 'name', 'created_by', 'created_at', 'deleted_at'] },
  },
  genai_create_model_api_key: {
    title: 'Create a key for models',
    description: 'Was the way to make a model access key; DigitalOcean refuses it now.',
    deprecated:
      'Make model access keys in the control panel, on the page where models are managed.',
    effect: 'write',
    reply: nothing,
    says: { name: 'Name of the key.' },
  },
  genai_update_model_api_key: {
    title: 'Rename a key of models',
    description:
      'Changes the name of a model access key; genai_regenerate_model_api_key changes its secret instead.',
    effect: 'write',
    discloses: secret,
    reply: object('api_key_info'),
    view,
    repeats: ['api_key_uuid'],
    says: { ...says, name: 'New name.' },
  },
  genai_regenerate_model_api_key: {
    title: 'Renew the secret of a model key',
    description:
      'Gives a model access key a new secret, shown this once; whatever still calls models with the old one is locked out at once.',
    conditions: [overwrites('api_key_uuid', 'replaces the secret of the key')],
    effect: 'write',
    discloses: { ...secret, only: true },
    reply: object('api_key_info'),
    repeatable: false,
    says,
  },
  genai_delete_model_api_key: {
    title: 'Delete a key of models',
    description:
      'Deletes a model access key for good: what calls models with it is locked out at once, and a new one is only made in the control panel.',
    discloses: secret,
    reply: object('api_key_info'),
    view,
    says,
  },
});
