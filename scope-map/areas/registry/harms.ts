// What goes with the one registry of an account and what is in it; read by the newer road, which is not given up.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { argument, its, look } from '../../entry/looks.ts';
import { apps, appsFrom, clustersOf } from '../registries/users.ts';

const details = [
  { at: 'storage_usage_bytes', as: 'bytes' },
  { at: 'region', says: 'in {}' },
  { at: 'created_at', as: 'age' },
] as const;

const registry = argument('registry_name');
const repository = argument('repository_name');

const images = [
  { at: 'size_bytes', as: 'bytes' },
  { at: 'updated_at', as: 'age' },
] as const;

const manifests: Thing['look'] = look('registries_list_repositoryManifests', {
  registry_name: registry,
  repository_name: repository,
});

/** By operation id. */
export const harms: Harms = {
  registry_delete: {
    kind: 'registry',
    thing: {
      look: look('registries_list', {}),
      details,
    },
    losesData: true,
    hangs: [
      {
        kind: 'repository',
        asks: 'which repositories it has',
        fate: 'destroyed',
        look: look('registries_list_repositoriesV2', { registry_name: its('name') }),
        note: 'with all their images',
      },
      clustersOf(its('name')),
      apps,
    ],
  },
  registry_delete_repositoryTag: {
    kind: 'tag',
    name: 'repository_tag',
    thing: {
      look: look('registries_list_repositoryTags', {
        registry_name: registry,
        repository_name: repository,
      }),
      belongs: [{ at: 'tag', is: argument('repository_tag') }],
      named: 'tag',
      details: images,
    },
    hangs: [
      {
        kind: 'image',
        asks: 'which image it stands for',
        fate: 'stays',
        look: manifests,
        belongs: [{ at: 'tags', is: argument('repository_tag') }],
        named: 'digest',
        note: 'pulled by its digest from now on',
      },
      appsFrom(repository),
    ],
  },
  registry_delete_repositoryManifest: {
    kind: 'image',
    known: 'manifest_digest',
    thing: {
      look: manifests,
      belongs: [{ at: 'digest', is: argument('manifest_digest') }],
      named: 'digest',
      details: images,
    },
    losesData: true,
    hangs: [
      { kind: 'tag', asks: 'which tags it has', fate: 'destroyed', at: 'tags', named: '' },
      appsFrom(repository),
    ],
  },
  registry_run_garbageCollection: {
    kind: 'registry',
    name: 'registry_name',
    losesData: true,
    hangs: [
      {
        kind: 'repository',
        asks: 'in which repositories images are',
        fate: 'stays',
        look: look('registries_list_repositoriesV2', { registry_name: registry }),
        note: 'without their images that have no tag',
      },
    ],
  },
};
