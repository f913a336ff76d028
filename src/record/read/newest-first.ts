// The lines of all files of a record, the newest first.
import { statSync } from 'node:fs';
import { type Place, pathIn } from '../place.ts';
import { readLines } from '../read-lines.ts';
import { linesBackwards } from './backwards.ts';
import { filesOf } from './in-order.ts';

/** A line as it stands there, and when it was written. */
export interface TimedLine {
  readonly at: string;
  readonly bytes: Buffer;
}

/** Files that are looked at in one go; older ones come with a later one. */
const mostFiles = 200;
/** By how much the time of a file may lie behind that of its last line, in milliseconds. */
const slack = 2_000;
/** Where a line tells its time, in bytes from its beginning. */
const timeWithin = 400;

const timeIn = (bytes: Buffer): string =>
  /"at":"([^"]{20,30})"/.exec(bytes.subarray(0, timeWithin).toString('latin1'))?.[1] ?? '';

const beginsBefore = (path: string, before: string): boolean => {
  for (const { bytes } of readLines(path)) return timeIn(bytes) < before;
  return false;
};

interface File {
  readonly path: string;
  /** None of its lines is newer. */
  readonly until: string;
}

const filesIn = (place: Place, before: string | null): File[] =>
  filesOf(place)
    .map((file) => pathIn(place, file))
    .flatMap((path) => {
      const stat = statSync(path, { throwIfNoEntry: false });
      // A device has no end to begin at.
      return stat?.isFile() ? [{ path, until: new Date(stat.mtimeMs + slack).toISOString() }] : [];
    })
    .toSorted((one, other) => other.until.localeCompare(one.until))
    .filter(({ path }) => before === null || beginsBefore(path, before))
    .filter((_, index) => index < mostFiles);

interface Course {
  readonly lines: Generator<Buffer>;
  next: TimedLine;
}

const begin = (path: string): Course | undefined => {
  const lines = linesBackwards(path);
  const first = lines.next();
  return first.done === true
    ? undefined
    : { lines, next: { at: timeIn(first.value), bytes: first.value } };
};

const newestOf = (courses: readonly Course[]): Course | undefined =>
  courses.reduce<Course | undefined>(
    (newest, one) => (newest && newest.next.at >= one.next.at ? newest : one),
    undefined,
  );

/**
 * All lines, those about files too. Files are opened when it is their time.
 * @param before files that begin later are left out.
 * @throws what Node throws when a file cannot be read.
 */
export function* newestFirst(place: Place, before: string | null = null): Generator<TimedLine> {
  const waiting = filesIn(place, before);
  const running: Course[] = [];
  try {
    for (;;) {
      let first = newestOf(running);
      while (waiting[0] && (!first || waiting[0].until >= first.next.at)) {
        const course = begin(waiting.shift()?.path ?? '');
        if (course) running.push(course);
        first = newestOf(running);
      }
      if (!first) return;
      yield first.next;
      const following = first.lines.next();
      if (following.done === true) running.splice(running.indexOf(first), 1);
      else first.next = { at: timeIn(following.value), bytes: following.value };
    }
  } finally {
    for (const { lines } of running) lines.return(undefined);
  }
}
