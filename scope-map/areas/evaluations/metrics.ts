// What answers are measured by.
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const says = { metric_uuid: 'Metric id, from genai_list_model_evaluation_metrics.' };

/** Entries of metrics. */
export const metrics = entriesOf(facts, {
  genai_list_evaluation_metrics: {
    title: 'List metrics for agents',
    description:
      'Lists what answers of agents can be measured by, for genai_create_evaluation_test_case; those of models are in genai_list_model_evaluation_metrics.',
    reply: { kind: 'list', key: 'metrics', paging: { style: 'none' } },
    view: {
      columns: [
        'metric_uuid',
        'metric_name',
        'description',
        'category',
        'metric_type',
        'metric_value_type',
        'range_min',
        'range_max',
        'inverted',
        'evaluation_scope',
        'source',
      ],
    },
  },
  genai_list_model_evaluation_metrics: {
    title: 'List metrics for models',
    description:
      "Lists what answers of models can be measured by, the team's own metrics included, and which presets use each; for genai_create_model_evaluation_run.",
    reply: { kind: 'list', key: 'metrics', paging: { style: 'none' } },
    view: {
      columns: [
        'metric_uuid',
        'metric_name',
        'description',
        'category',
        'metric_value_type',
        'range_min',
        'range_max',
        'inverted',
        'source',
        { name: 'requires_ground_truth', at: 'custom_eval_config.requires_ground_truth' },
        { name: 'presets', at: 'associated_presets.name' },
      ],
    },
  },
  genai_create_custom_evaluation_metric: {
    title: 'Create a metric of your own',
    description:
      'Makes a metric for evaluations of models: a judge model scores each answer by your instructions. Agents are measured by the ready ones only.',
    effect: 'write',
    reply: object('metric'),
  },
  genai_update_custom_evaluation_metric: {
    title: 'Update a metric of your own',
    description:
      "Changes one of the team's own metrics, which gets a new metric_uuid by it: use that of the answer from then on.",
    rules: [{ kind: 'any_of', arguments: ['metric_name', 'description', 'config'] }],
    effect: 'write',
    reply: object('metric'),
    // The old id may be gone by the second time.
    repeatable: false,
    repeats: ['metric_uuid'],
    says: { ...says, config: 'How the judge scores, whole.' },
  },
  genai_delete_custom_evaluation_metric: {
    title: 'Delete a metric of your own',
    description:
      "Deletes one of the team's own metrics and every preset that uses it; genai_list_model_evaluation_metrics names them (presets). Results of past runs stay.",
    reply: object(null),
    says,
  },
});
