// How many unknown tokens may be looked up: by all together, and for an address that has failed too often.
import type { Clock } from '../../ports.ts';

/** Bounds on look-ups of tokens that nobody has vouched for. */
export interface LookUpBounds {
  /** Look-ups that go on at the same time. */
  readonly atOnce: number;
  /** Look-ups that an address still gets once it has failed too often: somebody behind it may have a good token. */
  readonly inReserve: number;
  /** The reserve comes back, one look-up after so many milliseconds. */
  readonly refillEvery: number;
}

/** What DigitalOcean can be asked without noticing. */
export const usualLookUpBounds: LookUpBounds = { atOnce: 256, inReserve: 20, refillEvery: 3_000 };

/** Addresses whose reserve is kept in mind; the one that was used least recently is forgotten first. */
const mostAddresses = 4_096;

interface Reserve {
  left: number;
  at: number;
}

/** Leave to look a token up. */
export interface LookUps {
  /** Begins a look-up; false when too many go on. */
  begin(): boolean;
  end(): void;
  /**
   * Takes a look-up out of the reserve of an address that has failed too often.
   * @returns 0 when there was one, else the seconds until there is.
   */
  takeFromReserve(address: string): number;
}

/** Counts look-ups. */
export const createLookUps = (clock: Clock, bounds: LookUpBounds): LookUps => {
  const reserves = new Map<string, Reserve>();
  let going = 0;

  const reserveOf = (address: string): Reserve => {
    const { inReserve, refillEvery } = bounds;
    const now = clock.now();
    const known = reserves.get(address) ?? { left: inReserve, at: now };
    reserves.delete(address);
    const refilled = Math.floor((now - known.at) / refillEvery);
    const left = Math.min(inReserve, known.left + refilled);
    const reserve = { left, at: left === inReserve ? now : known.at + refilled * refillEvery };
    const [oldest] = reserves.keys();
    if (reserves.size >= mostAddresses && oldest !== undefined) reserves.delete(oldest);
    reserves.set(address, reserve);
    return reserve;
  };

  return {
    begin: () => {
      if (going >= bounds.atOnce) return false;
      going += 1;
      return true;
    },
    end: () => {
      going -= 1;
    },
    takeFromReserve: (address) => {
      const reserve = reserveOf(address);
      if (reserve.left > 0) {
        reserve.left -= 1;
        return 0;
      }
      return Math.max(1, Math.ceil((reserve.at + bounds.refillEvery - clock.now()) / 1_000));
    },
  };
};
