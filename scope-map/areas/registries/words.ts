// What the arguments of container registries mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  cancel: 'true cancels it; nothing else can be changed.',
  expiry_seconds: 'How long they work; for ever if absent or 0.',
  garbage_collection_uuid: 'Garbage collection id.',
  manifest_digest: 'Digest, such as sha256:cb8a924a and so on.',
  name: 'Name, unique over all accounts; part of the address of its images.',
  read_write: 'Also for pushing; otherwise only for pulling.',
  region: 'Region slug, from registries_get_options; one is chosen if absent.',
  registry_name: 'Registry name.',
  repository_name: 'Repository name, with its slashes as they are.',
  repository_tag: 'Tag.',
  subscription_tier_slug: 'Plan of all registries of the account.',
  tier_slug: 'Plan to move to.',
};
