// The only place that turns arguments into a path: every value is encoded, and nothing may step out of its segment.

/** A value that must not stand in a path or query; the message says which and why. */
export class ArgumentRefused extends Error {
  override readonly name = 'ArgumentRefused';
}

// DigitalOcean's longest identifiers (names of domains and databases) stay below this.
const longestSegment = 255;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Decodes until nothing changes, so that a doubly encoded dot segment is seen too. */
const fullyDecoded = (text: string): string => {
  const once = decoded(text);
  return once === text ? text : fullyDecoded(once);
};

const hasControl = (text: string): boolean =>
  [...text].some((character) => (character.codePointAt(0) ?? 0) < 0x20 || character === '\u007f');

// The only ids with a slash of their own: names of repositories in a registry (API description, Container Registry).
const withSlash: ReadonlySet<string> = new Set(['repository_name']);

// What a gateway, a browser or a person may take for a slash, besides those that compatibility forms turn into one.
const slashes = /[/\\\u2044\u2215\u2216\u29f5\u29f8\u29f9\u2571\u2572]/;

const half = /\p{Surrogate}/u;

const segment = (name: string, value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text === '')
    throw new ArgumentRefused(`${name} must not be empty`);
  if (text.length > longestSegment)
    throw new ArgumentRefused(`${name} must have at most ${longestSegment} characters`);
  if (half.test(text))
    throw new ArgumentRefused(`${name} holds half a character (a lone surrogate); send whole ones`);
  const plain = fullyDecoded(text).normalize('NFKC');
  if (hasControl(plain)) throw new ArgumentRefused(`${name} must not contain control characters`);
  const steps = plain.split(/[/\\]/);
  if (steps.some((step) => step === '' || step === '.' || step === '..'))
    throw new ArgumentRefused(`${name} must be a plain id or name, without empty or dot segments`);
  // A slash that is the name's own is given as it is; encoded or in disguise it is somebody's attempt.
  const rest = withSlash.has(name) ? plain.replaceAll('/', '') : plain;
  const isDisguised = withSlash.has(name) && plain.split('/').length !== text.split('/').length;
  if (slashes.test(rest) || isDisguised)
    throw new ArgumentRefused(
      withSlash.has(name)
        ? `${name} must be a plain name: slashes of its own as they are, nothing encoded`
        : `${name} must be a plain id or name, without slashes, encoded ones included`,
    );
  return encodeURIComponent(text);
};

/** Whether a value may stand in a path as it is. */
export const isPathValue = (value: unknown): boolean => {
  try {
    return segment('id', value) !== '';
  } catch {
    return false;
  }
};

/**
 * Fills the placeholders of a path template with encoded values.
 * @throws {ArgumentRefused} when a value is missing, empty, too long, or could lead to another path.
 */
export const buildPath = (template: string, values: Readonly<Record<string, unknown>>): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => segment(name, values[name]));
