// What goes with endpoints for inference: models, tokens and the GPUs behind.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const id = argument('dedicated_inference_id');

const endpoint: Thing = {
  look: look('dedicatedInferences_get', { dedicated_inference_id: id }),
  named: 'spec.name',
  details: [{ at: 'region', says: 'in {}' }, { at: 'status' }, { at: 'created_at', as: 'age' }],
};

const models: Hanging = {
  kind: 'model',
  asks: 'which models it serves',
  fate: 'destroyed',
  at: 'spec.model_deployments',
  named: 'model_slug',
};

const tokens: Hanging = {
  kind: 'token',
  asks: 'which tokens it has',
  fate: 'destroyed',
  look: look('dedicatedInferences_list_tokens', { dedicated_inference_id: id }),
};

const whole = {
  kind: 'inference endpoint',
  known: 'dedicated_inference_id',
  thing: endpoint,
} as const;

/** By operation id. */
export const harms: Harms = {
  dedicatedInferences_patch: {
    ...whole,
    hangs: [
      {
        ...models,
        unless: { at: 'model_slug', is: argument('spec.model_deployments.model_slug') },
        note: 'served no more',
      },
    ],
  },
  dedicatedInferences_delete: { ...whole, hangs: [models, tokens] },
  dedicatedInferences_delete_tokens: {
    kind: 'token',
    thing: {
      look: tokens.look as Thing['look'],
      belongs: [{ at: 'id', is: argument('token_id') }],
      details: [{ at: 'created_at', as: 'age' }],
    },
    hangs: [
      {
        kind: 'inference endpoint',
        asks: 'to which endpoint it leads',
        fate: 'stays',
        look: endpoint.look,
        named: 'spec.name',
        note: 'whatever calls it with this token is locked out',
      },
    ],
  },
};
