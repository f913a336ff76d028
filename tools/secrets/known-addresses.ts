// Addresses of which only a part is secret: the rest says where something is, and who comes.
import { findSecrets } from './find-secrets.ts';
import type { Span } from './span.ts';

/** `connection`, `private_connection` and whatever DigitalOcean adds of the kind. */
const connection = /(?:^|_)connections?$/;

/** Whether a field is an address that may hold a password: of a connection, or of a repository. */
export const isAddress = (name: string, within: string): boolean =>
  (name === 'uri' && connection.test(within)) || name === 'repo_clone_url';

// One user, one password, hosts: whatever cannot be read so surely is secret as a whole.
const withPassword =
  /^[a-z][a-z0-9+.-]{0,30}:\/\/[\w.%~+-]{0,256}:(?<secret>[^\s:/?#@"'<>]{1,1024})@[\w.,:[\]-]{1,2048}(?:[/?][\w.~/?=&%,:+-]{0,2048})?$/di;

const withoutAnybody = /^[a-z][a-z0-9+.-]{0,30}:\/\/[\w.,:[\]-]{1,2048}(?:\/[\w.~/+-]{0,2048})?$/i;

/** Credentials in what follows the host. */
const after = (text: string, host: number): readonly Span[] => {
  const from = text.indexOf('?', host);
  if (from < 0) return [];
  return findSecrets(text.slice(from)).map(({ start, end }) => ({
    start: start + from,
    end: end + from,
  }));
};

/** What of an address is secret: nothing, its password, or, where that cannot be told, all of it (undefined). */
export const secretsOfAddress = (text: string): readonly Span[] | undefined => {
  if (withoutAnybody.test(text)) return findSecrets(text);
  const place = withPassword.exec(text)?.indices?.groups?.['secret'];
  return place && [{ start: place[0], end: place[1] }, ...after(text, place[1])];
};
