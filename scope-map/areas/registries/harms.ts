// What goes with container registries and what is in them, and what pulls from there.
import type { Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import { apps, appsFrom, clustersOf } from './users.ts';

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

const tags: Thing['look'] = look('registries_list_repositoryTags', {
  registry_name: registry,
  repository_name: repository,
});

/** By operation id. */
export const harms: Harms = {
  registries_delete: {
    kind: 'registry',
    name: 'registry_name',
    thing: {
      look: look('registries_get', { registry_name: registry }),
      details: [
        { at: 'storage_usage_bytes', as: 'bytes' },
        { at: 'region', says: 'in {}' },
        { at: 'created_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'repository',
        asks: 'which repositories it has',
        fate: 'destroyed',
        look: look('registries_list_repositoriesV2', { registry_name: registry }),
        note: 'with all their images',
      },
      clustersOf(registry),
      apps,
    ],
  },
  registries_delete_repository: {
    kind: 'repository',
    name: 'repository_name',
    thing: {
      look: look('registries_list_repositoriesV2', { registry_name: registry }),
      belongs: [{ at: 'name', is: repository }],
      details: [
        { at: 'manifest_count', says: 'images: {}' },
        { at: 'tag_count', says: 'tags: {}' },
        { at: 'latest_manifest.updated_at', as: 'age' },
      ],
    },
    losesData: true,
    hangs: [
      {
        kind: 'image',
        asks: 'which images it has',
        fate: 'destroyed',
        look: manifests,
        named: 'digest',
      },
      { kind: 'tag', asks: 'which tags it has', fate: 'destroyed', look: tags, named: 'tag' },
      appsFrom(repository),
    ],
  },
  registries_delete_repositoryTag: {
    kind: 'tag',
    name: 'repository_tag',
    thing: {
      look: tags,
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
  registries_delete_repositoryManifest: {
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
};
