// Where DigitalOcean's document is wrong about models.
import type { Correction } from '../../corrections/correction.ts';
import { chosen, noChoice } from '../../corrections/no-choice.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  ...chosen(['genai_list_custom_models'], 'query.status', [
    'STATUS_IMPORTING',
    'STATUS_READY',
    'STATUS_FAILED',
    'STATUS_DELETED',
  ]),
  {
    operations: ['genai_list_model_catalog'],
    change: { kind: 'no_argument', at: 'query.limit' },
    why: 'The size of a page, which is the work of the list itself as it is under its usual name.',
    source: 'the reply, which counts its pages by it',
  },
  ...chosen(['genai_import_custom_model'], 'body.source_type', [
    'SOURCE_TYPE_HUGGINGFACE',
    'SOURCE_TYPE_SPACES_BUCKET',
    'SOURCE_TYPE_SDK_UPLOAD',
    'SOURCE_TYPE_FINE_TUNING',
  ]),
  ...chosen(['genai_import_custom_model'], 'body.source_ref.access_type', [
    'ACCESS_TYPE_PUBLIC',
    'ACCESS_TYPE_PRIVATE',
    'ACCESS_TYPE_GATED',
  ]),
  {
    operations: ['genai_import_custom_model'],
    change: { kind: 'required', at: 'body', names: ['source_type', 'source_ref'] },
    why: 'An import without a source has nothing to import; the schema lists no required field.',
    source: 'descriptions of the fields',
  },
  {
    operations: ['genai_list_models'],
    change: {
      kind: 'schema',
      at: 'query.usecases',
      set: {
        items: {
          type: 'string',
          enum: [
            'MODEL_USECASE_AGENT',
            'MODEL_USECASE_FINETUNED',
            'MODEL_USECASE_KNOWLEDGEBASE',
            'MODEL_USECASE_GUARDRAIL',
            'MODEL_USECASE_REASONING',
            'MODEL_USECASE_SERVERLESS',
          ],
        },
      },
    },
    ...noChoice,
  },
  {
    operations: ['genai_create_model_router', 'genai_update_model_router'],
    change: { kind: 'no_argument', at: 'body.regions' },
    why: 'Given up: routers are always everywhere.',
    source: 'description of regions',
  },
  {
    operations: ['genai_create_model_router', 'genai_update_model_router'],
    change: { kind: 'schema', at: 'body.name', set: { pattern: '^[a-z0-9-]{1,255}$' } },
    why: 'The description gives the form of a name, the schema does not.',
    source: 'description of name',
  },
  {
    operations: ['genai_create_model_router', 'genai_update_model_router'],
    change: {
      kind: 'schema',
      at: 'body.policies.selection_policy.prefer',
      set: { enum: ['none', 'cheapest', 'fastest'] },
    },
    why: 'The description gives the values, the schema does not.',
    source: 'description of prefer',
  },
  {
    operations: ['genai_update_model_router'],
    change: {
      kind: 'schema',
      at: 'body.fallback_models',
      set: { items: { type: 'string' }, minItems: 1 },
    },
    why: 'Fallback models are named by text, as when a router is created, and one must remain.',
    source: 'schema of genai_create_model_router, and of the reply',
  },
  {
    operations: ['genai_create_model_router'],
    change: { kind: 'schema', at: 'body.fallback_models', set: { minItems: 1 } },
    why: 'One is needed at least, says the description.',
    source: 'description of fallback_models',
  },
  {
    operations: ['genai_create_model_router'],
    change: { kind: 'required', at: 'body', names: ['name', 'fallback_models'] },
    why: 'A router has a name, and one fallback model at least.',
    source: 'descriptions of name and fallback_models',
  },
  {
    operations: ['genai_update_model_api_key'],
    change: { kind: 'required', at: 'body', names: ['name'] },
    why: 'The name is all that this call changes.',
    source: 'body of the operation',
  },
];
