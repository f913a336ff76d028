// The questions, with or without their right answers, that evaluations are made with.
import type { Disclosure } from '../../endpoint/disclosure.ts';
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// Whoever has such an address needs no token.
const upload: Disclosure = { kind: 'credential', fields: ['uploads.presigned_url'], only: true };

const says = { dataset_uuid: 'Dataset id, from genai_list_evaluation_datasets.' };

/** Entries of datasets. */
export const datasets = entriesOf(facts, {
  genai_list_evaluation_datasets: {
    title: 'List evaluation datasets',
    description:
      'Lists the datasets of agent and model evaluations with their rows and whether they hold right answers (ground truth).',
    reply: { kind: 'list', key: 'evaluation_datasets', paging: { style: 'none' } },
    view: {
      columns: [
        'dataset_uuid',
        'dataset_name',
        'dataset_type',
        'row_count',
        'has_ground_truth',
        'file_size',
        'created_at',
      ],
    },
    says: {
      dataset_type: 'Only these: for agents built with the ADK, for other agents, or for models.',
    },
  },
  genai_create_evaluation_dataset: {
    title: 'Create an evaluation dataset',
    description:
      'Makes a dataset of a file that was uploaded; get the address to upload to first: genai_create_evaluation_dataset_upload_urls for agents, genai_create_model_eval_dataset_upload_urls for models.',
    effect: 'write',
    reply: object(null),
    says: {
      name: 'Name of the dataset.',
      dataset_type: 'What it evaluates: agents built with the ADK, other agents, or models.',
    },
  },
  genai_create_evaluation_dataset_file_upload_presigned_urls: {
    name: 'genai_create_evaluation_dataset_upload_urls',
    title: 'Get addresses to upload agent datasets to',
    description:
      'Makes an address that expires for each file, to PUT it to; object_key then names the file in genai_create_evaluation_dataset. For evaluations of agents.',
    effect: 'write',
    discloses: upload,
    reply: object(null),
  },
  genai_create_model_eval_dataset_upload_presigned_urls: {
    name: 'genai_create_model_eval_dataset_upload_urls',
    title: 'Get addresses to upload model datasets to',
    description:
      'Makes an address that expires for each file, to PUT it to; object_key then names the file in genai_create_evaluation_dataset. For evaluations of models.',
    effect: 'write',
    discloses: upload,
    reply: object(null),
  },
  genai_get_evaluation_dataset_download_url: {
    title: 'Get an address to download a dataset from',
    description: 'Hands out a short-lived address from which the file of a dataset can be fetched.',
    discloses: { kind: 'credential', fields: ['download_url'], only: true },
    reply: object(null),
    says,
  },
  genai_delete_evaluation_dataset: {
    title: 'Delete an evaluation dataset',
    description:
      'Deletes a dataset of agents or models for good; test cases and presets that name it need another one.',
    reply: object(null),
    says,
  },
});
