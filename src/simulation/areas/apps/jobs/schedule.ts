// When a job's schedule is due: five fields of cron, in the schedule's time zone.

/** The smallest and the largest value of each field: minute, hour, day of the month, month, day of the week. */
const ranges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const numbersIn = (text: string, least: number, most: number): readonly number[] | undefined => {
  const numbers: number[] = [];
  for (const part of text.split(',')) {
    const found = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (found === null) return undefined;
    const [, first, last, step] = found;
    const from = first === undefined ? least : Number(first);
    const ends = step === undefined ? from : most;
    const to = first === undefined ? most : last === undefined ? ends : Number(last);
    const by = step === undefined ? 1 : Number(step);
    if (from < least || to > most || from > to || by < 1) return undefined;
    for (let number = from; number <= to; number += by) numbers.push(number);
  }
  return numbers;
};

/** Fields of a moment in the order of cron's. */
type Moment = readonly [number, number, number, number, number];

/** Tells whether a schedule is due at a moment; undefined for text that is no schedule. */
export const dueBy = (cron: string): ((moment: Moment) => boolean) | undefined => {
  const parts = cron.trim().split(/\s+/);
  const fields = ranges.map(([least, most], index) => numbersIn(parts[index] ?? '', least, most));
  const [minute, hour, day, month, weekday] = fields;
  if (parts.length !== ranges.length || !minute || !hour || !day || !month || !weekday) return;
  const isFree = (index: number): boolean => parts[index] === '*';
  return (moment) => {
    const [atMinute, atHour, atDay, atMonth, atWeekday] = moment;
    const onDay = day.includes(atDay);
    const onWeekday = weekday.some((it) => it % 7 === atWeekday);
    // Where both are named either will do (cron's own rule).
    const onDate = isFree(2) || isFree(4) ? onDay && onWeekday : onDay || onWeekday;
    return minute.includes(atMinute) && hour.includes(atHour) && month.includes(atMonth) && onDate;
  };
};

const quarter = 900_000;

/** Reads the fields of a moment in a zone; an unknown zone is taken for UTC. */
const clockIn = (zone: string) => {
  const options = { hourCycle: 'h23', timeZone: zone } as const;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const time = { hour: 'numeric', minute: 'numeric' } as const;
  const format = (() => {
    try {
      return new Intl.DateTimeFormat('en-US', { ...options, ...fields, ...time });
    } catch {
      return new Intl.DateTimeFormat('en-US', { ...options, ...fields, ...time, timeZone: 'UTC' });
    }
  })();
  return (at: number): Moment => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const weekday = new Date(Date.UTC(of('year'), of('month') - 1, of('day'))).getUTCDay();
    return [of('minute'), of('hour'), of('day'), of('month'), weekday];
  };
};

/**
 * The moments at which a schedule was due, newest first.
 *
 * @param most as many as are looked for.
 */
export const dueBetween = (
  schedule: { readonly cron: string; readonly zone: string },
  from: number,
  to: number,
  most: number,
): readonly number[] => {
  const isDue = dueBy(schedule.cron);
  if (isDue === undefined) return [];
  const read = clockIn(schedule.zone);
  const found: number[] = [];
  // Zones differ by quarters of an hour, so that within a quarter only the minute changes.
  for (let start = Math.floor(to / quarter) * quarter; start > from - quarter; start -= quarter) {
    const [minute, ...rest] = read(start);
    for (let more = 14; more >= 0; more -= 1) {
      const at = start + more * 60_000;
      if (at < from || at > to || !isDue([minute + more, ...rest])) continue;
      found.push(at);
      if (found.length >= most) return found;
    }
  }
  return found;
};
