// The program's own log on stderr, without secrets: structured lines for programs, sentences for a person. The logger
// itself is loaded with the first line.
import { beginningOf, shortened } from '../tools/cut-text.ts';
import { isSecretName } from '../tools/secrets/names.ts';
import { createVeil } from '../tools/secrets/veil.ts';
import { createLineDoor } from './terminal/line-door.ts';
import { sentenceOf } from './terminal/log-sentence.ts';
import type { OutputStream } from './terminal/terminal.ts';

/** What a line is about; values are scrubbed of anything that looks like a token. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes lines for operators. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  /** Resolves once everything logged so far has been handed over. */
  flush(): Promise<void>;
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

// A line is read by people; what is longer than this is a fault of its own.
const longestText = 8192;

const hide = createVeil([], '[token]');

/** A text without anything that looks like a credential, at most so long as a line should be. */
export const scrub = (text: string): string =>
  // A little more is looked at than is written, so that no credential is cut in two before it is seen.
  shortened(hide(beginningOf(text, 2 * longestText)), longestText);

const clean = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return scrub(value);
  if (value instanceof Error)
    return {
      name: value.name,
      message: scrub(value.message),
      stack: scrub(value.stack ?? ''),
      ...(value.cause !== undefined && depth < 4 && { cause: clean(value.cause, depth + 1) }),
    };
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= 6) return '[deeper]';
  if (Array.isArray(value)) return value.map((one) => clean(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isSecretName(name) ? '[redacted]' : clean(inner, depth + 1),
    ]),
  );
};

/** How long the last lines may take to be read before the process ends, in milliseconds. */
const patience = 200;

type At = 'debug' | 'info' | 'warn' | 'error';

/** What lines are written by: pino for programs, sentences for people. */
type Writer = Readonly<Record<At, (fields: object, message: string) => void>>;

const forPrograms = async (level: string, write: (line: string) => void): Promise<Writer> => {
  const { pino } = await import('pino');
  const logger = pino({ level, base: null }, { write });
  const at = (name: At) => (fields: object, message: string) => logger[name](fields, message);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

const forPeople = (write: (line: string) => void): Writer => {
  const at = (name: At) => (fields: object, message: string) =>
    write(`${sentenceOf(name, fields, message)}\n`);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

/** Where lines go instead of stderr. */
export interface LogDestination {
  /** Receives complete lines. */
  readonly write?: (line: string) => void;
  readonly stream?: () => OutputStream;
}

/**
 * A log that writes from `level` on: lines of JSON, or sentences where a person reads stderr. Lines that nobody
 * takes are dropped and counted.
 * @param destination stderr by default, because stdout belongs to the protocol.
 */
export const createLog = (
  level: string,
  destination: LogDestination | ((line: string) => void) = {},
): Log => {
  const { write, stream = () => process.stderr } =
    typeof destination === 'function' ? { write: destination } : destination;
  const least = levels.indexOf(level);
  const door = createLineDoor({
    stream,
    flowsAgain: (dropped) => {
      // Said at the level that is written, or nobody would know of the gap.
      const at = least <= levels.indexOf('warn') ? 'warn' : 'error';
      line(at)({ dropped }, 'nobody read this log for a while: lines were dropped');
    },
  });
  const open = async (): Promise<Writer> => {
    if (write) return forPrograms(level, write);
    return stream().isTTY === true ? forPeople(door.write) : forPrograms(level, door.write);
  };
  let writer: Promise<Writer> | undefined;
  const line =
    (at: At) =>
    (fields: LogFields, message: string): void => {
      if (levels.indexOf(at) < least) return;
      writer ??= open();
      const cleaned = clean(fields) as object;
      void writer.then((ready) => ready[at](cleaned, scrub(message)));
    };
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    flush: async () => {
      await writer;
      await door.flush(patience);
    },
  };
};
