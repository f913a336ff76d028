// The one door to a person: everything that is said or printed is cleaned of what a terminal obeys, and veiled.
import { shortened } from '../../tools/cut-text.ts';
import { cleanLine, cleanText } from './clean.ts';
import type { OutputStream } from './output-stream.ts';
import { type Page, type Paint, pageOf, paint } from './page.ts';
import { terminalVeil, veilParts } from './veil.ts';

export type { OutputStream } from './output-stream.ts';

/** Puts colours on a line. */
export type Dress = (line: string, paint: Paint) => string;

/** The door to a person. */
export interface Terminal {
  /** Whether a person reads what is said, and not another program. */
  readonly hasReader: boolean;
  /** Says one or more sentences, beside the result. */
  say(text: string): void;
  /** Says what is wrong with what was given; whatever may be a part of a token is left out. */
  complain(text: string): void;
  /** What results are written on. */
  readonly page: Page;
  /**
   * Prints a result.
   * @param dress how a line looks where there are colours; it is given cleaned lines, and only then asked.
   */
  print(text: string, dress?: Dress): void;
  /** Says something secret to the person it was made for, beside the result; cleaned, not veiled. */
  reveal(text: string): void;
  /**
   * Shows on the last line, where a person reads what is said, how far something is; null takes it away. Whatever is
   * said or printed takes it away, too.
   */
  progress(text: string | null): void;
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
  /** What the environment says about colours. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A reader that has gone away is no failure of ours, and nobody is left to be told. */
const endQuietly = (stream: OutputStream): OutputStream => {
  stream.on('error', () => {});
  return stream;
};

/** To the beginning of the line, and everything on it away (ECMA-48). */
const clearLine = '\r\u001b[2K';

/** Opens the door. */
export const createTerminal = ({
  out,
  err,
  secrets,
  environment = {},
}: TerminalParts): Terminal => {
  const veil = terminalVeil(secrets);
  let result: OutputStream | undefined;
  let speech: OutputStream | undefined;
  let isShown = false;
  const sweep = (): void => {
    if (isShown) speech?.write(clearLine);
    isShown = false;
  };
  const write = (stream: OutputStream, text: string): void => {
    sweep();
    if (!stream.destroyed) stream.write(`${text}\n`);
  };
  const progress = (text: string | null): void => {
    speech ??= endQuietly(err());
    if (speech.isTTY !== true || speech.destroyed) return;
    sweep();
    if (text === null) return;
    // One column is left for the sign that it was cut, and one free: some terminals begin a new line with the last.
    speech.write(shortened(cleanLine(veil(text)), pageOf(speech, environment).width - 2));
    isShown = true;
  };
  const speak = (text: string): void => {
    speech ??= endQuietly(err());
    write(speech, cleanText(text));
  };
  const opened = (): OutputStream => {
    result ??= endQuietly(out());
    return result;
  };
  const page = (): Page => pageOf(opened(), environment);
  const print = (text: string, dress?: Dress): void => {
    const cleaned = cleanText(text);
    const dressed =
      dress && page().hasColours
        ? cleaned
            .split('\n')
            .map((line) => dress(line, paint))
            .join('\n')
        : cleaned;
    write(opened(), dressed);
  };
  return {
    get hasReader() {
      speech ??= endQuietly(err());
      return speech.isTTY === true;
    },
    // Cleaned first: a secret with something in it that is taken out would be whole afterwards.
    say: (text) => speak(veil(cleanText(text))),
    complain: (text) => speak(veilParts(veil(cleanText(text)))),
    reveal: speak,
    progress,
    get page() {
      return page();
    },
    print: (text, dress) => print(veil(cleanText(text)), dress),
    hand: (text) => print(text),
  };
};

/** The same door where nothing is said beside the result, but for what is wrong and what is secret. */
export const hushed = (terminal: Terminal): Terminal => ({
  get hasReader() {
    return terminal.hasReader;
  },
  get page() {
    return terminal.page;
  },
  say: () => {},
  complain: terminal.complain,
  print: terminal.print,
  reveal: terminal.reveal,
  progress: () => {},
  hand: terminal.hand,
});
