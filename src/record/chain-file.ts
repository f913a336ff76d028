// One open file of the record: lines are added to it, each bound to the one before, and its head is kept.
import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  ftruncateSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename } from 'node:path';
import { HeadFile, headOf } from './head.ts';
import { beginning, chained, type Position, recordedIn } from './line.ts';

/** Thrown when a file is not any more what was written to it: somebody took it away, or changed it. */
export class Disturbed extends Error {
  override readonly name = 'Disturbed';
}

/** What a file is opened with. */
export interface ChainFileOptions {
  readonly path: string;
  readonly key: Buffer;
  /** The time, as it is written. */
  readonly now: () => string;
  /** A new file, one that is gone on with, or what is no file and keeps nothing: a device or a pipe. */
  readonly kind: 'new' | 'device' | { readonly from: Position; readonly bytes: number };
}

/** The stream for errors, by its name: to open it anew needs rights that a container's user may not have. */
const errorStream = '/dev/stderr';

/** Bytes that may wait to be written; what does not find room is lost, and said to be. */
const mostWaiting = 1024 * 1024;

const openFile = (path: string, isNew: boolean): number => {
  if (path === errorStream) return process.stderr.fd;
  const flags =
    constants.O_WRONLY |
    constants.O_APPEND |
    // A pipe without a reader must not hold the program.
    (constants.O_NONBLOCK ?? 0) |
    (isNew ? constants.O_CREAT | constants.O_EXCL : 0);
  return openSync(path, flags, 0o600);
};

/** Something that takes lines one after the other. */
export class ChainFile {
  readonly path: string;
  readonly #fd: number;
  readonly #head: HeadFile | undefined;
  readonly #now: () => string;
  /** A device or a pipe has neither a length nor a head. */
  readonly #isFile: boolean;
  #bytes: number;
  #written: Position;
  #chained: Position;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  /** Lines that found no room. */
  #lost = 0;
  #isSyncing = false;

  /** @throws what Node throws when it cannot be opened. */
  constructor({ path, key, now, kind }: ChainFileOptions) {
    this.path = path;
    this.#now = now;
    const isNew = kind === 'new';
    this.#written = typeof kind === 'object' ? kind.from : beginning;
    this.#chained = this.#written;
    this.#bytes = typeof kind === 'object' ? kind.bytes : 0;
    this.#fd = openFile(path, isNew);
    this.#isFile = fstatSync(this.#fd).isFile();
    try {
      this.#head = this.#isFile ? new HeadFile(headOf(path), key, basename(path)) : undefined;
      this.#head?.write(this.#written, this.#written, now());
    } catch (error) {
      closeSync(this.#fd);
      if (isNew) for (const one of [path, headOf(path)]) rmSync(one, { force: true });
      throw error;
    }
  }

  /** Bytes that it has, with those that wait. */
  get bytes(): number {
    return this.#bytes + this.#waitingBytes;
  }

  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** How far it is written. */
  get written(): Position {
    return this.#written;
  }

  /** The number that the next line will have. */
  get next(): number {
    return this.#chained.count + 1;
  }

  /** Lines that were lost because nothing could be written for too long; asking begins to count anew. */
  takeLost(): number {
    const lost = this.#lost;
    this.#lost = 0;
    return lost;
  }

  /** What waits, for another file: this one is not written to any more. */
  takeWaiting(): readonly string[] {
    const waiting = this.#waiting.map(recordedIn);
    this.#forget();
    return waiting;
  }

  /** Adds a line that is written with the next ones. Never throws: what finds no room is counted. */
  add(json: string): void {
    const { bytes, after } = chained(this.#chained, json);
    if (this.#waitingBytes + bytes.length > mostWaiting) {
      this.#lost += this.#waiting.length + 1;
      this.#forget();
      return;
    }
    this.#chained = after;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
  }

  /**
   * Adds a line, and writes it with all that waits.
   * @throws what Node throws, or {Disturbed}, when it cannot be written; then the line is not in the file.
   */
  addNow(json: string): void {
    const before = this.#chained;
    const { bytes, after } = chained(before, json);
    this.#chained = after;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    try {
      this.flush();
    } catch (error) {
      this.#waiting.pop();
      this.#waitingBytes -= bytes.length;
      this.#chained = before;
      throw error;
    }
  }

  /**
   * Writes what waits: the lines, and then the head.
   * @throws what Node throws, or {Disturbed}; what waits goes on waiting.
   */
  flush(): void {
    if (this.#waiting.length === 0) return;
    this.#refuseDisturbed();
    // Of several lines a crash may leave any number behind: how far they will go is said before.
    if (this.#waiting.length > 1) this.#head?.write(this.#written, this.#chained, this.#now());
    const text = Buffer.concat(this.#waiting);
    try {
      this.#writeWhole(text);
      this.#head?.write(this.#chained, this.#chained, this.#now());
    } catch (error) {
      this.#takeBack();
      throw error;
    }
    this.#bytes += text.length;
    this.#written = this.#chained;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  /** Asks the disk to keep what was written, without waiting for it. */
  sync(): void {
    if (this.#isSyncing || !this.#isFile) return;
    this.#isSyncing = true;
    fsync(this.#fd, () => {
      this.#isSyncing = false;
    });
  }

  close(): void {
    this.#head?.close();
    if (this.path !== errorStream) closeSync(this.#fd);
  }

  #forget(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#chained = this.#written;
  }

  #refuseDisturbed(): void {
    if (!this.#isFile) return;
    const { nlink, size } = fstatSync(this.#fd);
    if (nlink === 0) throw new Disturbed('it was taken away');
    if (size !== this.#bytes) throw new Disturbed('somebody else wrote into it or cut it');
  }

  #writeWhole(text: Buffer): void {
    let done = 0;
    while (done < text.length) {
      const more = writeSync(this.#fd, text, done);
      if (more === 0) throw new Error('nothing more is taken');
      done += more;
    }
  }

  /** A part of a line is worse than none. */
  #takeBack(): void {
    if (!this.#isFile) return;
    try {
      ftruncateSync(this.#fd, this.#bytes);
      this.#head?.write(this.#written, this.#written, this.#now());
    } catch {
      // The next write finds the file longer than it was, and goes to another.
    }
  }
}
