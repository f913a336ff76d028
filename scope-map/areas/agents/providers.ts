// Access to others: keys of Anthropic and OpenAI that agents use, and consent to read a Dropbox or Google Drive.
import type { Behaviour } from '../../endpoint/behaviour.ts';
import { overwrites } from '../../entry/conditions.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { agentList, agentSecrets } from './views.ts';

const collection: Behaviour = { as: 'collection', merges: true };

// What each model can do is told by the list of models.
const openAi = { drops: ['models'] };

const list = {
  reply: pagedList('api_key_infos'),
  view: { columns: ['uuid', 'name', 'created_by', 'created_at', 'updated_at'] },
  simulate: collection,
};

const replaced = [
  overwrites('api_key', 'replaces the stored key, which cannot be read back'),
] as const;

const update = {
  simulate: collection,
  conditions: replaced,
  rules: [{ kind: 'any_of', arguments: ['api_key', 'name'] }],
  effect: 'write',
  reply: object('api_key_info'),
  confidential: ['api_key'],
  repeats: ['api_key_uuid'],
} as const;

const create = {
  effect: 'write',
  reply: object('api_key_info'),
  confidential: ['api_key'],
  simulate: collection,
} as const;

const anthropic = { api_key_uuid: 'Key id, from genai_list_anthropic_api_keys.' };

const openAiSays = { api_key_uuid: 'Key id, from genai_list_openai_api_keys.' };

/** Entries of keys of model providers, and of consent. */
export const providers = entriesOf(facts, {
  genai_list_anthropic_api_keys: {
    title: 'List stored Anthropic keys',
    description: 'Lists the Anthropic keys stored for agents, by name; no secrets are shown.',
    ...list,
  },
  genai_get_anthropic_api_key: {
    title: 'Get a stored Anthropic key',
    description: 'Shows name and age of a stored Anthropic key; the key itself is never shown.',
    reply: object('api_key_info'),
    simulate: collection,
    says: anthropic,
  },
  genai_create_anthropic_api_key: {
    title: 'Store an Anthropic key',
    description:
      'Stores a key of your Anthropic account, so that agents can use its models, billed by Anthropic.',
    ...create,
    says: { api_key: 'Key from Anthropic (sk-ant-…).' },
  },
  genai_update_anthropic_api_key: {
    title: 'Replace or rename an Anthropic key',
    description:
      'Puts another Anthropic key in the place of a stored one, or renames it; agents that use it go on with the new one.',
    ...update,
    says: { ...anthropic, api_key: 'New key from Anthropic (sk-ant-…).' },
  },
  genai_delete_anthropic_api_key: {
    title: 'Delete a stored Anthropic key',
    description:
      'Removes a stored Anthropic key; agents that use it fail from then on: genai_list_agents_by_anthropic_key tells which.',
    reply: object('api_key_info'),
    simulate: collection,
    says: anthropic,
  },
  genai_list_agents_by_anthropic_key: {
    title: 'List agents that use an Anthropic key',
    description: 'Lists the agents that use a stored Anthropic key; look before deleting it.',
    discloses: agentSecrets,
    reply: pagedList('agents'),
    view: agentList,
    says: { uuid: anthropic.api_key_uuid },
  },
  genai_list_openai_api_keys: {
    title: 'List stored OpenAI keys',
    description: 'Lists the OpenAI keys stored for agents, by name; no secrets are shown.',
    ...list,
  },
  genai_get_openai_api_key: {
    title: 'Get a stored OpenAI key',
    description: 'Shows name and age of a stored OpenAI key; the key itself is never shown.',
    reply: object('api_key_info'),
    view: openAi,
    simulate: collection,
    says: openAiSays,
  },
  genai_create_openai_api_key: {
    title: 'Store an OpenAI key',
    description:
      'Stores a key of your OpenAI account, so that agents can use its models, billed by OpenAI.',
    ...create,
    view: openAi,
    says: { api_key: 'Key from OpenAI (sk-…).' },
  },
  genai_update_openai_api_key: {
    title: 'Replace or rename an OpenAI key',
    description:
      'Puts another OpenAI key in the place of a stored one, or renames it; agents that use it go on with the new one.',
    ...update,
    view: openAi,
    says: { ...openAiSays, api_key: 'New key from OpenAI (sk-…).' },
  },
  genai_delete_openai_api_key: {
    title: 'Delete a stored OpenAI key',
    description:
      'Removes a stored OpenAI key; agents that use it fail from then on: genai_list_agents_by_openai_key tells which.',
    reply: object('api_key_info'),
    view: openAi,
    simulate: collection,
    says: openAiSays,
  },
  genai_list_agents_by_openai_key: {
    title: 'List agents that use an OpenAI key',
    description: 'Lists the agents that use a stored OpenAI key; look before deleting it.',
    discloses: agentSecrets,
    reply: pagedList('agents'),
    view: agentList,
    says: { uuid: openAiSays.api_key_uuid },
  },
  genai_get_oauth2_url: {
    title: 'Get the address for consent to read files',
    description:
      'Gives the address at which a person lets knowledge bases read their Dropbox or Google Drive; for Dropbox, the code that comes back goes to genai_create_oauth2_dropbox_tokens.',
    reply: object(null),
    says: { type: 'Whose files.' },
  },
  genai_create_oauth2_dropbox_tokens: {
    title: 'Trade a Dropbox code for tokens',
    description:
      'Hands out the tokens for a code from genai_get_oauth2_url: the refresh token makes a Dropbox folder a data source in genai_create_knowledge_base.',
    effect: 'write',
    discloses: { kind: 'credential', fields: ['token', 'refresh_token'], only: true },
    reply: object(null),
    confidential: ['code'],
  },
});
