// Takes credentials out of a reply by field path, before anything else looks at it.
import type { FieldPath } from '../../scope-map/endpoint.ts';
import { isObject } from '../json-object.ts';
import { type Places, placesNamed } from '../places.ts';

/** Stands where a credential stood. An argument that contains it is refused, so that it is never written back. */
export const redactionMark = '[redacted by do-mcp]';

// The part of the mark that a model cannot help copying, however it trims the rest.
const markStart = '[redacted';

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

/** Whether a value, at any depth, contains the redaction mark. */
export const containsRedaction = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes(markStart);
  if (Array.isArray(value)) return value.some(containsRedaction);
  return isObject(value) && Object.values(value).some(containsRedaction);
};
