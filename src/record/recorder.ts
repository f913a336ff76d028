// Keeps what calls do: decides what is written at once, what with others, and what is not done because it cannot be kept.
import { notRecorded } from '../advice/never-sent.ts';
import { noteOnRecord } from '../advice/notes.ts';
import type { Settings } from '../configuration/settings.ts';
import { codeOf } from '../files/error-code.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import type { Ending, Recorder, Remembered } from '../road/stages.ts';
import { Stop } from '../road/stop.ts';
import { createCleaner } from './cleaner.ts';
import { callOf, intentOf, jsonOf, outcomeOf, ownOf, strayOf } from './entry.ts';
import type { Journal } from './journal.ts';

/** A recorder that has to be closed. */
export interface Keeper extends Recorder {
  /** Whether the last line could not be written. */
  readonly isFailing: boolean;
  close(): void;
}

/** What a recorder is made of. */
export interface RecorderOptions {
  readonly journal: Journal;
  readonly required: Settings['auditRequired'];
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn' | 'info'>;
}

/** How long a line may wait to be written together with others, in milliseconds. */
const longestWait = 200;
/** So many bytes are written at once, however short they have waited. */
const largestBatch = 64 * 1024;
/** How long after a change the disk is asked to keep it: what follows at once is kept with it. */
const syncAfter = 1_000;
/** After trouble, reads do not try again for so long, in milliseconds. */
const restAfterTrouble = 5_000;

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown reason';
  const code = codeOf(error);
  const words: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EDQUOT: 'this user may not fill the disk further',
    EFBIG: 'the file may not grow further',
    EROFS: 'the disk can only be read',
    EACCES: 'this user may not write there',
    EPERM: 'this user may not write there',
    ENOENT: 'the folder is not there',
    ENOTDIR: 'a part of its path is no folder',
  };
  return code === undefined ? error.message : (words[code] ?? code);
};

/** A recorder that writes into a journal. */
export const createKeeper = (options: RecorderOptions): Keeper => {
  const { journal, required, clock, log } = options;
  const cleaner = createCleaner();
  let writing: NodeJS.Timeout | undefined;
  let syncing: NodeJS.Timeout | undefined;
  let troubleAt: number | undefined;

  let moment = { at: Number.NaN, text: '' };
  const now = (): string => {
    const at = clock.now();
    if (at !== moment.at) moment = { at, text: new Date(at).toISOString() };
    return moment.text;
  };
  const failed = (error: unknown): string => {
    const reason = reasonOf(error);
    if (troubleAt === undefined) log.warn({ reason, required }, 'calls cannot be recorded');
    troubleAt = clock.now();
    return reason;
  };
  const worked = (): void => {
    if (troubleAt !== undefined) log.info({}, 'calls are recorded again');
    troubleAt = undefined;
  };
  const flush = (): void => {
    clearTimeout(writing);
    writing = undefined;
    try {
      journal.flush();
      worked();
    } catch (error) {
      failed(error);
    }
  };
  const flushSoon = (): void => {
    writing ??= setTimeout(flush, longestWait).unref();
  };
  const syncSoon = (): void => {
    syncing ??= setTimeout(() => {
      syncing = undefined;
      journal.sync();
    }, syncAfter).unref();
  };
  /** @throws what keeps it from being written. */
  const writeNow = (entry: (id: string) => string): void => {
    journal.addNow(entry);
    clearTimeout(writing);
    writing = undefined;
    worked();
    syncSoon();
  };

  const intent = (call: Remembered): string | undefined => {
    if (call.decision.effect === 'read') {
      // Whoever wants every read on record wants none that finds no place there.
      if (required === 'all') beforeRead();
      return undefined;
    }
    let given: string | undefined;
    try {
      writeNow((id) => {
        given = id;
        return jsonOf(call.caller, intentOf(cleaner, call, id, now()));
      });
      return given;
    } catch (error) {
      const reason = failed(error);
      if (required === 'off') return undefined;
      throw new Stop(notRecorded(reason), call.decision);
    }
  };

  const beforeRead = (): void => {
    try {
      journal.prepare();
      if (troubleAt !== undefined) journal.flush();
      worked();
    } catch (error) {
      throw new Stop(notRecorded(failed(error)));
    }
  };

  const outcomeOfChange = (ending: Ending, of: string): string | undefined => {
    try {
      writeNow(() => jsonOf(ending.asked.caller, outcomeOf(cleaner, ending, of, now())));
      return undefined;
    } catch (error) {
      return noteOnRecord(failed(error));
    }
  };

  const outcomeOfRead = (ending: Ending): undefined => {
    const mustBeThere = ending.arrived !== undefined;
    write((id) => jsonOf(ending.asked.caller, callOf(cleaner, ending, id, now())), mustBeThere);
    return undefined;
  };

  /** @param mustBeThere whether its answer is kept back where all is required and it cannot be written. */
  const write = (entry: (id: string) => string, mustBeThere: boolean): void => {
    try {
      if (required === 'all') writeNow(entry);
      else if (journal.isOpen || clock.now() - (troubleAt ?? 0) > restAfterTrouble) {
        journal.add(entry);
        if (journal.waitingBytes > largestBatch) flush();
        else flushSoon();
      } else journal.lose();
    } catch (error) {
      const reason = failed(error);
      if (required === 'all' && mustBeThere) throw new Stop(notRecorded(reason, 'read'));
    }
  };

  return {
    intent,
    outcome: (ending) =>
      ending.onRecord === undefined
        ? outcomeOfRead(ending)
        : outcomeOfChange(ending, ending.onRecord),
    stray: (call) => write((id) => jsonOf(call.caller, strayOf(cleaner, call, id, now())), false),
    own: (call) => write((id) => jsonOf(call.caller, ownOf(cleaner, call, id, now())), false),
    get isFailing() {
      return troubleAt !== undefined;
    },
    close: () => {
      clearTimeout(writing);
      clearTimeout(syncing);
      journal.close();
    },
  };
};
