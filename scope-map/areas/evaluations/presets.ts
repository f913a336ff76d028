// Settings that evaluations of models can be run with again.
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const says = { eval_preset_uuid: 'Preset id, from genai_list_model_evaluation_presets.' };

/** Entries of presets of model evaluations. */
export const presets = entriesOf(facts, {
  genai_list_model_evaluation_presets: {
    title: 'List evaluation presets',
    description:
      'Lists saved settings of model evaluations; saved_sections tells what each holds. New ones come from preset_save_sections of genai_create_model_evaluation_run.',
    reply: { kind: 'list', key: 'presets', paging: { style: 'none' } },
    view: {
      columns: [
        'eval_preset_uuid',
        'name',
        'saved_sections',
        'candidate_model_uuid',
        'candidate_model_name',
        'candidate_model_source',
        'judge_model_uuid',
        'judge_model_name',
        'dataset_uuid',
        'dataset_name',
        { name: 'metric_names', at: 'metrics.metric_name' },
        'created_at',
      ],
    },
  },
  genai_get_model_evaluation_preset: {
    title: 'Get an evaluation preset',
    description:
      'Shows one preset with system prompt, metrics and thresholds; a section that was not saved must be given when a run uses it.',
    reply: object('preset'),
    view: { drops: ['metrics.associated_presets'] },
    says,
  },
  genai_delete_model_evaluation_preset: {
    title: 'Delete an evaluation preset',
    description: 'Deletes saved settings of model evaluations; runs made with them stay.',
    reply: object(null),
    says,
  },
});
