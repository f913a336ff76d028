// Where DigitalOcean's document is wrong about dedicated inference.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['dedicatedInferences_create', 'dedicatedInferences_patch'],
    change: { kind: 'schema', at: 'body.spec.region', drop: ['enum'] },
    why: 'The list of regions grows; which are open is told by GET /v2/dedicated-inferences/sizes.',
    source: 'enabled_regions of that operation',
  },
  {
    operations: ['dedicatedInferences_list'],
    change: { kind: 'schema', at: 'query.region', drop: ['enum'] },
    why: 'The list of regions grows; which are open is told by GET /v2/dedicated-inferences/sizes.',
    source: 'enabled_regions of that operation',
  },
  {
    operations: ['dedicatedInferences_create', 'dedicatedInferences_patch'],
    change: { kind: 'no_argument', at: 'body.spec.model_deployments.workload_config' },
    why: 'It is kept for later: nothing can be set in it yet.',
    source: 'description of workload_config, an object without fields',
  },
  {
    operations: ['dedicatedInferences_create'],
    change: {
      kind: 'schema',
      at: 'body.access_tokens',
      set: {
        type: 'object',
        properties: { hugging_face_token: { type: 'string' } },
        additionalProperties: false,
      },
    },
    why: 'One provider is known, as the update of the same endpoint says.',
    source: 'schema of dedicatedInferences_patch, and model_provider, which has one value',
  },
];
