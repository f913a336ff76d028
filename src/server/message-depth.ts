// How deep a message is nested, before it is parsed: a million brackets take seconds to become objects.

/** The deepest nesting of a message. DigitalOcean's deepest body has a dozen levels. */
export const deepest = 128;

/** Where a string ends, given where it begins; the end of the text when it never does. */
const behindString = (json: string, start: number): number => {
  let end = json.indexOf('"', start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (json[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    end = json.indexOf('"', end + 1);
  }
  return json.length;
};

/** Whether brackets are nested deeper than in any message of ours; what is no JSON may be anything. */
export const isTooDeep = (json: string): boolean => {
  let depth = 0;
  let index = 0;
  while (index < json.length) {
    const code = json.charCodeAt(index);
    if (code === 0x22) {
      index = behindString(json, index);
      continue;
    }
    if (code === 0x7b || code === 0x5b) depth += 1;
    if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > deepest) return true;
    index += 1;
  }
  return false;
};

const idBeforeNesting =
  /^\s*\{[^{}[\]"]*(?:"[^"\\]{0,64}"\s*:\s*(?:"[^"\\]{0,64}"|[\d.eE+-]{1,32}|true|false|null)\s*,\s*){0,4}"id"\s*:\s*(?:"([^"\\]{0,256})"|(-?\d{1,15}))\s*[,}]/;

/** The id of a request that is not parsed, where it stands before anything nested; null elsewhere. */
export const idAtStart = (json: string): string | number | null => {
  const [, text, digits] = idBeforeNesting.exec(json.slice(0, 2_048)) ?? [];
  if (text !== undefined) return text;
  return digits === undefined ? null : Number(digits);
};
