// The head of one file of the record: how far it goes, sealed, in a small file beside it that is written in place.
import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';
import type { Position } from './line.ts';
import { sealed, unsealed } from './seal.ts';

/** What a head says. */
export interface Head {
  /** The name of the file that it belongs to. */
  readonly file: string;
  /** Lines that are certainly there. */
  readonly count: number;
  readonly hash: string;
  /** How far the lines go that are being written right now; the same as `count` when none are. */
  readonly upTo: number;
  readonly upToHash: string;
  /** When it was written. */
  readonly at: string;
}

/** The name of the head of a file. */
export const headOf = (file: string): string => `${file}.head`;

const purpose = 'head';

// Always as long as this, so that writing it in place leaves nothing of the former one and asks for no room.
const length = 1_024;

/** A head as it is kept. */
export const headText = (key: Buffer, head: Head): string =>
  `${sealed(key, purpose, head).padEnd(length - 1)}\n`;

/** A head as it was kept; undefined when it is not one that this key has sealed for this file. */
export const headFrom = (key: Buffer, file: string, text: string): Head | undefined => {
  const value = unsealed(key, purpose, text.trim());
  return value?.['file'] === file ? (value as unknown as Head) : undefined;
};

/** The head in a file; undefined when there is none, or it is not one that this key has sealed for `file`. */
export const readHead = (key: Buffer, path: string, file: string): Head | undefined => {
  try {
    return headFrom(key, file, readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Writes the head of one file, again and again. */
export class HeadFile {
  readonly #fd: number;
  readonly #key: Buffer;
  readonly #file: string;

  /** @throws when the file cannot be made. */
  constructor(path: string, key: Buffer, file: string) {
    // A link that somebody has laid there would lead the writing elsewhere.
    const flags = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
    this.#fd = openSync(path, flags, 0o600);
    this.#key = key;
    this.#file = file;
  }

  /**
   * Says how far the file goes, and how far it will when what is being written is there.
   * @throws when it cannot be written.
   */
  write(now: Position, upTo: Position, at: string): void {
    const text = headText(this.#key, {
      file: this.#file,
      count: now.count,
      hash: now.hash,
      upTo: upTo.count,
      upToHash: upTo.hash,
      at,
    });
    writeSync(this.#fd, text, 0, 'utf8');
  }

  close(): void {
    closeSync(this.#fd);
  }
}
