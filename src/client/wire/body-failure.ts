// The failures of bodies that could not be read within their bounds, in words, and what those bounds are.
import type { BodyCollector } from './body-collector.ts';
import { WireFailure } from './transport.ts';

/** Largest body of a success, in bytes: what is parsed at one go must not hold up everybody else. */
export const largestBody = 8 * 1024 * 1024;
/** As much of an error's body is read; reasons stand at its beginning. */
export const largestError = 64 * 1024;

/** Why a body was given up. */
export const bodyFailure = (
  why: NonNullable<BodyCollector['failed']>,
  status: number,
  mostBytes: number,
): WireFailure =>
  why === 'too_large'
    ? new WireFailure(
        'unknown',
        'too_large',
        `the reply (status ${status}) is larger than ${Math.round(mostBytes / 1024)} KiB`,
      )
    : new WireFailure(
        'unknown',
        'no_memory',
        `the reply (status ${status}) does not fit beside all that is being read`,
      );
