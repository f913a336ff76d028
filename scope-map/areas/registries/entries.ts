// Container registries: the registries of an account, their plan and their credentials.
import { describeArea } from '../../entry/area-map.ts';
import { needs, valued } from '../../entry/conditions.ts';
import { nothing, object } from '../../entry/replies.ts';
import { contents } from './contents.ts';
import facts from './facts.json' with { type: 'json' };
import { registryColumns } from './views.ts';
import { words } from './words.ts';

export default describeArea(facts, words, {
  registries_list: {
    title: 'List container registries',
    description:
      'Lists registries with region, storage in use and plan; the images in one are in registries_list_repositories_v2.',
    reply: { kind: 'list', key: 'registries', paging: { style: 'none' } },
    view: registryColumns,
  },
  registries_get: {
    title: 'Get a container registry',
    description: 'Shows one registry; the storage in use is counted later, not at once.',
    reply: object('registry'),
  },
  registries_create: {
    title: 'Create a container registry',
    description:
      'Creates a registry for Docker images; only the starter plan is free, and the region stays. Try the name with registries_validate_name.',
    conditions: [
      {
        when: { argument: 'subscription_tier_slug', is: ['starter'], absent: true },
        cost: 'starts',
      },
    ],
    effect: 'write',
    reply: object('registry'),
    hints: [
      {
        status: 409,
        next: 'The name is taken, perhaps by another account: choose another one.',
      },
      {
        status: 412,
        next: 'The plan of the account allows no further registry: one on starter and basic, ten on professional. A larger plan costs more, so ask the user.',
      },
    ],
  },
  registries_delete: {
    title: 'Delete a container registry',
    description:
      'Deletes a registry with all its images for good; whatever pulls from it fails from then on.',
    cost: 'stops',
    reply: nothing,
  },
  registries_validate_name: {
    title: 'Check a registry name',
    description:
      'Tells whether a registry could have this name: success if it is free, conflict if it is taken anywhere.',
    effect: 'read',
    repeatable: true,
    reply: nothing,
    notes: [{ when: { argument: 'name' }, says: 'The name is free.' }],
    hints: [{ status: 409, next: 'The name is taken: try another one.' }],
  },
  registries_get_dockerCredentials: {
    title: 'Get Docker credentials',
    description:
      'Hands out a Docker configuration that logs in to a registry, to pull or also to push; it works for ever unless expiry_seconds is given.',
    conditions: [valued('read_write', [true], needs('registry:update'))],
    discloses: {
      kind: 'credential',
      fields: ['auths.*.auth'],
      only: true,
      kept: {
        file: 'config.json',
        inFolder: true,
        use: 'set DOCKER_CONFIG=<folder> for docker, without a login',
      },
    },
    reply: object(null),
  },
  registries_get_options: {
    title: 'List options of registries',
    description:
      'Shows plans with price, storage and number of repositories, which of them the account may take, and regions.',
    reply: object('options'),
  },
  registries_get_subscription: {
    title: 'Get the registry plan',
    description: 'Shows the plan that all registries of the account share, with its price.',
    reply: object('subscription'),
  },
  registries_update_subscription: {
    title: 'Change the registry plan',
    description:
      'Moves all registries of the account to another plan, billed from now on; a smaller one is refused while they hold too much.',
    conditions: [
      valued('tier_slug', ['basic', 'professional'], { cost: 'raises' }),
      valued('tier_slug', ['starter'], { cost: 'stops' }),
    ],
    effect: 'write',
    repeatable: true,
    reply: object('subscription'),
    hints: [
      {
        status: 412,
        next: 'The registries hold more than the plan allows: delete repositories or registries, run a garbage collection, or take a larger plan; registries_get_options tells what is in the way.',
      },
    ],
  },
  ...contents,
});
