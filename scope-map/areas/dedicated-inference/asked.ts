// How people ask for models on GPUs of their own.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  dedicatedInferences_list: {
    asked: [
      'which llm endpoints do we host',
      'what models run on our own gpus',
      'show inference deployments',
    ],
  },
  dedicatedInferences_get: {
    asked: [
      'is the model endpoint up',
      'url of our hosted llm',
      'how is this inference endpoint set up',
    ],
  },
  dedicatedInferences_create: {
    asked: [
      'host mistral on a gpu for us',
      'deploy an open model with its own endpoint',
      'serve a hugging face model',
    ],
  },
  dedicatedInferences_patch: {
    asked: [
      'add a gpu to the llm endpoint',
      'swap the model that we serve',
      'make the inference endpoint private',
    ],
  },
  dedicatedInferences_delete: {
    asked: ['shut down the hosted model', 'stop paying for the inference gpus'],
  },
  dedicatedInferences_list_sizes: {
    asked: [
      'what does a dedicated gpu for inference cost',
      'price per hour to host a model',
      'where can i host a model',
    ],
  },
  dedicatedInferences_get_gpu_model_config: {
    asked: ['which models can i host', 'which gpu does this model need', 'is the model gated'],
  },
  dedicatedInferences_list_accelerators: {
    asked: ['which gpus does the endpoint use', 'are all gpus of the model ready'],
  },
  dedicatedInferences_get_accelerator: {
    asked: ['state of one inference gpu'],
    common: 0,
  },
  dedicatedInferences_get_ca: {
    asked: [
      'certificate for the private model endpoint',
      'tls error when calling our llm inside the vpc',
    ],
    common: 0,
  },
  dedicatedInferences_list_tokens: {
    asked: ['who may call our model endpoint', 'which tokens exist for the hosted llm'],
  },
  dedicatedInferences_create_tokens: {
    asked: ['token to call our hosted model', 'new api key for the llm endpoint'],
  },
  dedicatedInferences_delete_tokens: {
    asked: ['revoke a token of the model endpoint', 'the key to our llm leaked'],
  },
};
