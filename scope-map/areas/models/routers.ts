// Routers, which choose a model for each request by what it asks for.
import type { Rule } from '../../endpoint/rule.ts';
import { overwrites } from '../../entry/conditions.ts';
import { entriesOf } from '../../entry/part.ts';
import { object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const oneTask: Rule<'policies'> = {
  kind: 'each',
  list: 'policies',
  rules: [
    { kind: 'one_of', arguments: ['task_slug', 'custom_task'] },
    { kind: 'needs', when: { argument: 'custom_task' }, arguments: ['models'] },
  ],
};

const says = { uuid: 'Router id, from genai_list_model_routers.' };

/** Entries of model routers and what they can be made from. */
export const routers = entriesOf(facts, {
  genai_list_model_routers: {
    title: 'List model routers',
    description: 'Lists the routers with the tasks and models that they choose among.',
    reply: pagedList('model_routers'),
    view: {
      columns: [
        'uuid',
        'name',
        'description',
        { name: 'tasks', at: 'config.policies.task_slug' },
        { name: 'own_tasks', at: 'config.policies.custom_task.name' },
        { name: 'fallback_models', at: 'config.fallback_models' },
        'created_at',
        'updated_at',
      ],
    },
  },
  genai_get_model_router: {
    title: 'Get a model router',
    description:
      'Shows one router with all its policies: which task goes to which models, and why.',
    reply: object('model_router'),
    says,
  },
  genai_create_model_router: {
    title: 'Create a model router',
    description:
      'Creates a router that sends each request to a model fit for its task; genai_list_model_router_presets has ready policies and genai_list_model_router_task_presets the tasks.',
    rules: [oneTask],
    effect: 'write',
    reply: object('model_router'),
    says: {
      fallback_models: 'Models tried in this order where no policy fits or its models fail.',
    },
  },
  genai_update_model_router: {
    title: 'Update a model router',
    description:
      'Changes name, description or routing of a router; give policies and fallback_models whole, as genai_get_model_router shows them.',
    conditions: [
      overwrites('policies', 'replaces all policies of the router'),
      overwrites('fallback_models', 'replaces the fallback models of the router'),
    ],
    rules: [
      { kind: 'any_of', arguments: ['name', 'description', 'policies', 'fallback_models'] },
      oneTask,
    ],
    effect: 'write',
    reply: object('model_router'),
    repeats: ['uuid'],
    says: {
      ...says,
      policies: 'All its policies from now on.',
      fallback_models: 'All its fallback models from now on, in the order in which they are tried.',
    },
  },
  genai_delete_model_router: {
    title: 'Delete a model router',
    description:
      'Deletes a router for good; requests that name it as their model fail from then on.',
    reply: object(null),
    says,
  },
  genai_list_model_router_presets: {
    title: 'List ready-made router configurations',
    description:
      'Lists configurations to start a router from: their policies and fallback models go into genai_create_model_router.',
    reply: pagedList('presets'),
  },
  genai_list_model_router_task_presets: {
    title: 'List tasks that routers know',
    description:
      'Lists the tasks that a policy can name by task_slug, with the models each goes to unless the policy names others.',
    reply: pagedList('tasks'),
    view: {
      columns: [
        'task_slug',
        'name',
        'category',
        'description',
        'models',
        { name: 'prefer', at: 'selection_policy.prefer' },
        'tags',
      ],
    },
  },
});
