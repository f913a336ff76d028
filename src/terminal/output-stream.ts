// What is used here of a stream that somebody reads.

/** The part of a writable stream of Node's that is used here. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  /** Of a terminal: how many columns it has. */
  readonly columns?: number | undefined;
  /** Bytes that were given and are not written yet. */
  readonly writableLength: number;
  readonly destroyed: boolean;
  write(text: string, written?: () => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
  off(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
}
