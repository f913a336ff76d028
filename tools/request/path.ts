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

const segment = (name: string, value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text === '')
    throw new ArgumentRefused(`${name} must not be empty`);
  if (text.length > longestSegment)
    throw new ArgumentRefused(`${name} must have at most ${longestSegment} characters`);
  const plain = fullyDecoded(text);
  if (hasControl(plain)) throw new ArgumentRefused(`${name} must not contain control characters`);
  const steps = plain.split(/[/\\]/);
  if (steps.some((step) => step === '' || step === '.' || step === '..'))
    throw new ArgumentRefused(`${name} must be a plain id or name, without empty or dot segments`);
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
