// How a place inside an object is named.

/**
 * The place of a field in a resource: keys joined by dots. A list is walked element by element;
 * `*` stands for any one key, `**` for any number of keys.
 */
export type FieldPath = string;
