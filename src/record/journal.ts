// What a process writes into: a file that is opened with its first line, changed for another when it is full or taken
// away, and closed with a word to the ledger.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Clock } from '../ports.ts';
import { ChainFile, Disturbed } from './chain-file.ts';
import { thisProcess } from './holder.ts';
import { emptyLedger, type Ledger, type LedgerEntry, readLedger, writeLedger } from './ledger.ts';
import { withLock } from './lock.ts';
import { newName, type Place, pathIn } from './place.ts';
import { prune, removeFile } from './prune.ts';
import { resume } from './resume.ts';
import { witnessed } from './witness.ts';

/** What a journal is made of. */
export interface JournalOptions {
  /** Asked for with the first line; throws when there is no place. */
  readonly place: () => Place;
  /** The key that seals heads and ledger; asked for with the first line. */
  readonly key: () => Buffer;
  readonly clock: Clock;
  /** The version of the program. */
  readonly version: string;
  /** A file that is larger is followed by another, in bytes. */
  readonly mostBytes?: number;
}

/** 16 MiB: some thirty thousand calls. */
const usualMostBytes = 16 * 1024 * 1024;
/** A file is not written for longer, in milliseconds: it goes as a whole when it is old. */
const longest = 24 * 3_600_000;

/** What is recorded, as JSON of an object with at least one field; it is told the id that nothing else has. */
export type Entry = (id: string) => string;

interface Open {
  readonly place: Place;
  readonly name: string;
  /** What the ids of its lines begin with. */
  readonly tag: string;
  readonly file: ChainFile;
  readonly isDevice: boolean;
  /** In milliseconds since the epoch. */
  readonly since: number;
}

const idOf = ({ tag, file }: Open): string => `${tag}-${file.next}`;

const put = (open: Open, entry: Entry): void => open.file.add(entry(idOf(open)));

