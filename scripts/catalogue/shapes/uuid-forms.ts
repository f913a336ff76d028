// How the UUIDs look that the document shows as examples: a format of ours must accept each form.
import { isObject } from '../document.ts';

const form = (uuid: string): string => {
  const hex = uuid.toLowerCase().replaceAll(/[0-9a-f]/g, 'x');
  // Version and variant stay: those are what strict readers of UUIDs refuse.
  return [14, 19].reduce(
    (masked, at) => masked.slice(0, at) + uuid.toLowerCase().charAt(at) + masked.slice(at + 1),
    hex,
  );
};

/** Every form of the examples of schemas with the format `uuid`, once, in order. */
export const uuidForms = (content: unknown): readonly string[] => {
  const forms = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (!isObject(value)) return;
    const { format, example } = value;
    if (format === 'uuid' && typeof example === 'string') forms.add(form(example));
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(content);
  return [...forms].toSorted();
};
