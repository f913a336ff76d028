// The one door to a person: everything that is said or printed is cleaned of what a terminal obeys, and veiled.
import { cleanText } from './clean.ts';
import { terminalVeil, veilParts } from './veil.ts';

/** The part of a writable stream of Node's that is used here. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  /** Bytes that were given and are not written yet. */
  readonly writableLength: number;
  readonly destroyed: boolean;
  write(text: string, written?: () => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
  off(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
}

/** The door to a person. */
export interface Terminal {
  /** Whether a person reads what is said, and not another program. */
  readonly hasReader: boolean;
  /** Says one or more sentences, beside the result. */
  say(text: string): void;
  /** Says what is wrong with what was given; whatever may be a part of a token is left out. */
  complain(text: string): void;
  /** Prints a result. */
  print(text: string): void;
  /** Says something secret to the person it was made for, beside the result; cleaned, not veiled. */
  reveal(text: string): void;
  /** Prints something secret that is the result itself. */
  hand(text: string): void;
}

/** Where results and sentences go; the streams are asked for when something is first written. */
export interface Streams {
  readonly out: () => OutputStream;
  readonly err: () => OutputStream;
}

/** What a terminal is made of. */
export interface TerminalParts extends Streams {
  /** Secrets that are known by their very text. */
  readonly secrets: readonly string[];
}

/** A reader that has gone away is no failure of ours, and nobody is left to be told. */
const endQuietly = (stream: OutputStream): OutputStream => {
  stream.on('error', () => {});
  return stream;
};

/** Opens the door. */
export const createTerminal = ({ out, err, secrets }: TerminalParts): Terminal => {
  const veil = terminalVeil(secrets);
  let result: OutputStream | undefined;
  let speech: OutputStream | undefined;
  const write = (stream: OutputStream, text: string): void => {
    if (!stream.destroyed) stream.write(`${text}\n`);
  };
  const speak = (text: string): void => {
    speech ??= endQuietly(err());
    write(speech, cleanText(text));
  };
  const print = (text: string): void => {
    result ??= endQuietly(out());
    write(result, cleanText(text));
  };
  return {
    get hasReader() {
      speech ??= endQuietly(err());
      return speech.isTTY === true;
    },
    say: (text) => speak(veil(text)),
    complain: (text) => speak(veilParts(veil(text))),
    reveal: speak,
    print: (text) => print(veil(text)),
    hand: print,
  };
};
