// What a format of configuration files can do for us: be read, and be changed in one place while all else stays.

/** A value as JSON, TOML and YAML all have it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

/** One step towards a value: a key of an object, or the item of a list whose key has a value. */
export type Step = string | { readonly key: string; readonly is: string };

/** Why a file cannot be read or changed, as the end of a sentence that begins with its name. */
export class FormatRefused extends Error {
  override readonly name = 'FormatRefused';
}

/** A format. Texts come and go without a byte order mark; line ends are those of the text. */
export interface Format {
  /**
   * The value that a text holds; an empty text is an empty object.
   * @throws {FormatRefused} naming the place, and nothing that stands there: it may be a secret.
   */
  read(text: string): unknown;
  /**
   * The text with a value in one place, made with all that leads to it; nothing else is touched.
   * @throws {FormatRefused} when the place cannot be reached without changing something else.
   */
  put(text: string, path: readonly Step[], value: Value): string;
  /**
   * The text without what is in one place; as it is where nothing is there.
   * @throws {FormatRefused} when it cannot be taken out.
   */
  drop(text: string, path: readonly Step[]): string;
}
