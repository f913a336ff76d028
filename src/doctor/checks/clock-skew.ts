// The check of this machine's clock against DigitalOcean's.
import type { Check } from '../check.ts';
import { findingsOf, type Meanings } from '../finding.ts';

const meanings = {
  'clock.ok': {
    level: 'ok',
    means: 'The clock of this machine agrees with that of DigitalOcean.',
    remedy: null,
  },
  'clock.off': {
    level: 'warning',
    means:
      'The clock of this machine is wrong. Times on record are wrong with it, grants that end do so at the wrong time, and certificates may count as expired.',
    remedy:
      'Let the system set its clock by the network (timedatectl set-ntp true, w32tm /resync); in a virtual machine, look at its host.',
  },
} as const satisfies Meanings;

const finding = findingsOf(meanings);

/** More than an answer's way and the whole seconds of a Date header can explain, in milliseconds. */
const tolerated = 30_000;

const sayDistance = (milliseconds: number): string => {
  const seconds = Math.round(Math.abs(milliseconds) / 1_000);
  return seconds < 180 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
};

/** Looks at the clock. */
export const clockSkew: Check = {
  name: 'clock',
  title: 'Clock',
  meanings,
  look: async ({ tokenInfo }) => {
    const ahead = (await tokenInfo())?.ahead ?? null;
    if (ahead === null) return [];
    return Math.abs(ahead) <= tolerated
      ? [finding('clock.ok', 'The clock is right.')]
      : [
          finding(
            'clock.off',
            `The clock of this machine is ${sayDistance(ahead)} ${ahead > 0 ? 'ahead' : 'behind'}.`,
          ),
        ];
  },
};
