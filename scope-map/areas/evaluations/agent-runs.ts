// Runs of agents against test cases.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const life: Omit<LifeCycle, 'poll'> = {
  state: 'evaluation_run.status',
  done: ['EVALUATION_RUN_SUCCESSFUL'],
  // Successful in part: some prompts have no score, so whoever waits must hear of it.
  failed: [
    'EVALUATION_RUN_PARTIALLY_SUCCESSFUL',
    'EVALUATION_RUN_FAILED',
    'EVALUATION_RUN_CANCELLED',
  ],
  message: 'evaluation_run.error_description',
  usually: 300,
  what: 'evaluation run',
};

const says = { evaluation_run_uuid: 'Run id, from genai_list_evaluation_runs_by_test_case.' };

/** Entries of runs of agents. */
export const agentRuns = entriesOf(facts, {
  genai_run_evaluation_test_case: {
    title: 'Evaluate agents',
    description:
      'Runs agents against a test case, one run for each; billed by the tokens of agent and judge. It cannot be cancelled here.',
    rules: [{ kind: 'one_of', arguments: ['agent_uuids', 'agent_deployment_names'] }],
    effect: 'write',
    cost: 'raises',
    reply: object(null),
    watch: {
      ...life,
      poll: read('genai_get_evaluation_run', {
        evaluation_run_uuid: reply('evaluation_run_uuids'),
      }),
      missing: 'wait',
    },
    says: { test_case_uuid: 'Test case id, from genai_list_evaluation_test_cases.' },
  },
  genai_list_evaluation_runs_by_test_case: {
    title: 'List runs of a test case',
    description:
      'Lists how agents did against a test case, run by run, with the score by which each passed or not.',
    reply: { kind: 'list', key: 'evaluation_runs', paging: { style: 'none' } },
    view: {
      columns: [
        'evaluation_run_uuid',
        'run_name',
        'agent_uuid',
        'agent_name',
        'agent_deployment_name',
        'status',
        'pass_status',
        { name: 'star_metric', at: 'star_metric_result.metric_name' },
        { name: 'star_score', at: 'star_metric_result.number_value' },
        'test_case_version',
        'error_description',
        'finished_at',
      ],
    },
    says: {
      evaluation_test_case_uuid: 'Test case id, from genai_list_evaluation_test_cases.',
      evaluation_test_case_version: 'Only runs of this version.',
    },
  },
  genai_get_evaluation_run: {
    title: 'Get a run of an agent',
    description:
      'Shows how far the run of an agent is and its scores over all prompts; wait_seconds waits for its end. Single answers: genai_get_evaluation_run_results.',
    reply: object('evaluation_run'),
    watch: {
      ...life,
      poll: read('genai_get_evaluation_run', {
        evaluation_run_uuid: argument('evaluation_run_uuid'),
      }),
    },
    says,
  },
  genai_get_evaluation_run_results: {
    title: 'List answers of a run',
    description:
      'Lists prompt by prompt what an agent answered, what was right, and how each metric scored it and why.',
    reply: pagedList('prompts'),
    view: {
      keeps: [
        'prompt_id',
        'input',
        'output',
        'ground_truth',
        'prompt_level_metric_results.metric_name',
        'prompt_level_metric_results.number_value',
        'prompt_level_metric_results.string_value',
        'prompt_level_metric_results.reasoning',
        'prompt_level_metric_results.error_description',
      ],
    },
    says,
  },
  genai_get_evaluation_run_prompt_results: {
    title: 'Get one answer of a run',
    description:
      'Shows one prompt of a run with its scores and the chunks of knowledge bases that were found; detail full adds the trace of what the agent did.',
    reply: object('prompt'),
    view: { drops: ['evaluation_trace_spans'] },
    says: { ...says, prompt_id: 'Number of the prompt, from genai_get_evaluation_run_results.' },
  },
});
