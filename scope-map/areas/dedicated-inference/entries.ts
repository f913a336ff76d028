// Dedicated inference: models served on GPUs of one's own, what they can run on, and the tokens to call them.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { given, overwrites } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const itself = read('dedicatedInferences_get', {
  dedicated_inference_id: argument('dedicated_inference_id'),
});

// Active with a deployment still pending means that the old one serves on while the new one is made.
const life: Omit<LifeCycle, 'poll'> = {
  state: 'dedicated_inference.status',
  done: ['active'],
  failed: ['error'],
  pending: 'dedicated_inference.pending_deployment_spec',
  usually: 900,
  what: 'inference endpoint',
};

const accelerators = ['id', 'name', 'slug', 'role', 'status', 'created_at'] as const;

export default describeArea(facts, words, {
  dedicatedInferences_list: {
    title: 'List dedicated inference endpoints',
    description:
      'Lists endpoints that serve models on GPUs of their own, with models, state and address.',
    reply: pagedList('dedicated_inferences'),
    view: {
      columns: [
        'id',
        { name: 'name', at: 'spec.name' },
        'status',
        'region',
        { name: 'models', at: 'spec.model_deployments.model_slug' },
        { name: 'public_endpoint', at: 'endpoints.public_endpoint_fqdn' },
        { name: 'private_endpoint', at: 'endpoints.private_endpoint_fqdn' },
        'vpc_uuid',
        'created_at',
      ],
    },
    says: { region: 'Only those in this region.' },
  },
  dedicatedInferences_get: {
    title: 'Get a dedicated inference endpoint',
    description:
      'Shows one endpoint with its whole spec, addresses and a deployment that is still to come.',
    reply: object('dedicated_inference'),
    watch: { ...life, poll: itself },
  },
  dedicatedInferences_create: {
    title: 'Create a dedicated inference endpoint',
    description:
      'Creates an endpoint that serves models on GPUs, billed by the hour at once; GPUs and models that fit: dedicated_inferences_get_gpu_model_config. The first token is shown this one time.',
    effect: 'write',
    cost: 'starts',
    discloses: {
      kind: 'credential',
      fields: ['token.value'],
      elsewhere: 'makes another one in the control panel, since this one is shown nowhere again',
    },
    confidential: ['access_tokens'],
    reply: object(null),
    watch: {
      ...life,
      poll: read('dedicatedInferences_get', {
        dedicated_inference_id: reply('dedicated_inference.id'),
      }),
      missing: 'wait',
    },
  },
  dedicatedInferences_patch: {
    title: 'Update a dedicated inference endpoint',
    description:
      'Replaces the spec of an endpoint, read it first: models that the new one leaves out are gone. It serves on until the new deployment is ready.',
    conditions: [
      overwrites('spec', 'replaces the spec, and takes away models that it leaves out'),
      given('spec', { cost: 'raises' }),
    ],
    rules: [{ kind: 'any_of', arguments: ['spec', 'access_tokens'] }],
    effect: 'write',
    confidential: ['access_tokens'],
    reply: object('dedicated_inference'),
    watch: { ...life, poll: itself, settles: 30 },
  },
  dedicatedInferences_delete: {
    title: 'Delete a dedicated inference endpoint',
    description: 'Deletes an endpoint with its GPUs and tokens for good; calls to it fail at once.',
    cost: 'stops',
    reply: nothing,
    watch: {
      poll: itself,
      state: 'dedicated_inference.status',
      done: [],
      failed: ['error'],
      missing: 'done',
      usually: 300,
      what: 'inference endpoint',
    },
  },
  dedicatedInferences_list_sizes: {
    title: 'List sizes for dedicated inference',
    description:
      'Shows GPUs with their price an hour in each region, and the regions that are open.',
    reply: object(null),
  },
  dedicatedInferences_get_gpu_model_config: {
    title: 'List models for dedicated inference',
    description:
      'Lists models that can be served with the GPUs each runs on; gated ones need a Hugging Face token in access_tokens.',
    reply: { kind: 'list', key: 'gpu_model_configs', paging: { style: 'none' } },
    view: { columns: ['model_slug', 'model_name', 'is_gated_model', 'gpu_slugs'] },
  },
  dedicatedInferences_list_accelerators: {
    title: 'List accelerators of an endpoint',
    description: 'Lists the GPUs that an endpoint runs on now, with role and state of each.',
    reply: pagedList('accelerators'),
    view: { columns: accelerators },
  },
  dedicatedInferences_get_accelerator: {
    title: 'Get an accelerator of an endpoint',
    description: 'Shows one GPU of an endpoint.',
    reply: object(null),
  },
  dedicatedInferences_get_ca: {
    title: 'Get the CA certificate of an endpoint',
    description:
      'Shows the certificate, in base64, that clients must trust to reach the private address of an endpoint; it is no secret.',
    reply: object(null),
  },
  dedicatedInferences_list_tokens: {
    title: 'List tokens of an endpoint',
    description: 'Lists the access tokens of an endpoint by name, never their values.',
    reply: pagedList('tokens'),
    view: { columns: ['id', 'name', 'is_managed', 'created_at'] },
  },
  dedicatedInferences_create_tokens: {
    title: 'Create a token of an endpoint',
    description: 'Creates a token that calls an endpoint; its value is shown this one time only.',
    effect: 'write',
    discloses: { kind: 'credential', fields: ['value'], only: true },
    reply: object('token'),
  },
  dedicatedInferences_delete_tokens: {
    title: 'Revoke a token of an endpoint',
    description: 'Deletes a token of an endpoint for good; whatever calls with it is locked out.',
    reply: nothing,
  },
});
