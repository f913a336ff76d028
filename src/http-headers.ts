// Reads and writes the HTTP headers that tell how long to wait, for the client and for our own server.

/** Reply headers, names in lower case. */
export type Headers = Readonly<Record<string, string>>;

// No limit of DigitalOcean's reaches further than an hour; anything beyond a day is garbage.
const longestSaneMs = 24 * 3_600_000;
const seconds = /^\d{1,9}(\.\d{1,6})?$/;
// The date format that HTTP prescribes (RFC 9110, 5.6.7); Date.parse alone would take nearly anything.
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const parseDate = (text: string | undefined): number | undefined => {
  if (text === undefined || !httpDate.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
};

/** The server's time when it answered, or ours when it does not say; a skewed clock must not stretch waits. */
export const serverNow = (headers: Headers, now: number): number =>
  parseDate(headers['date']) ?? now;

const sane = (milliseconds: number): number | undefined =>
  milliseconds >= 0 && milliseconds <= longestSaneMs ? milliseconds : undefined;

/** Milliseconds that `Retry-After` asks for, given in seconds or as a date; undefined for garbage. */
export const retryAfterMs = (headers: Headers, now: number): number | undefined => {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return undefined;
  if (seconds.test(text)) return sane(Number(text) * 1000);
  const date = parseDate(text);
  return date === undefined ? undefined : sane(Math.max(0, date - serverNow(headers, now)));
};

/**
 * Milliseconds until `ratelimit-reset`, the Unix second at which the oldest counted request expires
 * (DigitalOcean's API description, Rate Limit); undefined for garbage and for times that are over.
 */
export const resetMs = (headers: Headers, now: number): number | undefined => {
  const text = headers['ratelimit-reset']?.trim();
  if (text === undefined || !/^\d{9,11}$/.test(text)) return undefined;
  const wait = Number(text) * 1000 - serverNow(headers, now);
  return wait > 0 ? sane(wait) : undefined;
};

/** Requests left of `ratelimit-remaining`; undefined for garbage. */
export const remainingOf = (headers: Headers): number | undefined => {
  const text = headers['ratelimit-remaining']?.trim();
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

/** So many seconds as `Retry-After` is written: whole, at least one. */
export const retryAfterValue = (wait: number): string => String(Math.max(1, Math.ceil(wait)));
