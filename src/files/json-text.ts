// Reads JSON that decides something: with a byte order mark or without, and never with a key that stands twice.

/** Why a text cannot be used as JSON, in words that repeat nothing of it but the place. */
export class JsonRefused extends Error {
  override readonly name = 'JsonRefused';
}

/** The text without the byte order mark that some editors put before it. */
export const withoutMark = (text: string): string =>
  text.startsWith('\uFEFF') ? text.slice(1) : text;

/** Where a key stands a second time: the list positions and keys that lead to it. */
export interface TwiceNamed {
  readonly path: readonly (string | number)[];
}

interface Level {
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/** Reads over a string that begins at `start`; the index behind its closing quote. */
const endOfString = (text: string, start: number): number => {
  let index = start + 1;
  while (text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index + 1;
};

/** Every key that stands twice in its object; of two equal keys a parser keeps only one, and readers differ in which. */
export const keysTwice = (json: string): readonly TwiceNamed[] => {
  const found: TwiceNamed[] = [];
  const levels: Level[] = [];
  let expectsKey = false;
  let index = 0;
  while (index < json.length) {
    const character = json[index];
    const level = levels.at(-1);
    if (character === '"') {
      const end = endOfString(json, index);
      if (expectsKey && level?.keys) {
        const key = String(JSON.parse(json.slice(index, end)));
        level.at = key;
        if (level.keys.has(key)) found.push({ path: levels.map(({ at }) => at) });
        level.keys.add(key);
        expectsKey = false;
      }
      index = end;
      continue;
    }
    if (character === '{') {
      levels.push({ keys: new Set(), at: '' });
      expectsKey = true;
    } else if (character === '[') {
      levels.push({ keys: undefined, at: 0 });
      expectsKey = false;
    } else if (character === '}' || character === ']') {
      levels.pop();
      expectsKey = false;
    } else if (character === ',' && level) {
      if (typeof level.at === 'number') level.at += 1;
      else expectsKey = true;
    }
    index += 1;
  }
  return found;
};

/** The deepest nesting of a file of ours; the readers of it go down one call a level. */
const deepest = 64;

const isTooDeep = (json: string): boolean => {
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (character === '"') index = endOfString(json, index) - 1;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
};

/** A value, and the keys that stand twice in its text. */
export interface ReadJson {
  readonly value: unknown;
  readonly twice: readonly TwiceNamed[];
}

/**
 * Reads JSON and tells which keys stand twice in it.
 * @throws {JsonRefused} when it is no JSON, or nested deeper than any file of ours.
 */
export const readJson = (text: string): ReadJson => {
  const json = withoutMark(text);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // The parser's own message would repeat what stands there, which may be a secret.
    throw new JsonRefused('is not valid JSON');
  }
  if (isTooDeep(json)) throw new JsonRefused(`is nested deeper than ${deepest} levels`);
  return { value, twice: keysTwice(json) };
};

const safeToShow = /^[A-Za-z$][A-Za-z_-]{0,30}$/;

/** A place in a file, as a person finds it; a key that may be a misplaced secret is not repeated. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) =>
      typeof step === 'number' || safeToShow.test(String(step))
        ? String(step)
        : '(a key not shown)',
    )
    .join('.');

/**
 * Reads JSON that decides something.
 * @throws {JsonRefused} when it is no JSON, nested too deeply, or a key stands twice in one object.
 */
export const parseJson = (text: string): unknown => {
  const { value, twice } = readJson(text);
  const [first] = twice;
  if (first)
    throw new JsonRefused(
      `has the key ${placeOf(first.path)} twice, so that one of them is ignored`,
    );
  return value;
};
