// Which field was meant by one that does not exist: the nearest of those that the shape has at that place.
import * as z from 'zod';
import { nearest } from '../../../tools/nearest.ts';

/** What stands inside of a shape at a key or a place in a list; undefined where nothing of ours does. */
const inside = (shape: unknown, step: PropertyKey): unknown => {
  if (shape instanceof z.ZodOptional) return inside(shape.unwrap(), step);
  if (shape instanceof z.ZodArray) return shape.element;
  if (shape instanceof z.ZodObject) return shape.shape[String(step)];
  if (!(shape instanceof z.ZodUnion)) return undefined;
  return shape.options.map((one) => inside(one, step)).find((one) => one !== undefined);
};

const fieldsOf = (shape: unknown): readonly string[] => {
  if (shape instanceof z.ZodOptional) return fieldsOf(shape.unwrap());
  if (shape instanceof z.ZodObject) return Object.keys(shape.shape);
  return shape instanceof z.ZodUnion ? shape.options.flatMap(fieldsOf) : [];
};

/**
 * The field that was probably meant; undefined where none is near.
 * @param path where the field stands, without its own name.
 */
export const meantBy = (
  field: string,
  path: readonly PropertyKey[],
  shape: z.ZodType,
): string | undefined => nearest(field, fieldsOf(path.reduce<unknown>(inside, shape)));
