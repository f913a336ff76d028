// The lines of all files of a record, in the order of their times.
import { readdirSync, statSync } from 'node:fs';
import { isLines, type Place, pathIn } from '../place.ts';
import { parsedLine, readLines } from '../read-lines.ts';
import type { Choice, Recorded } from './choose.ts';

/** One line, and where the next one of its file begins. */
export interface PlacedLine {
  readonly file: string;
  readonly line: Recorded;
  readonly end: number;
}

/** The files of a record, by name; none where there is no folder. */
export const filesOf = (place: Place): readonly string[] => {
  try {
    return readdirSync(place.folder).filter((name) => isLines(place, name));
  } catch {
    return [];
  }
};

/** The lines of one file that are wanted. What is no line is left to verify. */
export function* wantedIn(
  place: Place,
  file: string,
  { isWanted }: Pick<Choice, 'isWanted'>,
  from = 0,
): Generator<PlacedLine> {
  for (const { bytes, end, isWhole } of readLines(pathIn(place, file), from)) {
    const line = isWhole ? parsedLine(bytes) : undefined;
    if (line && isWanted(line)) yield { file, line, end };
  }
}

interface Course {
  readonly lines: Generator<PlacedLine>;
  next: PlacedLine;
}

const begin = (lines: Generator<PlacedLine>): Course | undefined => {
  const first = lines.next();
  return first.done === true ? undefined : { lines, next: first.value };
};

const timeOf = ({ next }: Course): string => String(next.line['at']);

/** When the first line of a file was written. */
const beginningOf = (place: Place, file: string): string => {
  for (const { bytes } of readLines(pathIn(place, file)))
    return String(parsedLine(bytes)?.['at'] ?? '');
  return '';
};

/** All lines that are wanted. Files are opened when it is their time: few overlap. */
export function* inOrder(place: Place, choice: Choice): Generator<PlacedLine> {
  const waiting = filesOf(place)
    .filter((file) => statSync(pathIn(place, file)).mtimeMs >= choice.since)
    .map((file) => ({ file, begins: beginningOf(place, file) }))
    .toSorted((one, other) => one.begins.localeCompare(other.begins));
  const running: Course[] = [];
  for (;;) {
    let first = running.reduce<Course | undefined>(
      (least, one) => (least && timeOf(least) <= timeOf(one) ? least : one),
      undefined,
    );
    while (waiting[0] && (!first || waiting[0].begins <= timeOf(first))) {
      const course = begin(wantedIn(place, waiting.shift()?.file ?? '', choice));
      if (!course) continue;
      running.push(course);
      if (!first || timeOf(course) < timeOf(first)) first = course;
    }
    if (!first) return;
    yield first.next;
    const following = first.lines.next();
    if (following.done === true) running.splice(running.indexOf(first), 1);
    else first.next = following.value;
  }
}
