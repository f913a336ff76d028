// Whether hosts can be reached at all: a connection each, closed at once, through the proxy where there is one.
import { connect } from 'node:net';
import { codeOf } from '../files/error-code.ts';

/** A host that was tried. */
export interface Tried {
  /** Host and port as people write them. */
  readonly host: string;
  /** Milliseconds until the connection stood; null when it did not. */
  readonly took: number | null;
  /** Why it did not, as a part of a sentence; null when it did. */
  readonly trouble: string | null;
}

/** What came of trying. */
export interface Reached {
  readonly tried: readonly Tried[];
  /** The proxy that was tried instead of the hosts; null where there is none on the way. */
  readonly proxy: string | null;
  /** Whether every host, or the proxy on the way to them, could be reached. */
  readonly isOnline: boolean;
}

/** How long one connection may take, in milliseconds. */
const patience = 3_000;

const troubles: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no network',
  ETIMEDOUT: `it did not answer within ${patience / 1_000} seconds`,
};

const innerCode = (error: unknown): string => {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return codeOf(inner) ?? 'unknown reason';
};

/** Tries to connect; never throws, and never takes longer than three seconds. */
export const tryHost = (host: string, port: number): Promise<Tried> =>
  new Promise((resolve) => {
    const began = performance.now();
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port });
    const end = (trouble: string | null): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({
        host: port === 443 ? host : `${host}:${port}`,
        took: trouble === null ? Math.round(performance.now() - began) : null,
        trouble,
      });
    };
    const timer = setTimeout(() => end(troubles['ETIMEDOUT'] ?? null), patience);
    socket.once('connect', () => end(null));
    socket.once('error', (error) => {
      const code = innerCode(error);
      end(troubles[code] ?? `it cannot be reached (${code})`);
    });
  });

/** The port of an address, also where it is not written. */
export const portOf = ({ port, protocol }: URL): number =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
