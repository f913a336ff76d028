// What the arguments of dedicated inference mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  accelerator_id: 'Accelerator id, from dedicated_inferences_list_accelerators.',
  access_tokens: 'Tokens for gated models.',
  dedicated_inference_id: 'Endpoint id.',
  name: 'Name of the token.',
  slug: 'Only GPUs of this slug.',
  spec: 'What is served, on what, and where.',
  'spec.enable_public_endpoint': 'Also reachable from the internet, with a token.',
  'spec.model_deployments': 'Models to serve.',
  'spec.model_deployments.accelerators': 'GPUs for this model.',
  'spec.model_deployments.accelerators.accelerator_slug':
    'GPU slug, from dedicated_inferences_get_gpu_model_config.',
  'spec.model_deployments.accelerators.scale': 'Number of GPUs.',
  'spec.model_deployments.accelerators.type': 'Role, such as prefill_decode.',
  'spec.model_deployments.model_id':
    'In an update: id of the deployment that stays; new if absent.',
  'spec.model_deployments.model_slug': 'Model, such as mistral/mistral-7b-instruct-v3.',
  'spec.name': 'Name, unique in the team.',
  'spec.region': 'Region slug, from dedicated_inferences_list_sizes.',
  'spec.version': 'Version of the spec: 1.',
  'spec.vpc': 'Network for its private address.',
  'spec.vpc.uuid': 'VPC id, in the same region.',
  token_id: 'Token id, from dedicated_inferences_list_tokens.',
};
