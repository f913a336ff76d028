// The older road to container registries, made for accounts with a single one: given up by DigitalOcean.
import { describeArea } from '../../entry/area-map.ts';
import { needs, valued } from '../../entry/conditions.ts';
import { nothing, object } from '../../entry/replies.ts';
import { contents } from './contents.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const several = {
  status: 412,
  next: 'The account may have several registries: registries_list tells them, and the registries tools take the name of one.',
} as const;

export default describeArea(facts, words, {
  registry_get: {
    title: 'Get the only registry',
    description:
      'Shows the registry of an account that has just one, with its plan; refused where there are several.',
    deprecated: 'Use registries_list, or registries_get with the name.',
    reply: object('registry'),
    hints: [several],
  },
  registry_create: {
    title: 'Create the only registry',
    description:
      'Creates the first registry of an account, together with its plan, which must be named.',
    deprecated: 'Use registries_create.',
    conditions: [valued('subscription_tier_slug', ['basic', 'professional'], { cost: 'starts' })],
    effect: 'write',
    reply: object('registry'),
    hints: [
      { status: 409, next: 'The name is taken, perhaps by another account: choose another one.' },
    ],
  },
  registry_delete: {
    title: 'Delete the only registry',
    description:
      'Deletes the registry of an account that has just one, with all its images, for good; the call does not name it.',
    deprecated: 'Use registries_delete, which names the registry.',
    cost: 'stops',
    // Another registry may be the only one when the call comes a second time.
    repeatable: false,
    reply: nothing,
    hints: [several],
  },
  registry_validate_name: {
    title: 'Check a name for the only registry',
    description:
      'Tells whether a registry could have this name: success if free, conflict if taken.',
    deprecated: 'Use registries_validate_name.',
    effect: 'read',
    repeatable: true,
    reply: nothing,
    hints: [{ status: 409, next: 'The name is taken: try another one.' }],
  },
  registry_get_dockerCredentials: {
    title: 'Get Docker credentials of the only registry',
    description:
      'Hands out a Docker configuration for the registry of the account; it works for ever unless expiry_seconds is given.',
    deprecated: 'Use registries_get_docker_credentials, which names the registry.',
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
  registry_get_options: {
    title: 'List options of the only registry',
    description:
      'Shows plans and regions for a registry, with prices and which plans the account may take.',
    deprecated: 'Use registries_get_options.',
    reply: object('options'),
  },
  registry_get_subscription: {
    title: 'Get the plan of the only registry',
    description: 'Shows the plan of the registry of the account, with its price.',
    deprecated: 'Use registries_get_subscription.',
    reply: object('subscription'),
  },
  registry_update_subscription: {
    title: 'Change the plan of the only registry',
    description: 'Moves the registry of the account to another plan, billed from now on.',
    deprecated: 'Use registries_update_subscription.',
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
        next: 'The registry may hold more than the plan allows, or the account several registries; registries_get_options and registries_list tell which.',
      },
    ],
  },
  ...contents,
});
