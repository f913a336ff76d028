// What goes with models of one's own, routers between models and keys to them.
import type { Harm, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, each, look } from '../../entry/looks.ts';

const router: Thing = {
  look: look('genai_get_model_router', { uuid: argument('uuid') }),
  details: [
    { at: 'regions', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const agents = {
  kind: 'agent',
  asks: 'which agents answer by it',
  fate: 'loses',
  over: { look: look('genai_list_agents', {}), most: 5, noun: 'agents' },
  look: look('genai_get_agent', { uuid: each('uuid') }),
  belongs: [{ at: 'model_router.uuid', is: argument('uuid') }],
} as const;

const key: Harm = {
  kind: 'model access key',
  known: 'api_key_uuid',
  thing: {
    look: look('genai_list_model_api_keys', {}),
    belongs: [{ at: 'uuid', is: argument('api_key_uuid') }],
    details: [{ at: 'created_at', as: 'age' }],
  },
  also: 'whatever still calls models with it is locked out',
  hangs: [],
};

/** By operation id. */
export const harms: Harms = {
  genai_delete_custom_model: {
    kind: 'model',
    known: 'uuid',
    thing: {
      look: look('genai_get_custom_model', { uuid: argument('uuid') }),
      details: [
        { at: 'architecture' },
        { at: 'total_size_bytes', as: 'bytes' },
        { at: 'created_at', as: 'age' },
      ],
      costs: { at: 'cost_estimate_per_month' },
    },
    losesData: true,
    hangs: [
      {
        kind: 'deployment',
        asks: 'where it is deployed',
        fate: 'loses',
        at: 'active_deployments',
      },
    ],
  },
  genai_update_model_router: {
    kind: 'model router',
    known: 'uuid',
    thing: router,
    hangs: [
      {
        kind: 'policy',
        asks: 'which policies it has',
        fate: 'destroyed',
        when: { argument: 'policies' },
        at: 'config.policies',
        named: 'task_slug',
        unless: { at: 'task_slug', is: argument('policies.task_slug') },
      },
      {
        kind: 'fallback model',
        asks: 'which fallback models it has',
        fate: 'loses',
        when: { argument: 'fallback_models' },
        at: 'config.fallback_models',
        named: '',
        unless: { at: '', is: argument('fallback_models') },
      },
    ],
  },
  genai_delete_model_router: {
    kind: 'model router',
    known: 'uuid',
    thing: router,
    hangs: [agents],
  },
  genai_regenerate_model_api_key: key,
  genai_delete_model_api_key: key,
};
