// Takes credentials out of a reply by field path, before anything else looks at it.
import type { FieldPath } from '../../scope-map/endpoint.ts';
import { isObject } from '../json-object.ts';
import { type Places, placesNamed } from '../places.ts';
import { redactionMark } from '../secrets/redaction-mark.ts';

const blank = (value: unknown): unknown =>
  value === null || value === undefined || value === '' ? value : redactionMark;

const redactAt = (value: unknown, places: Places<true>): unknown => {
  if (Array.isArray(value)) return value.map((element) => redactAt(element, places));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const onward = places.at(key);
      if (!onward) return [key, inner];
      return [key, onward.here ? blank(inner) : redactAt(inner, onward)];
    }),
  );
};

/**
 * A copy of a resource with everything at these paths replaced by the redaction mark; empty values stay.
 * A path ends at the whole value: a list or object there is replaced as one.
 */
export const redact = (resource: unknown, fields: readonly FieldPath[]): unknown =>
  redactAt(resource, placesNamed(fields));
