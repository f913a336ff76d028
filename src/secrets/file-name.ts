// Names of files with credentials: made of what the account says, and yet harmless on every file system.
import { beginningOf } from '../../tools/cut-text.ts';
import { findSecrets } from '../../tools/secrets/find-secrets.ts';

const longestWord = 48;
const longestPlace = 64;

/**
 * A word of somebody else's as a part of a file's name: letters and digits of ASCII, dots and dashes, beginning and
 * ending with neither. Empty where nothing of it is left, or where it holds a credential itself.
 */
const harmless = (word: string, longest: number): string => {
  const looked = beginningOf(word, 512);
  if (findSecrets(looked).length > 0) return '';
  return beginningOf(
    looked
      .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
      .replaceAll(/[.-]{2,}/g, '-')
      .replace(/^[.-]+/, ''),
    longest,
  ).replace(/[.-]+$/, '');
};

/** `20261125T134100Z`. */
const stampOf = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** What a file is called after. */
export interface FileWords {
  /** Our own name of the kind of thing. */
  readonly kind: string;
  /** Which thing, in words of the account or of whoever calls. */
  readonly subject: string | undefined;
  /** Names that lead to the value; empty for a whole reply. */
  readonly place: readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** `databases-main-db-20261125T134100Z-connection.password`: kind first, so that no name is one of the system's. */
export const fileName = ({ kind, subject, place, now }: FileWords): string =>
  [
    kind,
    harmless(subject ?? '', longestWord),
    stampOf(now),
    harmless(place.map((name) => harmless(name, longestWord)).join('.'), longestPlace),
  ]
    .filter((word) => word !== '')
    .join('-');

/** The same name for another file, where the first is taken: `…-2`, with its ending kept. */
export const nextName = (name: string, attempt: number): string =>
  attempt === 1 ? name : `${name}-${attempt}`;
