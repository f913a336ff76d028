// Lays a fault's fields over a reply, so that tests can plant anything anywhere in it.

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The body with the amendment's fields in it.
 *
 * @param amendment objects are gone into, in every item where the body has a list; anything else takes the place of
 * what was there.
 */
export const amended = (body: unknown, amendment: unknown): unknown => {
  if (!isObject(amendment)) return amendment;
  if (Array.isArray(body)) return body.map((item) => amended(item, amendment));
  const before = isObject(body) ? body : {};
  const laid = Object.entries(amendment).map(([key, value]) => [key, amended(before[key], value)]);
  return { ...before, ...Object.fromEntries(laid) };
};
