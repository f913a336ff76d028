// Test cases: a dataset and the metrics that agents are measured with, kept in versions.
import type { View } from '../../endpoint/reply.ts';
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const list: View = {
  columns: [
    'test_case_uuid',
    'name',
    'description',
    'dataset_uuid',
    'dataset_name',
    { name: 'metric_names', at: 'metrics.metric_name' },
    { name: 'star_metric_name', at: 'star_metric.name' },
    { name: 'success_threshold', at: 'star_metric.success_threshold' },
    'version',
    'total_runs',
    'archived_at',
    'updated_at',
  ],
};

const threshold = {
  kind: 'one_of',
  arguments: ['star_metric.success_threshold', 'star_metric.success_threshold_pct'],
  optional: true,
} as const;

const says = { test_case_uuid: 'Test case id, from genai_list_evaluation_test_cases.' };

/** Entries of test cases. */
export const testCases = entriesOf(facts, {
  genai_list_evaluation_test_cases: {
    title: 'List test cases',
    description:
      'Lists all test cases for agents with dataset, metrics and number of runs; genai_list_eval_test_cases_by_workspace lists those of one workspace.',
    reply: { kind: 'list', key: 'evaluation_test_cases', paging: { style: 'none' } },
    view: list,
  },
  genai_list_evaluation_test_cases_by_workspace: {
    name: 'genai_list_eval_test_cases_by_workspace',
    title: 'List test cases of a workspace',
    description: 'Lists the test cases for the agents of one workspace, with dataset and metrics.',
    reply: { kind: 'list', key: 'evaluation_test_cases', paging: { style: 'none' } },
    view: list,
    says: { workspace_uuid: 'Workspace id, from genai_list_workspaces.' },
  },
  genai_get_evaluation_test_case: {
    title: 'Get a test case',
    description: 'Shows one test case, the newest version or the one that is asked for.',
    reply: object('evaluation_test_case'),
    view: { drops: ['metrics.associated_presets', 'metrics.custom_eval_config'] },
    says: { ...says, evaluation_test_case_version: 'Version to show; the newest if absent.' },
  },
  genai_create_evaluation_test_case: {
    title: 'Create a test case',
    description:
      'Puts a dataset and metrics together to a test that agents of a workspace can be run against with genai_run_evaluation_test_case. It cannot be deleted here.',
    rules: [
      {
        kind: 'one_of',
        arguments: ['workspace_uuid', 'agent_workspace_name'],
        optional: true,
      },
      threshold,
    ],
    effect: 'write',
    reply: object(null),
    says: {
      name: 'Name of the test case.',
      description: 'What it tests.',
      metrics: 'Metric ids, from genai_list_evaluation_metrics.',
      workspace_uuid: 'Workspace of the agents, from genai_list_workspaces.',
    },
  },
  genai_update_evaluation_test_case: {
    title: 'Update a test case',
    description:
      'Makes a new version of a test case with the given changes; runs of former versions keep their results.',
    rules: [
      {
        kind: 'any_of',
        arguments: ['name', 'description', 'dataset_uuid', 'metrics', 'star_metric'],
      },
      threshold,
    ],
    effect: 'write',
    reply: object(null),
    repeats: ['test_case_uuid'],
    says: {
      ...says,
      name: 'New name.',
      description: 'New description.',
      metrics: 'What is measured from now on.',
    },
  },
});
