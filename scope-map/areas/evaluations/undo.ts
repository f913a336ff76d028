// How changes of evaluations are put back.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const address = cannot('an address for an upload expires');
const over = cannot('a run that was started costs what it costs');
const run = { eval_run_uuid: argument('eval_run_uuid') };
const testCase = { test_case_uuid: argument('test_case_uuid') };

/** By operation id. */
export const undos: Undos = {
  genai_create_evaluation_dataset: {
    ways: [
      {
        calls: [
          call('genai_delete_evaluation_dataset', {
            dataset_uuid: reply('evaluation_dataset_uuid'),
          }),
        ],
      },
    ],
  },
  genai_create_evaluation_dataset_file_upload_presigned_urls: address,
  genai_create_model_eval_dataset_upload_presigned_urls: address,
  genai_delete_evaluation_dataset: cannot('its file has to be uploaded anew'),
  genai_create_custom_evaluation_metric: {
    ways: [
      {
        calls: [
          call('genai_delete_custom_evaluation_metric', {
            metric_uuid: reply('metric.metric_uuid'),
          }),
        ],
      },
    ],
  },
  genai_update_custom_evaluation_metric: cannot('its former prompt is not told'),
  genai_delete_custom_evaluation_metric: cannot('its prompt is not told'),
  genai_create_evaluation_test_case: cannot('no call removes a test case'),
  genai_update_evaluation_test_case: restores(
    look('genai_get_evaluation_test_case', testCase),
    call('genai_update_evaluation_test_case', { ...testCase, ...asBefore('name', 'description') }),
    { differs: 'its metrics and data set stay as they are' },
  ),
  genai_run_evaluation_test_case: over,
  genai_create_model_evaluation_run: removes(
    look('genai_get_model_evaluation_run', { eval_run_uuid: reply('eval_run_uuid') }),
    call('genai_delete_model_evaluation_run', { eval_run_uuid: reply('eval_run_uuid') }),
    ['run.name'],
    'what it cost stays',
  ),
  genai_update_model_evaluation_run: restores(
    look('genai_get_model_evaluation_run', run),
    call('genai_update_model_evaluation_run', { ...run, ...asBefore(['name', 'run.name']) }),
  ),
  genai_cancel_model_evaluation_run: over,
  genai_delete_model_evaluation_run: cannot('its results are gone with it'),
  genai_delete_model_evaluation_preset: cannot('what it holds has to be said anew'),
};
