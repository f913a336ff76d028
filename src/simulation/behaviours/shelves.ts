// What generic behaviours keep: things by where they lie, and settings by their path.

/** A thing as it was sent, with what the simulation gave it. */
export type Item = Readonly<Record<string, unknown>>;

/** Things by the path of their collection and by id, oldest first. */
export class Shelves extends Map<string, Map<string, Item>> {
  /** The collection at a path, empty where nothing was ever put. */
  at(pathname: string): Map<string, Item> {
    const known = this.get(pathname);
    if (known !== undefined) return known;
    const fresh = new Map<string, Item>();
    this.set(pathname, fresh);
    return fresh;
  }
}

/** KeptSettings by their path. */
export class KeptSettings extends Map<string, Item> {}

/** The fields of a body; none of anything that is no object. */
export const fieldsOf = (body: unknown): Item =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body))
    : {};

/** A path without its last segment. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** A path's last segment. */
export const leafOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
