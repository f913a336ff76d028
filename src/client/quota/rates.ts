// How many requests DigitalOcean takes, per token and for the calls that it limits more tightly.
import type { SpecialLimit } from '../../../scope-map/endpoint.ts';

/** At most so many requests in any span of so many milliseconds. */
export interface Rate {
  readonly most: number;
  readonly withinMs: number;
}

/** What is counted: every request of a token, and the calls with a limit of their own. */
export type Counted = 'token' | SpecialLimit;

/** The rates of everything that is counted. */
export type Rates = Readonly<Record<Counted, readonly Rate[]>>;

const minute = 60_000;
const hour = 60 * minute;

/** DigitalOcean's limits per token: 5,000 an hour and 5 % of that a minute (its API description, Rate Limit). */
export const tokenRates = (perHour = 5000, perMinute = 250): readonly Rate[] => [
  { most: perHour, withinMs: hour },
  { most: perMinute, withinMs: minute },
];

/** All limits of a token; the narrow ones are those of the API description (SSH keys, CDN endpoints). */
export const ratesOf = (token: readonly Rate[] = tokenRates()): Rates => ({
  token,
  ssh_key_lists: [{ most: 10, withinMs: minute }],
  cdn: [{ most: 5, withinMs: 10_000 }],
});

/** Whatever counts towards one request. */
export const countedFor = (limit: SpecialLimit | undefined): readonly Counted[] =>
  limit === undefined ? ['token'] : ['token', limit];

/**
 * A cautious part of the rates, never less than one request.
 * @param share from 0 to 1, the part that is left.
 */
export const shareOf = (rates: Rates, share: number): Rates => {
  const part = (list: readonly Rate[]): readonly Rate[] =>
    list.map(({ most, withinMs }) => ({ most: Math.max(1, Math.floor(most * share)), withinMs }));
  return {
    token: part(rates.token),
    ssh_key_lists: part(rates.ssh_key_lists),
    cdn: part(rates.cdn),
  };
};
