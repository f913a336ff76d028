// Models that a team brings along itself.

import type { When } from '../../endpoint/condition.ts';
import type { Disclosure } from '../../endpoint/disclosure.ts';
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// Not kept with the model, says DigitalOcean, and yet a field of what it answers.
const token: Disclosure = { kind: 'credential', fields: ['source_ref.hf_token'] };

const itself = read('genai_get_custom_model', { uuid: argument('uuid') });

const life: Omit<LifeCycle, 'poll'> = {
  state: 'model.status',
  done: ['STATUS_READY'],
  failed: ['STATUS_FAILED', 'STATUS_DELETED'],
  message: 'model.error_message',
  usually: 600,
  what: 'custom model',
};

const view = { drops: ['config_json'] };

const from = (source: string): When<'source_type'> => ({ argument: 'source_type', is: [source] });

const says = { uuid: 'Custom model id, from genai_list_custom_models.' };

/** Entries of custom models. */
export const custom = entriesOf(facts, {
  genai_list_custom_models: {
    title: 'List custom models',
    description:
      'Lists the models that were imported, with state, source, size, monthly cost and the deployments that run them.',
    discloses: token,
    reply: pagedList('models'),
    view: {
      columns: [
        'uuid',
        'name',
        'status',
        'source_type',
        { name: 'repo_id', at: 'source_ref.repo_id' },
        { name: 'bucket', at: 'source_ref.bucket' },
        'architecture',
        'total_size_bytes',
        'cost_estimate_per_month',
        { name: 'deployments', at: 'active_deployments.name' },
        'error_message',
        'created_at',
      ],
    },
    says: { status: 'Only models in this state.' },
  },
  genai_get_custom_model: {
    title: 'Get a custom model',
    description:
      'Shows one imported model, how its import went and which deployments run it; wait_seconds waits for the import.',
    discloses: token,
    reply: object('model'),
    view,
    watch: { ...life, poll: itself },
    says,
  },
  genai_import_custom_model: {
    title: 'Import a custom model',
    description:
      'Copies a model from Hugging Face or a Spaces bucket, which costs from now on; validation_steps of the answer tell what did not fit. To serve it, a dedicated inference endpoint is needed.',
    rules: [
      {
        kind: 'needs',
        when: from('SOURCE_TYPE_HUGGINGFACE'),
        arguments: ['source_ref.repo_id'],
      },
      {
        kind: 'needs',
        when: from('SOURCE_TYPE_SPACES_BUCKET'),
        arguments: ['source_ref.bucket'],
      },
      {
        kind: 'needs',
        when: { argument: 'source_ref.hf_token' },
        arguments: ['accept_hf_token_storage'],
      },
    ],
    effect: 'write',
    cost: 'starts',
    discloses: { kind: 'credential', fields: ['model.source_ref.hf_token'] },
    reply: object(null),
    view: { drops: ['model.config_json'] },
    watch: {
      ...life,
      poll: read('genai_get_custom_model', { uuid: reply('model.uuid') }),
      missing: 'wait',
    },
    confidential: ['source_ref.hf_token'],
    says: {
      name: 'Name for the model.',
      description: 'What it is for.',
      tags: "The team's own labels for it.",
    },
  },
  genai_update_custom_model_metadata: {
    title: 'Describe a custom model',
    description:
      'Changes name, description, license, labels or modalities of an imported model; its files stay as they are.',
    rules: [
      {
        kind: 'any_of',
        arguments: [
          'name',
          'description',
          'license',
          'parameters',
          'tags',
          'input_modalities',
          'output_modalities',
        ],
      },
    ],
    effect: 'write',
    discloses: token,
    reply: object('model'),
    view,
    repeats: ['uuid'],
    says: {
      ...says,
      name: 'New name.',
      description: 'New description.',
      tags: 'All its labels from now on.',
    },
  },
  genai_delete_custom_model: {
    title: 'Delete a custom model',
    description:
      'Deletes an imported model and its files for good; look at active_deployments in genai_get_custom_model first. status in the answer tells whether it worked.',
    cost: 'stops',
    reply: object(null),
    watch: {
      poll: itself,
      state: 'model.status',
      done: ['STATUS_DELETED'],
      failed: [],
      missing: 'done',
      usually: 10,
      what: 'deletion',
    },
    says,
  },
});
