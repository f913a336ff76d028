// Collects what is wrong with a call: the first few in words, the rest counted.

/** Either the arguments as the schema wants them, or what is wrong with them. */
export type Validated =
  | { readonly ok: true; readonly arguments: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly string[] };

const most = 10;

/**
 * The refusal of a call.
 * @param sentences what is wrong, as far as it was put into words
 * @param total how many things are wrong in all
 */
export const refused = (sentences: readonly string[], total = sentences.length): Validated => {
  const told = sentences.slice(0, most);
  const more = Math.max(total, sentences.length) - told.length;
  return { ok: false, problems: more > 0 ? [...told, `and ${more} more`] : told };
};

/** The first few of many things, so that only what is told is put into words. */
export const firstFew = <T>(all: readonly T[]): readonly T[] => all.slice(0, most);
