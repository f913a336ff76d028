// What a resource is called, so that a file about it can be called after it.
import { isObject } from '../json-object.ts';

const names = ['name', 'id', 'uuid', 'slug'];

/** Its name or id; undefined where it has neither. */
export const subjectOf = (resource: unknown): string | undefined => {
  if (!isObject(resource)) return undefined;
  for (const name of names) {
    const value = resource[name];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number')
      return String(value);
  }
  const { spec } = resource;
  return isObject(spec) && typeof spec['name'] === 'string' ? spec['name'] : undefined;
};
