// Runs of models, whose answers a judge model scores.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const itself = read('genai_get_model_evaluation_run', { eval_run_uuid: argument('eval_run_uuid') });

const life: Omit<LifeCycle, 'poll'> = {
  state: 'run.status',
  done: ['MODEL_EVALUATION_RUN_SUCCESSFUL'],
  // Successful in part: some prompts have no score, so whoever waits must hear of it.
  failed: [
    'MODEL_EVALUATION_RUN_PARTIALLY_SUCCESSFUL',
    'MODEL_EVALUATION_RUN_FAILED',
    'MODEL_EVALUATION_RUN_CANCELLED',
  ],
  usually: 300,
  what: 'evaluation run',
};

const says = { eval_run_uuid: 'Run id, from genai_list_model_evaluation_runs.' };

/** Entries of runs of models. */
export const modelRuns = entriesOf(facts, {
  genai_list_model_evaluation_runs: {
    title: 'List runs of models',
    description:
      'Lists evaluations of models with state and progress, newest first; scores are in genai_get_model_evaluation_run.',
    rules: [{ kind: 'one_of', arguments: ['status', 'statuses'], optional: true }],
    reply: pagedList('runs'),
    view: {
      columns: [
        'eval_run_uuid',
        'name',
        'status',
        'candidate_model_name',
        'candidate_model_source',
        'candidate_model_uuid',
        'judge_model_name',
        'dataset_uuid',
        'dataset_name',
        { name: 'rows_judged', at: 'progress.judge_rows_evaluated' },
        { name: 'rows', at: 'progress.total_rows' },
        'created_at',
      ],
    },
    says: { eval_preset_uuid: 'Only runs made with this preset.' },
  },
  genai_get_model_evaluation_run: {
    title: 'Get a run of a model',
    description:
      'Shows settings, progress, scores, speed and cost of a run; wait_seconds waits for its end. detail full adds the first 50 answers, genai_get_model_evaluation_run_results_url has all.',
    reply: object(null),
    view: {
      drops: [
        'results',
        'links',
        'meta',
        'run.metrics.associated_presets',
        'run.metrics.custom_eval_config',
      ],
    },
    watch: { ...life, poll: itself },
    says,
  },
  genai_create_model_evaluation_run: {
    title: 'Evaluate a model',
    description:
      'Lets a model, a dedicated endpoint or a router answer a dataset and a judge model score it, by a preset or by what is given; billed by the tokens of both.',
    rules: [
      {
        kind: 'any_of',
        arguments: ['eval_preset_uuid', 'candidate_model_uuid', 'candidate_model_name'],
      },
      {
        kind: 'needs',
        when: { argument: 'eval_preset_uuid', absent: true },
        arguments: ['dataset_uuid', 'judge_model_uuid', 'metric_uuids'],
      },
      {
        kind: 'excludes',
        when: { argument: 'eval_preset_uuid' },
        arguments: ['preset_save_sections', 'preset_name'],
      },
      {
        kind: 'needs',
        when: { argument: 'preset_name' },
        arguments: ['preset_save_sections'],
      },
      {
        kind: 'one_of',
        arguments: ['star_metric.success_threshold', 'star_metric.success_threshold_pct'],
        optional: true,
      },
    ],
    effect: 'write',
    cost: 'raises',
    reply: object(null),
    watch: {
      ...life,
      poll: read('genai_get_model_evaluation_run', { eval_run_uuid: reply('eval_run_uuid') }),
      missing: 'wait',
    },
    says: {
      dataset_uuid: 'Dataset, from genai_list_evaluation_datasets.',
      eval_preset_uuid:
        'Preset, from genai_list_model_evaluation_presets; what it lacks must be given.',
      name: 'Name of the run.',
    },
  },
  genai_update_model_evaluation_run: {
    title: 'Rename a run of a model',
    description: 'Changes the name under which an evaluation of a model is listed.',
    effect: 'write',
    reply: object('run'),
    repeats: ['eval_run_uuid'],
    says: { ...says, name: 'New name.' },
  },
  genai_cancel_model_evaluation_run: {
    title: 'Cancel a run of a model',
    description:
      'Stops an evaluation of a model that is still going; tokens used so far are billed. One that has ended is refused.',
    effect: 'write',
    reply: object('run'),
    watch: {
      ...life,
      poll: itself,
      done: ['MODEL_EVALUATION_RUN_CANCELLED'],
      // The run was faster than the cancellation.
      failed: [
        'MODEL_EVALUATION_RUN_SUCCESSFUL',
        'MODEL_EVALUATION_RUN_PARTIALLY_SUCCESSFUL',
        'MODEL_EVALUATION_RUN_FAILED',
      ],
      usually: 15,
      what: 'cancellation',
    },
    repeats: ['eval_run_uuid'],
    says,
  },
  genai_delete_model_evaluation_run: {
    title: 'Delete a run of a model',
    description:
      'Deletes an evaluation of a model and its results for good, once it has ended (genai_cancel_model_evaluation_run ends it). status in the answer tells whether it worked.',
    reply: object(null),
    says,
  },
  genai_get_model_evaluation_run_results_download_url: {
    name: 'genai_get_model_evaluation_run_results_url',
    title: 'Get an address to download results from',
    description:
      'Hands out a short-lived address of all answers and scores of a run, as compressed JSON (.json.gz).',
    discloses: { kind: 'credential', fields: ['download_url'], only: true },
    reply: object(null),
    says,
  },
});
