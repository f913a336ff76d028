// Whether the record vouches for what is kept of a change: its lines hold the hash of just that.
import { statSync } from 'node:fs';
import { type Place, pathIn } from '../record/place.ts';
import { filesOf } from '../record/read/in-order.ts';
import { parsedLine, readLines } from '../record/read-lines.ts';
import { hashOf, type Kept } from './kept.ts';

/** What the record says of it. */
export type Vouched =
  | 'yes'
  /** The change is not on this record. */
  | 'not_there'
  /** It tells of another former state. */
  | 'differs';

/** Files that were last written before the change cannot tell of it; a device cannot be read back. */
const mayTell = (path: string, since: number): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true && found.mtimeMs >= since;
};

/**
 * Looks the change up on record. The line before it was sent has the hash of what was kept then; where its calls were
 * worked out from the reply, the line of its end has that of these.
 * @throws what Node throws when a file of the record cannot be read.
 */
export const vouchedFor = (place: Place, kept: Kept): Vouched => {
  const wanted = hashOf(kept);
  // Times of files are coarser than the clock's, by seconds on some disks.
  const since = kept.at - 10_000;
  let isThere = false;
  let isSame = false;
  for (const file of filesOf(place)) {
    const path = pathIn(place, file);
    if (!mayTell(path, since)) continue;
    for (const { bytes, isWhole } of readLines(path)) {
      if (!isWhole || !bytes.includes(kept.id)) continue;
      const line = parsedLine(bytes);
      if (line?.['id'] !== kept.id) continue;
      isThere ||= line['kind'] === 'intent';
      isSame ||= line['former'] === wanted;
    }
  }
  if (!isThere) return 'not_there';
  return isSame ? 'yes' : 'differs';
};