/** Writes the record of one process. */
export class Journal {
  readonly #options: JournalOptions;
  readonly #mostBytes: number;
  #open: Open | undefined;
  /** Lines that were lost with files that are closed. */
  #lost = 0;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#mostBytes = options.mostBytes ?? usualMostBytes;
  }

  /**
   * Adds a line that is written with the next ones.
   * @throws when no file can be opened; then the line counts as lost.
   */
  add(entry: Entry): void {
    try {
      put(this.#ready(), entry);
    } catch (error) {
      this.#lost += 1;
      throw error;
    }
  }

  /**
   * Adds a line, and writes it with all that waits.
   * @throws when it cannot be written; then it is in no file.
   */
  addNow(entry: Entry): void {
    this.#elsewhereIfDisturbed((open) => {
      this.#tellLost(open);
      open.file.addNow(entry(idOf(open)));
    });
  }

  /** @throws when it cannot be written; what waits goes on waiting. */
  flush(): void {
    if (!this.#open) return;
    this.#elsewhereIfDisturbed((open) => {
      this.#tellLost(open);
      open.file.flush();
    });
  }

  /** Bytes that wait to be written. */
  get waitingBytes(): number {
    return this.#open?.file.waitingBytes ?? 0;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** @throws when no file can be opened. */
  prepare(): void {
    this.#ready();
  }

  /** Counts a line that is not even tried to be written. */
  lose(): void {
    this.#lost += 1;
  }

  /** Asks the disk to keep what was written, without waiting for it. */
  sync(): void {
    this.#open?.file.sync();
  }

  /** Writes what waits and says in file and ledger that it is the end. Nothing is thrown: nobody could do better. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.#end(open);
  }

  #now(): string {
    return new Date(this.#options.clock.now()).toISOString();
  }

  #ready(): Open {
    const open = this.#open;
    if (open && this.#isDone(open) && this.#isWritten(open)) {
      this.close();
      this.#open = this.#begin({ former: open.name });
    }
    this.#open ??= this.#begin();
    return this.#open;
  }

  #isDone({ isDevice, file, since }: Open): boolean {
    const age = this.#options.clock.now() - since;
    return !isDevice && (file.bytes > this.#mostBytes || age > longest);
  }

  /** A file from which something waits to be written is not left for another. */
  #isWritten({ file }: Open): boolean {
    try {
      file.flush();
      return true;
    } catch {
      return false;
    }
  }

  #tellLost({ file }: Open): void {
    const lines = file.takeLost();
    if (lines > 0) file.add(JSON.stringify({ kind: 'lost', at: this.#now(), lines }));
  }

  #elsewhereIfDisturbed(write: (open: Open) => void): void {
    try {
      write(this.#ready());
    } catch (error) {
      if (!(error instanceof Disturbed)) throw error;
      this.#leave(error.message);
      write(this.#ready());
    }
  }

  /** Goes to another file, since nobody knows what became of this one. */
  #leave(reason: string): void {
    const left = this.#open;
    if (!left) return;
    const waiting = left.file.takeWaiting();
    this.#lost += left.file.takeLost();
    left.file.close();
    this.#open = undefined;
    this.#open = this.#begin({ left: left.name, reason });
    for (const json of waiting) this.#open.file.add(json);
  }

  #begin(why: Readonly<Record<string, unknown>> = {}): Open {
    const { clock, version } = this.#options;
    const place = this.#options.place();
    const key = this.#options.key();
    const now = (): string => this.#now();
    const tag = randomBytes(4).toString('hex');
    const since = clock.now();
    const header = JSON.stringify({
      kind: 'opened',
      at: now(),
      version,
      ...thisProcess(),
      ...why,
      ...(this.#lost > 0 && { lost: this.#lost }),
    });
    const device = place.first === null ? undefined : pathIn(place, place.first);
    if (device !== undefined && statSync(device, { throwIfNoEntry: false })?.isFile() === false) {
      const file = new ChainFile({ path: device, key, now, kind: 'device' });
      file.addNow(header);
      return { place, name: place.first ?? '', tag, file, isDevice: true, since };
    }
    const path = pathIn(place, place.ledger);
    return withLock(`${path}.lock`, (): Open => {
      const { ledger, sweep } = prune(place, key, this.#ledger(path, key), clock.now());
      const { name, kind } = this.#choose(place, key, ledger);
      const file = new ChainFile({ path: pathIn(place, name), key, now, kind });
      try {
        file.addNow(header);
        const seen = witnessed(place, key, ledger);
        const known = seen.files.find((one) => one.file === name);
        const entry: LedgerEntry = {
          file: name,
          opened: now(),
          ...thisProcess(),
          seen: file.written,
        };
        const others = seen.files.filter((one) => one !== known);
        writeLedger(path, key, { ...seen, files: [...others, entry] });
      } catch (error) {
        file.close();
        // What the ledger does not know would look like something slipped in.
        if (kind === 'new') removeFile(place, name);
        throw error;
      }
      this.#lost = 0;
      sweep();
      return { place, name, tag, file, isDevice: false, since };
    });
  }

  #choose(place: Place, key: Buffer, { files }: Ledger) {
    const { first } = place;
    if (first !== null) {
      const entry = files.find(({ file }) => file === first);
      const kind = resume(pathIn(place, first), key, entry, this.#mostBytes);
      if (kind !== undefined) return { name: first, kind };
    }
    const random = randomBytes(3).toString('hex');
    return { name: newName(place, this.#now(), process.pid, random), kind: 'new' as const };
  }

  /** A ledger that cannot be believed does not keep anybody from recording; that there was one stays known. */
  #ledger(path: string, key: Buffer): Ledger {
    const found = readLedger(path, key);
    if (found.kind === 'sound') return found.ledger;
    return found.kind === 'none' ? emptyLedger : { ...emptyLedger, broken: [this.#now()] };
  }

  #end({ place, name, file, isDevice }: Open): void {
    try {
      const lost = file.takeLost();
      file.addNow(JSON.stringify({ kind: 'closed', at: this.#now(), ...(lost > 0 && { lost }) }));
      file.sync();
      if (!isDevice) this.#sign(place, name, file);
    } catch {
      this.#lost += file.takeWaiting().length;
    }
    file.close();
  }

  #sign(place: Place, name: string, file: ChainFile): void {
    const key = this.#options.key();
    const path = pathIn(place, place.ledger);
    withLock(`${path}.lock`, () => {
      const ledger = this.#ledger(path, key);
      const closed = { ...file.written, at: this.#now() };
      writeLedger(path, key, {
        ...ledger,
        // How far somebody has seen it go says no more than where it ends.
        files: ledger.files.map(({ seen, ...entry }) => {
          if (entry.file === name) return { ...entry, closed };
          return seen ? { ...entry, seen } : entry;
        }),
      });
    });
  }
}
