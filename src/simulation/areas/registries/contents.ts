// What a registry holds: repositories, their tags and their manifests, listed and deleted.
import { type Call, done, type RouteReply, segment } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import {
  countLater,
  dropManifest,
  type Registry,
  type Repository,
} from '../../things/registries/registry.ts';
import type { World } from '../../world/world.ts';
import { manifestView, olderRepositoryView, repositoryView, tagView } from './views.ts';

const find = (call: Call, registry: Registry): Repository => {
  const found = registry.repositories.get(segment(call, 'repository_name'));
  if (found === undefined) throw notFound('repository');
  return found;
};

/** Repositories with their latest manifest. */
export const listRepositories = (call: Call, _: World, registry: Registry): RouteReply =>
  page(call, 'repositories', [...registry.repositories.values()], (it) =>
    repositoryView(registry, it),
  );

/** Repositories with their latest tag; those without a tag are not shown there. */
export const listTaggedRepositories = (call: Call, _: World, registry: Registry): RouteReply => {
  const tagged = [...registry.repositories.values()].filter(({ tags }) => tags.size > 0);
  return page(call, 'repositories', tagged, (it) => olderRepositoryView(registry, it));
};

/** Takes a repository away with everything in it. */
export const removeRepository = (call: Call, world: World, registry: Registry): RouteReply => {
  registry.repositories.delete(find(call, registry).name);
  countLater(world, registry, call.now);
  return done;
};

/** Tags of a repository. */
export const listTags = (call: Call, _: World, registry: Registry): RouteReply => {
  const repository = find(call, registry);
  return page(call, 'tags', [...repository.tags.keys()], (tag) =>
    tagView(registry, repository, tag),
  );
};

/** Takes a tag off; what it stood for stays, untagged. */
export const removeTag = (call: Call, _: World, registry: Registry): RouteReply => {
  if (!find(call, registry).tags.delete(segment(call, 'repository_tag'))) throw notFound('tag');
  return done;
};

/** Manifests of a repository. */
export const listManifests = (call: Call, _: World, registry: Registry): RouteReply => {
  const repository = find(call, registry);
  return page(call, 'manifests', [...repository.manifests.values()], (it) =>
    manifestView(registry, repository, it),
  );
};

/** Takes a manifest away with its tags. */
export const removeManifest = (call: Call, world: World, registry: Registry): RouteReply => {
  const repository = find(call, registry);
  const manifest = repository.manifests.get(segment(call, 'manifest_digest'));
  if (manifest === undefined) throw notFound('manifest');
  dropManifest(registry, repository, manifest);
  countLater(world, registry, call.now);
  return done;
};
