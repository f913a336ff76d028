// Distils the whole document into shapes, every definition once.
import type { Shapes } from '../../../scope-map/shapes/shapes.ts';
import { type Json, objectAt, openDocument } from '../document.ts';
import { bareSchema } from './bare-schema.ts';
import { byName, mapValues } from './content.ts';
import { type Definitions, reachedFrom, shareDefinitions } from './definitions.ts';
import { mapReplies, readReplies, schemasOfReplies } from './replies.ts';
import { mapRequests, readRequests, schemasOfRequests } from './requests.ts';
import { uuidForms } from './uuid-forms.ts';

const only = (definitions: Definitions, wanted: (name: string) => boolean): Definitions =>
  byName(Object.entries(definitions).filter(([name]) => wanted(name)));

const justSchemas = (places: readonly (readonly [string, Json])[]): readonly Json[] =>
  places.map(([, schema]) => schema);

/**
 * Everything that a bundled OpenAPI document says in facts; the same document always gives the same shapes.
 * @throws {Error} when it is none.
 */
export const shapesOf = (content: unknown): Shapes => {
  const document = openDocument(content);
  const replies = readReplies(document);
  const requests = readRequests(document);
  const { definitions, share } = shareDefinitions(
    mapValues(objectAt(objectAt(content, 'components'), 'schemas'), bareSchema),
    [...schemasOfReplies(replies), ...schemasOfRequests(requests)],
  );
  const sharedReplies = mapReplies(replies, share);
  const sharedRequests = mapRequests(requests, share);
  const answered = reachedFrom(justSchemas(schemasOfReplies(sharedReplies)), definitions);
  const taken = reachedFrom(justSchemas(schemasOfRequests(sharedRequests)), definitions);
  return {
    replies: {
      ...sharedReplies,
      schemas: only(definitions, (name) => answered.has(name)),
      uuids: uuidForms(content),
    },
    requests: {
      ...sharedRequests,
      schemas: only(definitions, (name) => taken.has(name) && !answered.has(name)),
    },
  };
};
