// The program's own log: structured lines on stderr, without secrets. The logger itself is loaded with the first line.
import type { Logger } from 'pino';
import { shortened } from '../tools/cut-text.ts';
import { isSecretName } from '../tools/secrets/names.ts';
import { createVeil } from '../tools/secrets/veil.ts';

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
  shortened(hide(text.slice(0, 2 * longestText)), longestText);

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

/**
 * A log that writes from `level` on.
 * @param write receives complete lines; stderr by default, because stdout belongs to the protocol.
 */
export const createLog = (level: string, write?: (line: string) => void): Log => {
  let logger: Promise<Logger> | undefined;
  const open = async (): Promise<Logger> => {
    const { pino } = await import('pino');
    const settings = { level, base: null };
    return write
      ? pino(settings, { write })
      : pino(settings, pino.destination({ fd: 2, sync: true }));
  };
  const line =
    (at: 'debug' | 'info' | 'warn' | 'error') => (fields: LogFields, message: string) => {
      if (levels.indexOf(at) < levels.indexOf(level)) return;
      logger ??= open();
      const cleaned = clean(fields) as object;
      void logger.then((ready) => ready[at](cleaned, scrub(message)));
    };
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    flush: async () => {
      await logger;
    },
  };
};
