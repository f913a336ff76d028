// Where DigitalOcean's document is wrong about evaluations.
import type { Correction } from '../../corrections/correction.ts';
import { chosen, eachChosen, noChoice } from '../../corrections/no-choice.ts';

const datasetTypes = [
  'EVALUATION_DATASET_TYPE_ADK',
  'EVALUATION_DATASET_TYPE_NON_ADK',
  'EVALUATION_DATASET_TYPE_MODEL',
] as const;

const states = [
  'MODEL_EVALUATION_RUN_QUEUED',
  'MODEL_EVALUATION_RUN_RUNNING_DATASET',
  'MODEL_EVALUATION_RUN_EVALUATING_RESULTS',
  'MODEL_EVALUATION_RUN_CANCELLING',
  'MODEL_EVALUATION_RUN_CANCELLED',
  'MODEL_EVALUATION_RUN_SUCCESSFUL',
  'MODEL_EVALUATION_RUN_PARTIALLY_SUCCESSFUL',
  'MODEL_EVALUATION_RUN_FAILED',
] as const;

const customMetrics: Correction['operations'] = [
  'genai_create_custom_evaluation_metric',
  'genai_update_custom_evaluation_metric',
];

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  ...chosen(['genai_list_evaluation_datasets'], 'query.dataset_type', datasetTypes),
  ...chosen(['genai_create_evaluation_dataset'], 'body.dataset_type', datasetTypes),
  ...chosen(['genai_list_model_evaluation_runs'], 'query.status', states),
  eachChosen(['genai_list_model_evaluation_runs'], 'query.statuses', states),
  ...chosen(['genai_list_model_evaluation_runs'], 'query.sort_by', [
    'MODEL_EVALUATION_RUN_SORT_FIELD_CREATED_AT',
    'MODEL_EVALUATION_RUN_SORT_FIELD_STATUS',
  ]),
  ...chosen(['genai_list_model_evaluation_runs'], 'query.sort_direction', [
    'SORT_DIRECTION_ASC',
    'SORT_DIRECTION_DESC',
  ]),
  eachChosen(['genai_create_model_evaluation_run'], 'body.preset_save_sections', [
    'PRESET_SAVE_SECTION_CANDIDATE',
    'PRESET_SAVE_SECTION_METRICS',
    'PRESET_SAVE_SECTION_JUDGE',
    'PRESET_SAVE_SECTION_DATASET',
    'PRESET_SAVE_SECTION_SYSTEM_PROMPT',
  ]),
  {
    operations: ['genai_create_model_evaluation_run'],
    change: { kind: 'default', at: 'preset_save_sections' },
    ...noChoice,
  },
  {
    operations: ['genai_create_evaluation_dataset'],
    change: {
      kind: 'required',
      at: 'body',
      names: ['name', 'dataset_type', 'file_upload_dataset'],
    },
    why: 'A dataset is a named file of one kind; the schema lists no required field.',
    source: 'descriptions of the fields; datasets are listed by name and kind',
  },
  {
    operations: [
      'genai_create_evaluation_dataset_file_upload_presigned_urls',
      'genai_create_model_eval_dataset_upload_presigned_urls',
    ],
    change: { kind: 'required', at: 'body', names: ['files'] },
    why: 'An address is made for each file; without files there is nothing to answer.',
    source: 'description of the reply: one for each file',
  },
  ...(['created_at', 'updated_at', 'deleted_at'] as const).map(
    (name): Correction => ({
      operations: customMetrics,
      change: { kind: 'no_argument', at: `body.config.${name}` },
      why: 'When something was made, changed or deleted is told, not set; the schema is that of the reply.',
      source: 'the field of the same name in the reply',
    }),
  ),
  {
    operations: ['genai_create_custom_evaluation_metric'],
    change: { kind: 'required', at: 'body', names: ['metric_name', 'config'] },
    why: 'A metric of its own is a name and what the judge is told; the schema lists no required field.',
    source: 'description of the operation: a metric that a model judges',
  },
  {
    operations: ['genai_run_evaluation_test_case'],
    change: { kind: 'required', at: 'body', names: ['test_case_uuid'] },
    why: 'The path names no test case, so the body must.',
    source: 'path of the operation',
  },
  {
    operations: ['genai_create_evaluation_test_case'],
    change: { kind: 'required', at: 'body', names: ['name', 'dataset_uuid', 'metrics'] },
    why: 'A test case is a dataset with metrics under a name; the schema lists no required field.',
    source: 'descriptions of the fields',
  },
  {
    operations: [
      'genai_create_evaluation_test_case',
      'genai_update_evaluation_test_case',
      'genai_create_model_evaluation_run',
    ],
    change: {
      kind: 'schema',
      at: 'body.star_metric.success_threshold_pct',
      set: { minimum: 0, maximum: 100 },
    },
    why: 'The description gives the range, the schema does not.',
    source: 'description of success_threshold_pct',
  },
  {
    operations: ['genai_create_model_evaluation_run'],
    change: { kind: 'no_argument', at: 'body.save_as_preset' },
    why: 'Given up: preset_save_sections says what is saved.',
    source: 'description of save_as_preset',
  },
  {
    operations: ['genai_update_model_evaluation_run'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'The name is all that this call changes.',
    source: 'description of the operation',
  },
  {
    operations: ['genai_update_model_evaluation_run'],
    change: { kind: 'schema', at: 'body.name', set: { minLength: 1, maxLength: 255 } },
    why: 'The description gives the longest name, the schema does not.',
    source: 'description of name',
  },
];
