// Follows a record: what is added to any of its files is told as it comes.
import { statSync } from 'node:fs';
import type { Clock } from '../../ports.ts';
import { type Place, pathIn } from '../place.ts';
import { readLines } from '../read-lines.ts';
import type { Choice, Recorded } from './choose.ts';
import { filesOf, wantedIn } from './in-order.ts';

/** How often the files are looked at, in milliseconds. */
const lookEvery = 300;

/** How far each file has been read. */
export type Offsets = Map<string, number>;

/** The files as they are now. */
export const offsetsNow = (place: Place): Offsets =>
  new Map(filesOf(place).map((file) => [file, endOf(place, file)]));

/** Where the last whole line of a file ends. */
const endOf = (place: Place, file: string): number => {
  let end = 0;
  for (const line of readLines(pathIn(place, file))) if (line.isWhole) end = line.end;
  return end;
};

/** What was added since the files were read so far; the offsets move on. */
export const added = (place: Place, choice: Choice, offsets: Offsets): readonly Recorded[] => {
  const found: Recorded[] = [];
  for (const file of filesOf(place)) {
    const from = offsets.get(file) ?? 0;
    if (statSync(pathIn(place, file)).size <= from) continue;
    let end = from;
    const all = { isWanted: () => true };
    for (const placed of wantedIn(place, file, all, from)) {
      end = placed.end;
      if (choice.isWanted(placed.line)) found.push(placed.line);
    }
    offsets.set(file, end);
  }
  return found.toSorted((one, other) => String(one['at']).localeCompare(String(other['at'])));
};

/**
 * Tells what is added until `signal` is aborted.
 * @param offsets how far the files have been read.
 */
export const follow = async (
  place: Place,
  choice: Choice,
  offsets: Offsets,
  { clock, signal, tell }: { clock: Clock; signal: AbortSignal; tell: (line: Recorded) => void },
): Promise<void> => {
  while (!signal.aborted) {
    for (const line of added(place, choice, offsets)) tell(line);
    await clock.sleep(lookEvery, signal).catch(() => {});
  }
};
