// Ids of what is told from other things and kept nowhere: the same text has the same id every time.
import { createHash } from 'node:crypto';

/** A UUID told from a text. */
export const derivedId = (text: string): string => {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};
