// What goes with evaluations: datasets that test cases name, metrics that presets use, results.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const presetsWith = (at: string, parameter: string, asks: string) =>
  ({
    kind: 'preset',
    asks,
    fate: 'loses',
    look: look('genai_list_model_evaluation_presets', {}),
    belongs: [{ at, is: argument(parameter) }],
  }) as const;

/** By operation id. */
export const harms: Harms = {
  genai_delete_evaluation_dataset: {
    kind: 'dataset',
    known: 'dataset_uuid',
    thing: {
      look: look('genai_list_evaluation_datasets', {}),
      belongs: [{ at: 'dataset_uuid', is: argument('dataset_uuid') }],
      named: 'dataset_name',
      details: [
        { at: 'row_count', says: '{} rows' },
        { at: 'file_size', as: 'bytes' },
        { at: 'created_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'test case',
        asks: 'which test cases name it',
        fate: 'loses',
        look: look('genai_list_evaluation_test_cases', {}),
        belongs: [{ at: 'dataset_uuid', is: argument('dataset_uuid') }],
      },
      presetsWith('dataset_uuid', 'dataset_uuid', 'which presets name it'),
    ],
  },
  genai_delete_custom_evaluation_metric: {
    kind: 'metric',
    known: 'metric_uuid',
    thing: {
      look: look('genai_list_model_evaluation_metrics', {}),
      belongs: [{ at: 'metric_uuid', is: argument('metric_uuid') }],
      named: 'metric_name',
      details: [{ at: 'category' }],
    },
    losesData: true,
    hangs: [
      {
        kind: 'preset',
        asks: 'which presets use it',
        fate: 'destroyed',
        at: 'associated_presets',
      },
    ],
  },
  genai_delete_model_evaluation_run: {
    kind: 'evaluation',
    known: 'eval_run_uuid',
    thing: {
      look: look('genai_get_model_evaluation_run', { eval_run_uuid: argument('eval_run_uuid') }),
      named: 'run.name',
      details: [
        { at: 'run.candidate_model_name', says: 'of {}' },
        { at: 'run.status' },
        { at: 'run.created_at', as: 'age' },
      ],
    },
    losesData: true,
    nothingHangs: 'its results are part of it, and nothing else names it',
  },
  genai_delete_model_evaluation_preset: {
    kind: 'preset',
    known: 'eval_preset_uuid',
    thing: {
      look: look('genai_get_model_evaluation_preset', {
        eval_preset_uuid: argument('eval_preset_uuid'),
      }),
      details: [
        { at: 'dataset_name', says: 'on {}' },
        { at: 'created_at', as: 'age' },
      ],
    },
    nothingHangs: 'evaluations made with it keep their results, and do not tell by which preset',
  },
};
