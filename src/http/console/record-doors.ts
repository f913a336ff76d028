// The doors of the record: pages of lines, one call, whether it is whole, and a part of it as a file.
import { statSync } from 'node:fs';
import { UsageError } from '../../configuration/usage-error.ts';
import type {
  RecordedCallView,
  RecordFile,
  RecordPage,
  RecordVerified,
} from '../../console/record/record-view.ts';
import { shortLine } from '../../console/record/short-line.ts';
import type { Clock } from '../../ports.ts';
import { pathIn } from '../../record/place.ts';
import { type Choice, choiceOf, type Recorded } from '../../record/read/choose.ts';
import { csvHead, csvRow } from '../../record/read/csv.ts';
import { filesOf } from '../../record/read/in-order.ts';
import { type LinesPage, type PageWanted, pageOf } from '../../record/read/page.ts';
import { verify } from '../../record/verify/verify.ts';
import type { Row } from '../doors/door.ts';
import { Refusal } from '../refusal.ts';
import type { DataDoor } from './data-door.ts';
import type { RecordSource } from './record-source.ts';

/** What the doors stand on. */
export interface RecordDoorsOptions {
  readonly record: RecordSource;
  /** Whose calls may be told, by the id of the account; null: everybody's. */
  readonly isOurs: PageWanted['isOurs'];
  readonly clock: Clock;
}

const pageSize = { lines: 300, bytes: 8 * 1024 * 1024 } as const;
const exportSize = { lines: 10_000, bytes: 16 * 1024 * 1024 } as const;
/** A larger record is verified on the terminal: here everybody would wait for it. In bytes. */
const mostVerified = 32 * 1024 * 1024;
/** How long what verifying found is told again, in milliseconds. */
const verifiedFor = 10_000;
const mostFindings = 100;

const empty: LinesPage = { lines: [], more: null };

const timeIn = (query: URLSearchParams, name: string): string | null | Refusal => {
  const text = query.get(name);
  if (text === null || /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(text)) return text;
  return new Refusal({
    status: 400,
    message: `"${name}" is a time such as 2026-11-25T13:00:00.000Z.`,
  });
};

const choiceIn = (query: URLSearchParams, now: number): Choice | Refusal => {
  try {
    return choiceOf(
      {
        agent: query.get('agent'),
        tool: query.get('tool'),
        refused: false,
        since: query.get('since'),
        follow: false,
        format: 'json',
      },
      now,
    );
  } catch (error) {
    if (error instanceof UsageError) return new Refusal({ status: 400, message: error.message });
    throw error;
  }
};

const later = (one: string | null, { since }: Choice): string | null => {
  const other = Number.isFinite(since) ? new Date(since).toISOString() : '';
  return (one ?? '') > other ? one : other === '' ? null : other;
};

const fileOf = (format: string | null, page: LinesPage): RecordFile => {
  const lines = page.lines.toReversed();
  const rest = { lines: lines.length, isCut: page.more !== null };
  if (format === 'csv')
    return {
      name: 'record.csv',
      type: 'text/csv',
      text: `${[csvHead, ...lines.map(csvRow)].join('\n')}\n`,
      ...rest,
    };
  const text = `[\n${lines.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`;
  return { name: 'record.json', type: 'application/json', text, ...rest };
};

const unknownCall = new Refusal({
  status: 404,
  message: 'No call of this id is on record here, or it is too long ago to be looked for.',
});

/** Makes the doors. */
export const recordDoors = (door: DataDoor, options: RecordDoorsOptions): readonly Row[] => {
  const { record, isOurs, clock } = options;

  const read = async (
    query: URLSearchParams,
    most: PageWanted['most'],
  ): Promise<LinesPage | Refusal> => {
    const choice = choiceIn(query, clock.now());
    const before = timeIn(query, 'before');
    const after = timeIn(query, 'after');
    if (choice instanceof Refusal) return choice;
    if (before instanceof Refusal) return before;
    if (after instanceof Refusal) return after;
    if (record.none() !== null) return empty;
    return pageOf(record.place(), { choice, before, after: later(after, choice), most, isOurs });
  };

  const callOf = async (id: string): Promise<RecordedCallView | Refusal> => {
    if (record.none() !== null || !/^[\w-]{1,64}$/.test(id)) return unknownCall;
    const isWanted = (line: Recorded): boolean => line['id'] === id;
    let before: string | null = null;
    let end: Recorded | null = null;
    // A page ends after so many lines looked at; some of them reach further back than most people ask.
    for (let tries = 0; tries < 6; tries += 1) {
      const choice = { since: Number.NEGATIVE_INFINITY, isWanted };
      const most = { lines: 1, bytes: pageSize.bytes };
      const page: LinesPage = await pageOf(record.place(), {
        choice,
        before,
        after: null,
        most,
        isOurs,
      });
      end = page.lines.find(({ kind }) => kind === 'outcome') ?? end;
      const line = page.lines.find(({ kind }) => kind !== 'outcome');
      if (line) {
        const isChange = line['kind'] === 'intent' || line['kind'] === 'change';
        return { line, end, undo: isChange && (await record.isKept(id)) ? id : null };
      }
      if (page.more === null) break;
      before = page.more;
    }
    return unknownCall;
  };

  let last: { readonly at: number; readonly verified: RecordVerified } | undefined;
  const verified = (): RecordVerified => {
    if (record.none() !== null) return { state: 'nothing' };
    const now = clock.now();
    if (last && now - last.at < verifiedFor) return last.verified;
    const place = record.place();
    const bytes = filesOf(place).reduce(
      (sum, file) => sum + (statSync(pathIn(place, file), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );
    if (bytes > mostVerified) return { state: 'too_large' };
    const { files, lines, findings, open } = verify(place, record.key());
    const told: RecordVerified = {
      state: 'verified',
      at: new Date(now).toISOString(),
      files,
      lines,
      findings: findings
        .filter((_, index) => index < mostFindings)
        .map(({ file, line = null, says }) => ({ file, line, says })),
      open: open.length,
    };
    last = { at: now, verified: told };
    return told;
  };

  return [
    door('/console/api/record', {
      GET: async ({ query }): Promise<RecordPage | Refusal> => {
        const page = await read(query, pageSize);
        if (page instanceof Refusal) return page;
        const { isReplica } = record;
        return {
          lines: page.lines.map(shortLine),
          more: page.more,
          none: record.none(),
          isReplica,
        };
      },
    }),
    door('/console/api/record/{id}', { GET: ({ parts }) => callOf(parts['id'] ?? '') }),
    door('/console/api/record-verified', { GET: () => verified() }),
    door('/console/api/record-file', {
      GET: async ({ query }): Promise<RecordFile | Refusal> => {
        const page = await read(query, exportSize);
        return page instanceof Refusal ? page : fileOf(query.get('format'), page);
      },
    }),
  ];
};
