// Compares what the catalogue says about replies and identifiers with the shapes of DigitalOcean's document.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { FieldPath, View } from '../../scope-map/endpoint.ts';
import type { OperationId } from '../../scope-map/facts.ts';
import { replyFieldsOf } from '../../scope-map/reply-fields.ts';
import { loadShapes } from '../../scope-map/shapes/shapes.ts';
import { combine } from '../../scripts/catalogue/combine.ts';
import { correctReplies } from '../../scripts/catalogue/correct-replies.ts';
import { successOf } from '../../scripts/catalogue/distil.ts';
import { type Json, objectAt, openDocument } from '../../scripts/catalogue/document.ts';
import { documentOf } from '../../scripts/catalogue/shapes/compose.ts';
import { readCorrections } from '../../scripts/catalogue/shelves.ts';
import { placesShownBy } from '../../tools/columns.ts';
import { catalogue } from './every-endpoint.ts';

const shapes = await loadShapes();
const corrections = await readCorrections();

/** Every place that a view names. */
const placesIn = (view: View | undefined): readonly string[] =>
  view === undefined ? [] : 'drops' in view ? view.drops : (placesShownBy(view) ?? []);

describe('the document', () => {
  const { document, unneeded } = correctReplies(openDocument(documentOf(shapes)), corrections);

  const replyOf = (id: OperationId): Json | undefined => {
    const operation = document.operations.get(id);
    if (!operation) return undefined;
    const responses = objectAt(operation.definition, 'responses');
    const success = responses[String(successOf(operation))];
    // What DigitalOcean has retired is documented without any success.
    if (success === undefined) return undefined;
    const answered = objectAt(document.resolve(success), 'content');
    const { schema } = objectAt(answered, 'application/json');
    return schema === undefined ? undefined : combine(document, schema);
  };

  const fieldAt = (schema: unknown, path: FieldPath): unknown =>
    path.split('.').reduce<unknown>((here, key) => {
      if (here === undefined) return undefined;
      let inner = combine(document, here);
      while (inner['items'] !== undefined) inner = combine(document, inner['items']);
      return objectAt(inner, 'properties')[key];
    }, schema);

  it('is corrected only where its replies are wrong', () => {
    expect(unneeded).toEqual([]);
  });

  const textReplies = ['empty', 'text'];

  it.each(catalogue.filter(({ reply }) => !textReplies.includes(reply.kind)))(
    '$id answers under the keys that the entry names',
    ({ id, reply }) => {
      const schema = replyOf(id);
      const keys =
        reply.kind === 'logs'
          ? [reply.live, reply.historic]
          : 'key' in reply && reply.key !== null
            ? [reply.key]
            : [];
      for (const key of keys) expect(fieldAt(schema, key), key).toBeDefined();
    },
  );

  it.each(catalogue.filter(({ reply }) => reply.kind === 'empty'))(
    '$id answers nothing',
    ({ id }) => {
      // A body of no fields says nothing either.
      expect(objectAt(replyOf(id) ?? {}, 'properties')).toEqual({});
      expect([undefined, 'object']).toContain(replyOf(id)?.['type']);
    },
  );

  it.each(catalogue.filter(({ view, discloses }) => view ?? discloses))(
    '$id shows, hides and redacts fields that exist',
    ({ id, reply, view, discloses }) => {
      if (reply.kind !== 'list' && reply.kind !== 'object') return;
      const held = reply.key === null ? replyOf(id) : fieldAt(replyOf(id), reply.key);
      const isMap = reply.kind === 'list' && reply.map === true;
      const resource = isMap ? combine(document, held)['additionalProperties'] : held;
      const shaped = placesIn(view);
      const paths = [...shaped, ...(discloses?.fields ?? [])].filter((path) => !path.includes('*'));
      expect(paths.filter((path) => fieldAt(resource, path) === undefined)).toEqual([]);
    },
  );

  it.each(catalogue.filter(({ view }) => view))(
    '$id shows only fields that may be asked for by name',
    async ({ id, view }) => {
      const known = await replyFieldsOf(id);
      const shaped = placesIn(view);
      const plain = shaped.filter((path) => !path.includes('*'));
      expect(plain.filter((path) => !known?.includes(path))).toEqual([]);
      expect(known).not.toContain('no_such_field');
    },
  );

  it.each(catalogue.filter(({ watch }) => watch))(
    '$id watches a state that can be reached',
    ({ id, watch }) => {
      if (!watch) return;
      for (const source of Object.values(watch.poll.path))
        if ('reply' in source)
          expect(
            [source.reply].flat().some((place) => fieldAt(replyOf(id), place) !== undefined),
            String(source.reply),
          ).toBe(true);
      if (watch.state === undefined) return;
      const state = fieldAt(replyOf(watch.poll.operation), watch.state);
      expect(state).toBeDefined();
      const known = combine(document, state)['enum'];
      expect(
        [...watch.done, ...watch.failed].filter(
          (one) => Array.isArray(known) && !known.includes(one),
        ),
      ).toEqual([]);
    },
  );

  it('shows only identifiers that our format for them accepts', () => {
    const uuid = z.fromJSONSchema({ type: 'string', format: 'uuid' });
    const { uuids } = shapes.replies;
    expect(uuids.length).toBeGreaterThan(5);
    expect(uuids.filter((form) => !uuid.safeParse(form.replaceAll('x', '1')).success)).toEqual([]);
  });
});
