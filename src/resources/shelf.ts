// What of the resources a caller is shown, and what stands at an address.
import type { Reads } from '../road/reads.ts';
import { mediaType } from './resource.ts';
import { resourceKinds, resources } from './resources.ts';

/** How a resource is listed. */
export interface ListedResource {
  readonly uri: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly mimeType: string;
}

/** What stands at an address. */
export interface Content {
  readonly mimeType: string;
  readonly text: string;
}

/** The resources that a caller may read. */
export const listed = (reads: Reads): readonly ListedResource[] =>
  resources
    .filter((resource) => resource.isOffered(reads))
    .map(({ uri, name, title, description }) => ({
      uri,
      name,
      title,
      description,
      mimeType: mediaType,
    }));

/** The kinds of resources, by their templates. */
export const templates = () =>
  resourceKinds.map(({ template, name, title, description }) => ({
    uriTemplate: template,
    name,
    title,
    description,
    mimeType: mediaType,
  }));

/**
 * What a caller reads at an address; undefined where there is nothing for it.
 * @throws {Unreadable} when it cannot be read now.
 */
export const contentsAt = async (uri: string, reads: Reads): Promise<Content | undefined> => {
  const resource = resources.find((one) => one.uri === uri && one.isOffered(reads));
  if (resource) return { mimeType: mediaType, text: await resource.read(reads) };
  for (const kind of resourceKinds) {
    const text = await kind.read(uri, reads);
    if (text !== undefined) return { mimeType: mediaType, text };
  }
  return undefined;
};
