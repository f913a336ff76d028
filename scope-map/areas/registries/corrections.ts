// Where DigitalOcean's document is wrong about container registries.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['registries_get_dockerCredentials'],
    change: { kind: 'scopes', are: [['registry:read']] },
    why: 'Credentials that only pull need no right to change the registry; those that push do, which a condition says.',
    source: 'digitalocean/action-doctl#83, where a maintainer tells the scopes apart',
  },
  {
    operations: ['registries_get_dockerCredentials'],
    change: {
      kind: 'schema',
      at: 'query',
      set: {
        properties: {
          expiry_seconds: { type: 'integer', minimum: 0 },
          read_write: { type: 'boolean' },
        },
      },
    },
    why: 'The description explains two parameters that the list of parameters forgets.',
    source: 'description of the operation; the same operation on the older road lists them',
  },
  {
    operations: ['registries_list_repositoriesV2'],
    change: { kind: 'no_argument', at: 'query.page_token' },
    why: 'The token of the next page stands in the link to it, which is followed anyway.',
    source: "description of the parameter; DigitalOcean's Go client takes it out of the links",
  },
  {
    operations: ['registries_create'],
    change: { kind: 'schema', at: 'body.region', drop: ['enum'] },
    why: 'The list of regions grows; which exist is told by GET /v2/registries/options.',
    source: 'the older road lists fewer regions in the same document',
  },
  {
    operations: ['registries_update_subscription'],
    change: { kind: 'required', at: 'body', names: ['tier_slug'] },
    why: 'Without a plan there is nothing to change to.',
    source: 'description of the operation',
  },
  {
    operations: ['registries_update_garbageCollection'],
    change: { kind: 'required', at: 'body', names: ['cancel'] },
    why: 'Cancelling is all that can be changed.',
    source: 'description of the operation',
  },
];
