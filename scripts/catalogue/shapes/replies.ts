// What operations answer when they succeed, by status and media type.
import type { Content, ReplyShapes } from '../../../scope-map/shapes/shapes.ts';
import { type ApiDocument, type Json, type Operation, objectAt } from '../document.ts';
import { byName, contentOf, mapValues, nameOf, placesIn } from './content.ts';

/** Replies without the definitions that they refer to. */
export type Replies = Pick<ReplyShapes, 'operations' | 'contents'>;

const repliesOf = (
  document: ApiDocument,
  operation: Operation,
  contents: Map<string, Content>,
): Readonly<Record<string, string | Content>> =>
  Object.fromEntries(
    Object.entries(objectAt(operation.definition, 'responses'))
      .filter(([status]) => /^2\d\d$/.test(status))
      .map(([status, response]) => {
        const content = contentOf(document.resolve(response));
        const name = nameOf(response);
        if (name === undefined || Object.keys(content).length === 0) return [status, content];
        contents.set(name, content);
        return [status, name];
      }),
  );

/** Reads the replies of every operation. */
export const readReplies = (document: ApiDocument): Replies => {
  const contents = new Map<string, Content>();
  const operations = byName(
    [...document.operations.values()].map((one) => [one.id, repliesOf(document, one, contents)]),
  );
  return { operations, contents: byName(contents) };
};

/** Every schema in replies, with a name for its place. */
export const schemasOfReplies = (replies: Replies): readonly (readonly [string, Json])[] => [
  ...Object.entries(replies.contents).flatMap(([name, content]) => placesIn(name, content)),
  ...Object.entries(replies.operations).flatMap(([id, byStatus]) =>
    Object.entries(byStatus).flatMap(([status, content]) =>
      typeof content === 'string' ? [] : placesIn(`${id}_${status}`, content),
    ),
  ),
];

/** The same replies with every schema changed. */
export const mapReplies = (replies: Replies, change: (schema: Json) => Json): Replies => ({
  operations: mapValues(replies.operations, (byStatus) =>
    mapValues(byStatus, (content) =>
      typeof content === 'string' ? content : mapValues(content, change),
    ),
  ),
  contents: mapValues(replies.contents, (content) => mapValues(content, change)),
});
