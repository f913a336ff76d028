// Where DigitalOcean's document is wrong about the older road to container registries.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['registry_get_dockerCredentials'],
    change: { kind: 'scopes', are: [['registry:read']] },
    why: 'Credentials that only pull need no right to change the registry; those that push do, which a condition says.',
    source: 'digitalocean/action-doctl#83, where a maintainer tells the scopes apart',
  },
  {
    operations: ['registry_list_repositoriesV2'],
    change: { kind: 'no_argument', at: 'query.page_token' },
    why: 'The token of the next page stands in the link to it, which is followed anyway.',
    source: "description of the parameter; DigitalOcean's Go client takes it out of the links",
  },
  {
    operations: ['registry_create'],
    change: { kind: 'schema', at: 'body.region', drop: ['enum'] },
    why: 'The list of regions grows; which exist is told by GET /v2/registries/options.',
    source: 'the present road lists more regions in the same document',
  },
  {
    operations: ['registry_update_subscription'],
    change: { kind: 'required', at: 'body', names: ['tier_slug'] },
    why: 'Without a plan there is nothing to change to.',
    source: 'description of the operation',
  },
  {
    operations: ['registry_update_garbageCollection'],
    change: { kind: 'required', at: 'body', names: ['cancel'] },
    why: 'Cancelling is all that can be changed.',
    source: 'description of the operation',
  },
];
