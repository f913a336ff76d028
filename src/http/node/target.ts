// Takes the target of a request apart: usually a path, behind some proxies a whole URL (RFC 9112 3.2).

/** Where a request wants to go. */
export interface Target {
  /** Without query; empty when the target names no path of ours. */
  readonly path: string;
  /** Without its question mark; empty when there is none. */
  readonly query: string;
  /** The host of an absolute target, with its port; null for a path alone. */
  readonly host: string | null;
}

const absolute = /^https?:\/\/([^/?#]*)(\/[^?#]*)?/i;

const queryIn = (text: string): string => /^[^?#]*\?([^#]*)/.exec(text)?.[1] ?? '';

const pathIn = (text: string): string => {
  const end = text.search(/[?#]/);
  return end < 0 ? text : text.slice(0, end);
};

/** The parts of a request's target. */
export const targetOf = (target: string | undefined): Target => {
  if (target?.startsWith('/')) return { path: pathIn(target), query: queryIn(target), host: null };
  const parts = absolute.exec(target ?? '');
  return parts
    ? { path: parts[2] ?? '/', query: queryIn(target ?? ''), host: parts[1] ?? '' }
    : { path: '', query: '', host: null };
};
